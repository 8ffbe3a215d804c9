package org.sightline.apps.model;

import java.util.Locale;
import java.util.Optional;

/** How sensitive the data is that a permission opens (docs/concepts.md, "Permissions"). */
public enum PermissionLevel {
    /** What an app needs to run. */
    NON_SENSITIVE,

    /** Content and personal data. */
    ADVANCED;

    /** Returns the word used in JSON, in catalogue files and at the console: the name in lower case. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the constant with this {@link #key()}; empty when there is none. */
    public static Optional<PermissionLevel> ofKey(String key) {
        for (PermissionLevel candidate : values()) {
            if (candidate.key().equals(key)) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }
}
