package org.sightline.visibility.model;

import java.util.Locale;
import java.util.Optional;

/** The order of kinds below a department in the contacts tree (docs/concepts.md, "The contacts tree"). */
public enum DisplayOrder {
    /** Leaders, sub-departments, members. */
    DEPARTMENTS_FIRST,

    /** Leaders, members, sub-departments. */
    MEMBERS_FIRST;

    /** Returns the word used in JSON and SQL: the name in lower case. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the constant with this {@link #key()}; empty when there is none. */
    public static Optional<DisplayOrder> ofKey(String key) {
        for (DisplayOrder candidate : values()) {
            if (candidate.key().equals(key)) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }
}
