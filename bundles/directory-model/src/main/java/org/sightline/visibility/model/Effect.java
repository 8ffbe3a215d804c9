package org.sightline.visibility.model;

import java.util.Locale;
import java.util.Optional;

/** What a rule says about its objects. */
public enum Effect {
    /** The subjects see the objects. */
    VISIBLE,

    /** The subjects do not see the objects. */
    HIDDEN;

    /** Returns the word used in JSON and SQL: the name in lower case. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the constant with this {@link #key()}; empty when there is none. */
    public static Optional<Effect> ofKey(String key) {
        for (Effect candidate : values()) {
            if (candidate.key().equals(key)) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }
}
