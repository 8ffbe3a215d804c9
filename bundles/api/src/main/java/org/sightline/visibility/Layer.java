package org.sightline.visibility;

import java.util.Locale;
import java.util.Optional;

/** Which layer of the policy decided a question (docs/concepts.md, "The decision"). */
public enum Layer {
    /** Every active member sees themself. */
    SELF,

    /** One of the two is not active. */
    STATUS,

    /** The first rule set. */
    RULE_SET_1,

    /** The second rule set. */
    RULE_SET_2,

    /** No rule set had a match. */
    MAIN_RULE;

    /** Returns the word used in JSON and SQL: the name in lower case. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the constant with this {@link #key()}; empty when there is none. */
    public static Optional<Layer> ofKey(String key) {
        for (Layer candidate : values()) {
            if (candidate.key().equals(key)) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }
}
