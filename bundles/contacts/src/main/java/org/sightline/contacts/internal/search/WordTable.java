package org.sightline.contacts.internal.search;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * The beginnings of one field's words, sorted, each with the ranks of those who have it. Immutable and without objects
 * of its own for single words.
 */
final class WordTable {

    /** All words in UTF-8, one after the other. */
    private final byte[] text;

    /** By word: where it starts in the text; one more entry than words. */
    private final int[] textStart;

    /** By word: where its ranks start; one more entry than words. */
    private final int[] rankStart;

    /** Ascending within each word. */
    private final int[] ranks;

    private WordTable(byte[] text, int[] textStart, int[] rankStart, int[] ranks) {
        this.text = text;
        this.textStart = textStart;
        this.rankStart = rankStart;
        this.ranks = ranks;
    }

    private String word(int index) {
        return new String(text, textStart[index], textStart[index + 1] - textStart[index], StandardCharsets.UTF_8);
    }

    /** The ranks of words that begin like this, as a stretch; the same rank can be there more than once. */
    Stretch beginningWith(String prefix) {
        int low = first(0, prefix, false);
        int after = first(low, prefix, true);
        return new Stretch(ranks, rankStart[low], rankStart[after]);
    }

    /** The first word from an index on that is not before the prefix, or that is after all that begin with it. */
    private int first(int from, String prefix, boolean afterwards) {
        int low = from;
        int high = textStart.length - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            String word = word(middle);
            boolean before = afterwards ? word.startsWith(prefix) : word.compareTo(prefix) < 0;
            if (before) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** How many bytes this takes. */
    long bytes() {
        return text.length + 4L * (textStart.length + rankStart.length + ranks.length);
    }

    /**
     * A part of a list of ranks, not sorted as a whole.
     *
     * @param ranks the list
     * @param from  the first
     * @param to    after the last
     */
    record Stretch(@SuppressWarnings("ArrayRecordComponent") int[] ranks, int from, int to) {

        int size() {
            return to - from;
        }
    }

    /** Gathers words; those who have them must come by rank. */
    static final class Builder {

        private final Map<String, Integer> numbers = new HashMap<>();
        private final Ints lastRank = new Ints(64);
        private final Ints count = new Ints(64);
        private final Ints wordOf = new Ints(64);
        private final Ints rankOf = new Ints(64);

        /** A word's number; until the table is built words are told apart by these. */
        int number(String word) {
            int next = numbers.size();
            int number = numbers.computeIfAbsent(word, unseen -> next);
            if (number == next) {
                lastRank.add(-1);
                count.add(0);
            }
            return number;
        }

        void add(int number, int rank) {
            if (lastRank.get(number) != rank) {
                lastRank.set(number, rank);
                count.set(number, count.get(number) + 1);
                wordOf.add(number);
                rankOf.add(rank);
            }
        }

        WordTable build() {
            String[] words = numbers.keySet().toArray(new String[0]);
            Arrays.sort(words);
            int[] textStart = new int[words.length + 1];
            int[] rankStart = new int[words.length + 1];
            int[] next = new int[words.length];
            byte[] text = new byte[256];
            for (int index = 0; index < words.length; index++) {
                byte[] word = words[index].getBytes(StandardCharsets.UTF_8);
                int end = textStart[index] + word.length;
                if (end > text.length) {
                    text = Arrays.copyOf(text, Math.max(end, text.length + (text.length >> 1)));
                }
                System.arraycopy(word, 0, text, textStart[index], word.length);
                textStart[index + 1] = end;
                int number = numbers.getOrDefault(words[index], 0);
                next[number] = rankStart[index];
                rankStart[index + 1] = rankStart[index] + count.get(number);
            }
            int[] ranks = new int[rankOf.size()];
            for (int index = 0; index < ranks.length; index++) {
                ranks[next[wordOf.get(index)]++] = rankOf.get(index);
            }
            return new WordTable(Arrays.copyOf(text, textStart[words.length]), textStart, rankStart, ranks);
        }
    }
}
