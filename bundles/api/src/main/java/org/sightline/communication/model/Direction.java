package org.sightline.communication.model;

import java.util.Locale;
import java.util.Optional;

/** Who asked whom to become a contact. */
public enum Direction {
    /** The one whose list it is. */
    OUTGOING,
    /** The other one. */
    INCOMING;

    /** Returns the word used in JSON and SQL. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the constant a word stands for; empty for another word. */
    public static Optional<Direction> ofKey(String key) {
        for (Direction direction : values()) {
            if (direction.key().equals(key)) {
                return Optional.of(direction);
            }
        }
        return Optional.empty();
    }
}
