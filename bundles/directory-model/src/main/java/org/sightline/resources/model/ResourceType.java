package org.sightline.resources.model;

import java.util.Locale;
import java.util.Optional;

/** What a resource is (docs/concepts.md, "Resources"). */
public enum ResourceType {
    /** A base: tables of records. */
    BASE,

    /** A document. */
    DOC;

    /** Returns the word used in JSON and SQL: the name in lower case. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the constant with this {@link #key()}; empty when there is none. */
    public static Optional<ResourceType> ofKey(String key) {
        for (ResourceType candidate : values()) {
            if (candidate.key().equals(key)) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }
}
