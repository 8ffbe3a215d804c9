package org.sightline.apps.model;

import java.util.Locale;
import java.util.Optional;

/** Who decided on a permission. */
public enum Decider {
    /** The tenant's approval rules. */
    RULE,

    /** An administrator. */
    ADMIN,

    /** A vendor's policy. */
    POLICY;

    /** Returns the word used in JSON, SQL and at the console: the name in lower case. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the constant with this {@link #key()}; empty when there is none. */
    public static Optional<Decider> ofKey(String key) {
        for (Decider candidate : values()) {
            if (candidate.key().equals(key)) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }
}
