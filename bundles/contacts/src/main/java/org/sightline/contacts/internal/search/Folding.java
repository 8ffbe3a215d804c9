package org.sightline.contacts.internal.search;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.Normalizer2;

/** Takes from texts what a search does not look at: case, accents and width (docs/concepts.md, "Search"). */
final class Folding {

    private static final Normalizer2 APART = Normalizer2.getNFKDInstance();
    private static final Normalizer2 TOGETHER = Normalizer2.getNFCInstance();

    private Folding() {}

    /** Returns the text in lower case, without accents, in plain width; white space is kept. */
    static String fold(String text) {
        return isAscii(text) ? lower(text) : foldAny(text);
    }

    private static boolean isAscii(String text) {
        for (int at = 0; at < text.length(); at++) {
            if (text.charAt(at) >= 0x80) {
                return false;
            }
        }
        return true;
    }

    private static String lower(String ascii) {
        for (int at = 0; at < ascii.length(); at++) {
            char letter = ascii.charAt(at);
            if (letter >= 'A' && letter <= 'Z') {
                return ascii.toLowerCase(java.util.Locale.ROOT);
            }
        }
        return ascii;
    }

    private static String foldAny(String text) {
        String apart = APART.normalize(text);
        StringBuilder plain = new StringBuilder(apart.length());
        for (int at = 0; at < apart.length(); at++) {
            if (!isAccent(apart.charAt(at))) {
                plain.append(apart.charAt(at));
            }
        }
        // Folding case can bring accents that another letter had in one.
        String folded = UCharacter.foldCase(plain.toString(), true);
        return TOGETHER.normalize(folded);
    }

    /** Marks that writers may leave out. Those that make another letter, as in kana, Thai or Devanagari, are none. */
    private static boolean isAccent(char letter) {
        return letter >= 0x300
                && (letter <= 0x36f
                        || (letter >= 0x591 && letter <= 0x5c7 && UCharacter.getType(letter) == MARK)
                        || (letter >= 0x64b && letter <= 0x65f)
                        || letter == 0x670
                        || (letter >= 0x1ab0 && letter <= 0x1aff)
                        || (letter >= 0x1dc0 && letter <= 0x1dff)
                        || (letter >= 0x20d0 && letter <= 0x20ff)
                        || (letter >= 0xfe20 && letter <= 0xfe2f));
    }

    private static final int MARK = com.ibm.icu.lang.UCharacterCategory.NON_SPACING_MARK;

    /** Whether a character belongs to a script that does not put spaces between words, or to one whose names have none. */
    static boolean isSpaceless(int letter) {
        if (letter < 0xe00) {
            return false;
        }
        return switch (UScript.getScript(letter)) {
            case UScript.HAN,
                    UScript.HIRAGANA,
                    UScript.KATAKANA,
                    UScript.BOPOMOFO,
                    UScript.HANGUL,
                    UScript.THAI,
                    UScript.LAO,
                    UScript.KHMER,
                    UScript.MYANMAR -> true;
            default -> false;
        };
    }
}
