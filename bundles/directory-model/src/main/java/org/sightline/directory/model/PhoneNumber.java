package org.sightline.directory.model;

import java.text.Normalizer;
import java.util.Optional;

/**
 * A phone number as numbers are compared: digits and a leading plus, nothing else (docs/concepts.md, "Found by phone
 * number").
 *
 * @param key the digits, after a plus if there was one
 */
public record PhoneNumber(String key) {

    private static final int MOST_CHARACTERS = 50;

    private static final String BETWEEN_DIGITS = " .-()/\u2212";

    /**
     * Returns the number that a text stands for, leaving out what people put between digits: blanks, dots, dashes,
     * slashes and parentheses. Digits and signs of full width are taken for plain ones.
     *
     * @return empty when something else is in the text, no digit, or more than 50
     */
    public static Optional<PhoneNumber> of(String text) {
        String plain = Normalizer.isNormalized(text, Normalizer.Form.NFKC)
                ? text
                : Normalizer.normalize(text, Normalizer.Form.NFKC);
        StringBuilder key = new StringBuilder(plain.length());
        boolean digits = false;
        for (int at = 0; at < plain.length(); at++) {
            char c = plain.charAt(at);
            int digit = Character.digit(c, 10);
            if (digit >= 0) {
                key.append((char) ('0' + digit));
                digits = true;
            } else if (c == '+' && key.isEmpty()) {
                key.append(c);
            } else if (!mayStandBetweenDigits(c)) {
                return Optional.empty();
            }
        }
        return digits && key.length() <= MOST_CHARACTERS
                ? Optional.of(new PhoneNumber(key.toString()))
                : Optional.empty();
    }

    private static boolean mayStandBetweenDigits(char c) {
        return BETWEEN_DIGITS.indexOf(c) >= 0
                || Character.getType(c) == Character.DASH_PUNCTUATION
                || Character.isSpaceChar(c);
    }
}
