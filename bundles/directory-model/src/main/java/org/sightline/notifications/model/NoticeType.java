package org.sightline.notifications.model;

import java.util.Locale;

/** What a card tells of (docs/concepts.md, "Notifications"). */
public enum NoticeType {
    /** Another tenant asks for trust. */
    TRUST_REQUEST_RECEIVED,
    /** The tenant that was asked agreed. */
    TRUST_REQUEST_APPROVED,
    /** The tenant that was asked did not agree. */
    TRUST_REQUEST_REJECTED,
    /** The tenant that asked took its request back. */
    TRUST_REQUEST_WITHDRAWN,
    /** One side wants to end the relation and needs the other one's approval. */
    TRUST_REMOVAL_REQUESTED,
    /** The removal was approved; the relation has ended. */
    TRUST_REMOVAL_APPROVED,
    /** The removal was rejected; the relation stays. */
    TRUST_REMOVAL_REJECTED,
    /** The relation has ended. */
    TRUST_REMOVED,
    /** Once a day: requests are waiting. */
    TRUST_REQUESTS_DIGEST,
    /** An app asks for permissions that need a review. */
    APP_REVIEW_WAITING,
    /** A review was decided. */
    APP_REVIEW_DECIDED;

    /** Returns the word used in JSON and SQL. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
