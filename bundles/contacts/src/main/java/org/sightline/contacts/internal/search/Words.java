package org.sightline.contacts.internal.search;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Where words begin: the one place that knows, for the index and for texts that are looked at one by one. */
final class Words {

    private static final String IN_EMAIL = "@.-_";

    private Words() {}

    /** Returns the words of a query, folded; empty when there are none. */
    static List<String> ofQuery(String text) {
        List<String> words = new ArrayList<>();
        split(Folding.fold(text), false, words::add);
        return words;
    }

    /**
     * Tells of a field's value every text that a word of a query may be the beginning of, folded.
     *
     * @param email whether the value is an email address, which has words of its own and is one as a whole
     */
    static void beginnings(String value, boolean email, Consumer<String> listener) {
        String folded = Folding.fold(value);
        split(folded, false, word -> tell(word, listener));
        if (email) {
            split(folded, true, word -> {
                if (word.length() < folded.length()) {
                    tell(word, listener);
                }
            });
        }
    }

    private static void split(String text, boolean email, Consumer<String> listener) {
        int start = 0;
        for (int at = 0; at < text.length(); at++) {
            if (separates(text.charAt(at), email)) {
                if (at > start) {
                    listener.accept(text.substring(start, at));
                }
                start = at + 1;
            }
        }
        if (start == 0) {
            if (!text.isEmpty()) {
                listener.accept(text);
            }
        } else if (start < text.length()) {
            listener.accept(text.substring(start));
        }
    }

    private static boolean separates(char letter, boolean email) {
        return Character.isWhitespace(letter)
                || Character.isSpaceChar(letter)
                || (email && IN_EMAIL.indexOf(letter) >= 0);
    }

    /** The word, and in scripts without spaces its rest from every character on, and from what follows them. */
    private static void tell(String word, Consumer<String> listener) {
        listener.accept(word);
        boolean after = false;
        for (int at = 0; at < word.length(); ) {
            int letter = word.codePointAt(at);
            boolean spaceless = Folding.isSpaceless(letter);
            if (at > 0 && (spaceless || after)) {
                listener.accept(word.substring(at));
            }
            after = spaceless;
            at += Character.charCount(letter);
        }
    }

    /** Whether one value has all words of a query. */
    static boolean haveAll(String value, boolean email, List<String> query) {
        for (String word : query) {
            Wanted wanted = new Wanted(word);
            beginnings(value, email, wanted);
            if (!wanted.found) {
                return false;
            }
        }
        return true;
    }

    private static final class Wanted implements Consumer<String> {

        private final String word;
        private boolean found;

        Wanted(String word) {
            this.word = word;
        }

        @Override
        public void accept(String beginning) {
            found |= beginning.startsWith(word);
        }
    }
}
