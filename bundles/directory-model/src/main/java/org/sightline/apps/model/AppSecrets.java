package org.sightline.apps.model;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of an app's secrets: enough to recognise the one and to sign with the other. Never printed.
 *
 * @param digest           of the secret that was handed out last
 * @param earlierDigest    of the one before, which still holds for a while; null when there is none
 * @param earlierUntil     when the one before ends; null when there is none
 * @param sealedSigningKey the key that events are signed with, encrypted by the server
 */
public record AppSecrets(
        String digest,
        @Nullable String earlierDigest,
        @Nullable Instant earlierUntil,
        String sealedSigningKey) {

    /** Whether a secret with this digest holds at an instant; takes as long for a wrong one as for a right one. */
    public boolean accept(String presented, Instant now) {
        boolean present = same(presented, digest);
        boolean earlier = earlierDigest != null && same(presented, earlierDigest);
        return present || (earlier && earlierUntil != null && now.isBefore(earlierUntil));
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(UTF_8), other.getBytes(UTF_8));
    }

    @Override
    public String toString() {
        return "AppSecrets[]";
    }
}
