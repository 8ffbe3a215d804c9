package org.sightline.rest.internal.answer;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import org.sightline.problem.Codes;
import org.sightline.problem.Problem;
import org.sightline.problem.ProblemException;
import org.sightline.problem.ProblemKind;

/**
 * Where a list goes on. Opaque to callers, who get nothing out of making one up: the query's rights are checked anew.
 *
 * @param pin      what holds the list still: a revision, or a moment
 * @param position how far the list was read
 */
record PageToken(long pin, long position) {

    private static final int SEAL_BYTES = 12;
    private static final int TOKEN_BYTES = Long.BYTES + Long.BYTES + SEAL_BYTES;

    /** Returns the token's text, bound to a query. */
    String write(String query) {
        byte[] bytes = ByteBuffer.allocate(TOKEN_BYTES)
                .putLong(pin)
                .putLong(position)
                .put(seal(query))
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /**
     * Reads a token's text.
     *
     * @throws ProblemException {@code page_token_invalid} when it is not a token of this query
     */
    static PageToken read(String text, String query) {
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw new ProblemException(problem(), e);
        }
        if (bytes.length != TOKEN_BYTES) {
            throw problem().exception();
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        PageToken token = new PageToken(buffer.getLong(), buffer.getLong());
        byte[] seal = new byte[SEAL_BYTES];
        buffer.get(seal);
        if (!MessageDigest.isEqual(seal, token.seal(query)) || token.position < 0) {
            throw problem().exception();
        }
        return token;
    }

    /** Returns the refusal of a token. */
    static Problem problem() {
        return Problem.of(
                ProblemKind.MALFORMED,
                Codes.PAGE_TOKEN_INVALID,
                "`page_token` does not belong to this query, or the list it goes on with is no longer kept;"
                        + " start again without it");
    }

    private byte[] seal(String query) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(ByteBuffer.allocate(2 * Long.BYTES)
                    .putLong(pin)
                    .putLong(position)
                    .array());
            return Arrays.copyOf(digest.digest(query.getBytes(StandardCharsets.UTF_8)), SEAL_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
