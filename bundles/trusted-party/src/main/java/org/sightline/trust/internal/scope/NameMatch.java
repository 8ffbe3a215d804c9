package org.sightline.trust.internal.scope;

import java.text.Normalizer;
import java.util.Locale;

/** Whether a name begins with what somebody typed; case and width do not matter. */
public final class NameMatch {

    private final String words;

    /** Looks for these words. */
    public NameMatch(String words) {
        this.words = folded(words.strip());
    }

    /** Whether the name begins with the words. */
    public boolean begins(String name) {
        return folded(name).startsWith(words);
    }

    /** Whether the name, or what follows a blank in it, begins with the words. */
    public boolean beginsAnyWord(String name) {
        String text = folded(name);
        for (int at = 0; at >= 0 && at < text.length(); at = afterBlank(text, at)) {
            if (text.startsWith(words, at)) {
                return true;
            }
        }
        return false;
    }

    private static int afterBlank(String text, int from) {
        for (int at = from + 1; at < text.length(); at++) {
            if (Character.isWhitespace(text.charAt(at - 1)) && !Character.isWhitespace(text.charAt(at))) {
                return at;
            }
        }
        return -1;
    }

    private static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }
}
