package org.sightline.trust.model;

import java.util.Locale;

/** How far a request for trust, or for its removal, has come. */
public enum RequestState {
    /** Nobody has decided. */
    PENDING,
    /** The side that was asked agreed. */
    APPROVED,
    /** The side that was asked did not agree. */
    REJECTED,
    /** The side that asked took it back. */
    WITHDRAWN;

    /** Returns the word used in JSON and SQL. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
