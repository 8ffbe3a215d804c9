package org.sightline.access.internal;

import java.text.Normalizer;
import org.sightline.problem.Codes;
import org.sightline.problem.Problem;

/**
 * Which passwords are acceptable (docs/concepts.md, "Signing in"). Lengths count Unicode characters of the normalised
 * password.
 *
 * @param minLength shortest
 * @param maxLength longest
 */
record PasswordRules(int minLength, int maxLength) {

    private static final int LONGEST_MINIMUM = 32;
    private static final int LONGEST_SENSIBLE = 1024;

    /** Normalising can make a text shorter, but not by more than this. */
    private static final int MOST_UNITS_PER_CHARACTER = 8;

    /**
     * Checks the limits.
     *
     * @throws IllegalArgumentException when they make no sense
     */
    PasswordRules {
        if (minLength < 1 || minLength > LONGEST_MINIMUM || maxLength < minLength || maxLength > LONGEST_SENSIBLE) {
            throw new IllegalArgumentException("password lengths from " + minLength + " to " + maxLength
                    + " make no sense: set password_min_length from 1 to " + LONGEST_MINIMUM
                    + " and password_max_length from that to " + LONGEST_SENSIBLE);
        }
    }

    /**
     * Returns the password in Unicode NFC, so that it does not matter how a keyboard composes an umlaut.
     *
     * @param pointer where the password stands in the caller's JSON
     * @throws org.sightline.problem.ProblemException {@code invalid} when the password is not acceptable
     */
    String accepted(String pointer, String password) {
        if (password.length() > maxLength * MOST_UNITS_PER_CHARACTER) {
            throw wrong(pointer, lengthRule());
        }
        String normalised = normalised(password);
        int length = normalised.codePointCount(0, normalised.length());
        if (length < minLength || length > maxLength) {
            throw wrong(pointer, lengthRule());
        }
        if (normalised.codePoints().anyMatch(PasswordRules::isForbidden)) {
            throw wrong(pointer, "a password has no control characters and no halves of characters");
        }
        return normalised;
    }

    /** Whether a password this long can be right at all; others need not be looked at. */
    boolean canBeRight(String password) {
        return password.length() <= maxLength * MOST_UNITS_PER_CHARACTER;
    }

    /** Returns a password in Unicode NFC. */
    static String normalised(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFC);
    }

    private String lengthRule() {
        return "a password has " + minLength + " to " + maxLength + " characters";
    }

    private static boolean isForbidden(int codePoint) {
        int type = Character.getType(codePoint);
        return type == Character.CONTROL || type == Character.SURROGATE;
    }

    private static RuntimeException wrong(String pointer, String detail) {
        return Problem.invalid(pointer, Codes.INVALID, detail).exception();
    }
}
