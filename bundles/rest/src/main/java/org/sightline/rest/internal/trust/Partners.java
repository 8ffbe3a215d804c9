package org.sightline.rest.internal.trust;

import org.jspecify.annotations.Nullable;
import org.sightline.directory.model.TenantKey;
import org.sightline.rest.internal.answer.Query;

/** Reads what paths and parameters say about a partner. */
final class Partners {

    /** How many characters may be looked for. */
    private static final int MOST_CHARACTERS = 255;

    private Partners() {}

    /** Returns the partner that a path names; what cannot be a key names nobody. */
    static TenantKey key(String text) {
        return Query.pathId("trusted party", text, TenantKey::new);
    }

    /** Returns the words of a search; null when nothing is looked for. */
    static @Nullable String words(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        if (text.length() > MOST_CHARACTERS) {
            throw Query.invalid("q", "must have at most " + MOST_CHARACTERS + " characters")
                    .exception();
        }
        return text;
    }
}
