package org.sightline.directory.model;

import java.util.Locale;
import java.util.Optional;

/** What values a custom field takes. */
public enum FieldType {
    /** Any single-line text. */
    TEXT,

    /** A decimal number in plain notation. */
    NUMBER,

    /** A calendar date, {@code 2026-03-01}. */
    DATE,

    /** An absolute http or https address. */
    URL,

    /** One of the field's choices. */
    CHOICE;

    /** Returns the word used in JSON, SQL, configuration and at the console: the name in lower case. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the constant with this {@link #key()}; empty when there is none. */
    public static Optional<FieldType> ofKey(String key) {
        for (FieldType candidate : values()) {
            if (candidate.key().equals(key)) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }
}
