package org.sightline.access.internal;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;

/** The form of session tokens: a prefix by which leaked ones are found, and 256 random bits. */
final class SessionToken {

    private static final String PREFIX = "sls_";
    private static final int RANDOM_BYTES = 32;
    private static final Pattern FORM = Pattern.compile(PREFIX + "[A-Za-z0-9_-]{43}");

    private SessionToken() {}

    /** Returns a fresh token. */
    static String random(SecureRandom random) {
        byte[] bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Whether the text can be a session token; others need not be looked for. */
    static boolean isWellFormed(String text) {
        return FORM.matcher(text).matches();
    }
}
