package org.sightline.storage.internal.image;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The checksum of a table: the SHA-256 of its rows, added up modulo 2^256. Databases hand out rows in different orders,
 * which this does not depend on; unlike with exclusive or, a row that is there twice does not vanish.
 */
final class ContentSum {

    private static final int DIGITS = 8;
    private static final long DIGIT_MASK = 0xFFFF_FFFFL;

    /** The sum in digits of 32 bits, the highest first. */
    private final long[] digits = new long[DIGITS];

    private final MessageDigest digest = sha256();
    private long rows;

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    void add(byte[] row) {
        rows++;
        ByteBuffer hash = ByteBuffer.wrap(digest.digest(row));
        long carry = 0;
        for (int at = DIGITS - 1; at >= 0; at--) {
            long sum = digits[at] + (hash.getInt(at * Integer.BYTES) & DIGIT_MASK) + carry;
            digits[at] = sum & DIGIT_MASK;
            carry = sum >>> Integer.SIZE;
        }
    }

    long rows() {
        return rows;
    }

    String hex() {
        StringBuilder text = new StringBuilder();
        for (long digit : digits) {
            text.append(HexFormat.of().toHexDigits((int) digit));
        }
        return text.toString();
    }
}
