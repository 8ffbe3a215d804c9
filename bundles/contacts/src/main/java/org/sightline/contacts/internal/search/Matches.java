package org.sightline.contacts.internal.search;

import java.util.Arrays;

/** The ranks that have all words of a query, whoever asks: few as a list, many as bits. Immutable. */
final class Matches {

    private static final int[] NO_LIST = {};
    private static final long[] NO_BITS = {};

    private final int[] list;
    private final long[] bits;
    private final int count;

    private Matches(int[] list, long[] bits, int count) {
        this.list = list;
        this.bits = bits;
        this.count = count;
    }

    static Matches of(int[] ascending) {
        return new Matches(ascending, NO_BITS, ascending.length);
    }

    static Matches of(long[] bits) {
        int count = 0;
        for (long word : bits) {
            count += Long.bitCount(word);
        }
        return new Matches(NO_LIST, bits, count);
    }

    /** These and others. */
    Matches with(int[] ascending) {
        if (ascending.length == 0) {
            return this;
        }
        if (bits.length > 0) {
            long[] all = bits.clone();
            for (int rank : ascending) {
                all[rank >>> 6] |= 1L << rank;
            }
            return of(all);
        }
        Ints all = new Ints(list.length + ascending.length);
        for (int rank : list) {
            all.add(rank);
        }
        for (int rank : ascending) {
            all.add(rank);
        }
        return of(all.toSortedSet());
    }

    int count() {
        return count;
    }

    boolean has(int rank) {
        return bits.length == 0 ? Arrays.binarySearch(list, rank) >= 0 : (bits[rank >>> 6] & 1L << rank) != 0;
    }

    /** The first rank from one on; negative when there is none. */
    int next(int from) {
        if (bits.length == 0) {
            int at = Arrays.binarySearch(list, from);
            int index = at >= 0 ? at : -at - 1;
            return index < list.length ? list[index] : -1;
        }
        int word = from >>> 6;
        if (word >= bits.length) {
            return -1;
        }
        long rest = bits[word] & (-1L << from);
        while (rest == 0) {
            if (++word == bits.length) {
                return -1;
            }
            rest = bits[word];
        }
        return (word << 6) + Long.numberOfTrailingZeros(rest);
    }

    /** How many bytes this takes. */
    long bytes() {
        return 64 + 4L * list.length + 8L * bits.length;
    }
}
