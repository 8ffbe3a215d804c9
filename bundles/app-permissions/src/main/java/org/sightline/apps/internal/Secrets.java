package org.sightline.apps.internal;

import java.security.SecureRandom;
import java.util.Base64;

/** Makes secrets that nobody guesses: 256 random bits. */
public final class Secrets {

    private static final int BYTES = 32;

    private final SecureRandom random = new SecureRandom();

    /** Returns a fresh secret of characters that need no quoting anywhere. */
    public String next() {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
