package org.sightline.apps.model;

import java.util.Locale;
import java.util.Optional;

/** What became of something that a version asks for. */
public enum DecisionState {
    /** It is in force. */
    GRANTED,

    /** It waits for an administrator. */
    PENDING,

    /** It was refused. */
    REJECTED,

    /** It was in force and was taken back. */
    REVOKED;

    /** Returns the word used in JSON, SQL and at the console: the name in lower case. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the constant with this {@link #key()}; empty when there is none. */
    public static Optional<DecisionState> ofKey(String key) {
        for (DecisionState candidate : values()) {
            if (candidate.key().equals(key)) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }
}
