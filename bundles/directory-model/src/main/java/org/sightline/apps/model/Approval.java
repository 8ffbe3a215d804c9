package org.sightline.apps.model;

import java.util.Locale;
import java.util.Optional;

/** How a tenant takes the request for a permission (docs/concepts.md, "Approval rules"). */
public enum Approval {
    /** It is in force at once. */
    AUTO,

    /** It waits for an administrator. */
    REVIEW;

    /** Returns the word used in JSON, SQL and at the console: the name in lower case. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the constant with this {@link #key()}; empty when there is none. */
    public static Optional<Approval> ofKey(String key) {
        for (Approval candidate : values()) {
            if (candidate.key().equals(key)) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }
}
