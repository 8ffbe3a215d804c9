package org.sightline.rest.internal.answer;

import org.jspecify.annotations.Nullable;

/** The one way a token is sent: {@code Authorization: Bearer <token>} (RFC 6750). */
public final class Bearer {

    private static final String SCHEME = "Bearer ";

    private Bearer() {}

    /**
     * Returns the token in a header {@code Authorization}; null when the header carries something else.
     *
     * @param header null when there is none
     */
    public static @Nullable String token(@Nullable String header) {
        return header != null && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                ? header.substring(SCHEME.length()).strip()
                : null;
    }
}
