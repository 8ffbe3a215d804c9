package org.sightline.rest.internal.answer;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.sightline.problem.Codes;
import org.sightline.problem.Problem;
import org.sightline.problem.ProblemException;
import org.sightline.problem.ProblemKind;

/**
 * Where a list goes on. Opaque to callers, who get nothing out of making one up: the query's rights are checked anew.
 *
 * @param pin      what holds the list still: a revision, or a moment
 * @param position how far the list was read
 * @param others   what else holds the list still: revisions of other tenants
 */
record PageToken(long pin, long position, List<Long> others) {

    private static final int SEAL_BYTES = 12;
    private static final int SHORTEST = Long.BYTES + Long.BYTES + SEAL_BYTES;

    /** So many other pins are read; a token with more was not made here. */
    private static final int MOST_OTHERS = 10_000;

    /** Takes a copy of the list. */
    PageToken {
        others = List.copyOf(others);
    }

    /** Returns the token's text, bound to a query. */
    String write(String query) {
        ByteBuffer buffer = ByteBuffer.allocate(SHORTEST + others.size() * Long.BYTES);
        buffer.put(content()).put(seal(query));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(buffer.array());
    }

    private byte[] content() {
        ByteBuffer buffer = ByteBuffer.allocate((2 + others.size()) * Long.BYTES);
        buffer.putLong(pin).putLong(position);
        others.forEach(buffer::putLong);
        return buffer.array();
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
        int more = bytes.length - SHORTEST;
        if (more < 0 || more % Long.BYTES != 0 || more / Long.BYTES > MOST_OTHERS) {
            throw problem().exception();
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        long pin = buffer.getLong();
        long position = buffer.getLong();
        List<Long> others = new ArrayList<>();
        for (int at = 0; at < more / Long.BYTES; at++) {
            others.add(buffer.getLong());
        }
        PageToken token = new PageToken(pin, position, others);
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
            digest.update(content());
            return Arrays.copyOf(digest.digest(query.getBytes(StandardCharsets.UTF_8)), SEAL_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
