package org.sightline.directory.model;

import java.util.Locale;
import java.util.Optional;

/** Whether a member takes part. Only active members see, are seen, are found and are counted. */
public enum MemberStatus {
    /** Takes part. */
    ACTIVE,

    /** For now without sight and invisible to everybody; keeps the departments. */
    SUSPENDED,

    /** Gone for good; the record stays readable by id and the id is never used again. */
    DELETED;

    /** Returns the word used in JSON, SQL, configuration and at the console: the name in lower case. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the constant with this {@link #key()}; empty when there is none. */
    public static Optional<MemberStatus> ofKey(String key) {
        for (MemberStatus candidate : values()) {
            if (candidate.key().equals(key)) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }
}
