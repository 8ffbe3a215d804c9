package org.sightline.json;

import org.jspecify.annotations.Nullable;

/** Empty texts: the model has none for optional fields. */
final class Texts {

    private Texts() {}

    /** Returns the text; null for an empty one. */
    static @Nullable String orNull(@Nullable String text) {
        return text == null || text.isEmpty() ? null : text;
    }
}
