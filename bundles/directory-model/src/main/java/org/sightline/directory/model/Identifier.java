package org.sightline.directory.model;

import java.util.UUID;
import java.util.regex.Pattern;

/** The one rule all ids follow: 1 to 64 characters out of {@code A-Z a-z 0-9 _ . -}, case-sensitive (docs/concepts.md, "Ids"). */
final class Identifier {

    private static final Pattern ALLOWED = Pattern.compile("[A-Za-z0-9_.-]{1,64}");

    private Identifier() {}

    /**
     * Returns the value when it is an id.
     *
     * @throws IllegalArgumentException when it is not, with a text fit for a caller
     */
    static String checked(String what, String value) {
        if (!ALLOWED.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    what + " must be 1 to 64 characters out of letters, digits, `_`, `.` and `-`");
        }
        return value;
    }

    /** A fresh random id of 32 hexadecimal digits. */
    static String random() {
        return UUID.randomUUID().toString().replace("-", "");
    }
}
