package org.sightline.directory.model;

import java.util.UUID;

/** The one rule all ids follow: 1 to 64 characters out of {@code A-Z a-z 0-9 _ . -}, case-sensitive (docs/concepts.md, "Ids"). */
final class Identifier {

    private static final int MAX_LENGTH = 64;

    private Identifier() {}

    /**
     * Returns the value when it is an id.
     *
     * @throws IllegalArgumentException when it is not, with a text fit for a caller
     */
    static String checked(String what, String value) {
        if (!isAllowed(value)) {
            throw new IllegalArgumentException(
                    what + " must be 1 to 64 characters out of letters, digits, `_`, `.` and `-`");
        }
        return value;
    }

    // By hand, since every question of a batch comes with two ids and a regular expression costs more than the answer.
    private static boolean isAllowed(String value) {
        int length = value.length();
        if (length == 0 || length > MAX_LENGTH) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (!isIdCharacter(value.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isIdCharacter(char c) {
        return (c >= 'a' && c <= 'z')
                || (c >= '0' && c <= '9')
                || (c >= 'A' && c <= 'Z')
                || c == '_'
                || c == '-'
                || c == '.';
    }

    /** A fresh random id of 32 hexadecimal digits. */
    static String random() {
        return UUID.randomUUID().toString().replace("-", "");
    }
}
