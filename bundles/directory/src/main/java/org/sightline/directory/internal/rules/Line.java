package org.sightline.directory.internal.rules;

import java.text.Normalizer;
import org.jspecify.annotations.Nullable;

/** Rules for text of one line (docs/concepts.md, "Texts"). */
final class Line {

    private Line() {}

    /** Returns the text in Unicode NFC; null for null. */
    static @Nullable String nfcOrNull(@Nullable String text) {
        return text == null ? null : nfc(text);
    }

    static String nfc(String text) {
        return Normalizer.isNormalized(text, Normalizer.Form.NFC)
                ? text
                : Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    /** Notes what is wrong with a text that must be there. */
    static void check(String pointer, String text, int most, Faults faults) {
        if (hasControl(text)) {
            faults.invalid(pointer, "must not contain control characters such as tab, line break or NUL");
        } else if (hasLoneSurrogate(text)) {
            faults.invalid(pointer, "contains half of a surrogate pair, which is not a character");
        } else if (text.isBlank()) {
            faults.invalid(pointer, "must not be blank");
        } else if (text.length() > most) {
            faults.invalid(pointer, "must have at most " + most + " characters, not " + text.length());
        }
    }

    /** Notes what is wrong with a text that may be absent. */
    static void checkOptional(String pointer, @Nullable String text, int most, Faults faults) {
        if (text != null) {
            check(pointer, text, most, faults);
        }
    }

    private static boolean hasControl(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.getType(text.charAt(i)) == Character.CONTROL) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasLoneSurrogate(String text) {
        return text.codePoints()
                .anyMatch(point -> point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE);
    }
}
