package org.sightline.visibility.internal.engine;

import java.util.Arrays;

/** Pairs of numbers, a key and a number of its list each. */
final class IntPairs {

    private long[] pairs = new long[16];
    private int size;

    void add(int key, int number) {
        if (size == pairs.length) {
            pairs = Arrays.copyOf(pairs, size * 2);
        }
        pairs[size++] = (long) key << 32 | number;
    }

    boolean isEmpty() {
        return size == 0;
    }

    /** In the order of keys and then of numbers, the key in the upper half. */
    long[] sorted() {
        long[] sorted = Arrays.copyOf(pairs, size);
        Arrays.sort(sorted);
        return sorted;
    }
}
