package org.sightline.rest.internal.answer;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Strong entity tags: digests of representations, so that equal answers have equal tags on every server. */
final class ETags {

    private static final int DIGEST_BYTES = 15;

    private ETags() {}

    /** Returns the tag of a representation, quotes included. */
    static String of(byte[] representation) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(representation);
            return '"' + Base64.getUrlEncoder().encodeToString(Arrays.copyOf(digest, DIGEST_BYTES)) + '"';
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /**
     * Whether an {@code If-None-Match} or {@code If-Match} header names the tag.
     *
     * @param header  null when there was none, which names nothing
     * @param weak    whether a tag marked as weak may stand for the strong one
     */
    static boolean names(@Nullable String header, String tag, boolean weak) {
        if (header == null) {
            return false;
        }
        for (String part : header.split(",", -1)) {
            String candidate = part.strip();
            if (weak && candidate.startsWith("W/")) {
                candidate = candidate.substring(2);
            }
            if (candidate.equals("*") || candidate.equals(tag)) {
                return true;
            }
        }
        return false;
    }
}
