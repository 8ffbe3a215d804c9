package org.sightline.access.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256, for secrets that are random enough not to be guessed: tokens, not passwords. */
final class SecretDigest {

    private SecretDigest() {}

    /** Returns the digest. */
    static byte[] of(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(UTF_8));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    /** Returns the digest in 64 hexadecimal digits. */
    static String hexOf(String secret) {
        return HexFormat.of().formatHex(of(secret));
    }
}
