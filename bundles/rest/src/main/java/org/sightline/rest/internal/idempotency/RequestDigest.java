package org.sightline.rest.internal.idempotency;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/** Tells whether two requests are the same without keeping them. */
final class RequestDigest {

    private static final int ROUNDS = 200_000;
    private static final int BITS = 256;

    private RequestDigest() {}

    /** Returns the digest of a request. */
    static String of(String target, byte[] body) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(target.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
            return HexFormat.of().formatHex(digest.digest(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Returns the digest of a request that holds a password: slow, and different for each key. */
    static String ofSecret(String target, byte[] body, String salt) {
        try {
            char[] plain = of(target, body).toCharArray();
            PBEKeySpec spec = new PBEKeySpec(plain, salt.getBytes(StandardCharsets.UTF_8), ROUNDS, BITS);
            return HexFormat.of()
                    .formatHex(SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                            .generateSecret(spec)
                            .getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has PBKDF2", e);
        }
    }
}
