package org.sightline.visibility.internal.across;

import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/** Some of a relation's collaboration rules, by their place in the list. Immutable, also when handed on by a race. */
final class RuleBits {

    /** No rule at all. */
    static final RuleBits NONE = new RuleBits(new long[0]);

    private final long[] words;
    private final int hash;

    private RuleBits(long[] words) {
        this.words = words;
        this.hash = Arrays.hashCode(words);
    }

    static RuleBits of(BitSet places) {
        return places.isEmpty() ? NONE : new RuleBits(places.toLongArray());
    }

    /** Whether a rule is in both. */
    boolean meets(RuleBits other) {
        long[] theirs = other.words;
        int end = Math.min(words.length, theirs.length);
        for (int word = 0; word < end; word++) {
            if ((words[word] & theirs[word]) != 0) {
                return true;
            }
        }
        return false;
    }

    boolean has(int place) {
        int word = place >>> 6;
        return word < words.length && (words[word] & 1L << place) != 0;
    }

    RuleBits or(RuleBits other) {
        if (other.words.length == 0 || equals(other)) {
            return this;
        }
        if (words.length == 0) {
            return other;
        }
        BitSet both = BitSet.valueOf(words);
        both.or(BitSet.valueOf(other.words));
        return of(both);
    }

    boolean isEmpty() {
        return words.length == 0;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RuleBits that && hash == that.hash && Arrays.equals(words, that.words);
    }

    @Override
    public int hashCode() {
        return hash;
    }

    @Override
    public String toString() {
        return BitSet.valueOf(words).toString();
    }
}
