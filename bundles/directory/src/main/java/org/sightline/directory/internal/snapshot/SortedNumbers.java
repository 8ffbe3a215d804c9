package org.sightline.directory.internal.snapshot;

import java.util.Arrays;
import java.util.BitSet;

/** Ascending arrays of different numbers. */
final class SortedNumbers {

    static final int[] NONE = new int[0];

    private SortedNumbers() {}

    static int[] of(BitSet numbers) {
        return numbers.stream().toArray();
    }

    static boolean contains(int[] sorted, int number) {
        return Arrays.binarySearch(sorted, number) >= 0;
    }

    /**
     * Returns the numbers without some and with others, of which those to go must be there and those to come must not.
     */
    static int[] patched(int[] sorted, BitSet gone, BitSet come) {
        if (gone.isEmpty() && come.isEmpty()) {
            return sorted;
        }
        int[] result = new int[sorted.length - gone.cardinality() + come.cardinality()];
        int size = 0;
        int next = come.nextSetBit(0);
        for (int number : sorted) {
            for (; next >= 0 && next < number; next = come.nextSetBit(next + 1)) {
                result[size++] = next;
            }
            if (!gone.get(number)) {
                result[size++] = number;
            }
        }
        for (; next >= 0; next = come.nextSetBit(next + 1)) {
            result[size++] = next;
        }
        return result;
    }
}
