package org.sightline.visibility.internal.engine;

import java.util.Arrays;

/** Ascending lists of numbers, one for each key from 0 on, one after the other in one array. */
final class NumberLists {

    /** By key: where its list starts; one more entry than keys. */
    final int[] start;

    final int[] numbers;

    private NumberLists(int[] start, int[] numbers) {
        this.start = start;
        this.numbers = numbers;
    }

    /**
     * Makes lists.
     *
     * @param entries the keys' numbers, each list ascending; told twice
     */
    static NumberLists of(int keys, Entries entries) {
        int[] start = new int[keys + 1];
        entries.tell((key, number) -> start[key + 1]++);
        accumulate(start);
        int[] next = start.clone();
        int[] numbers = new int[start[keys]];
        entries.tell((key, number) -> numbers[next[key]++] = number);
        return new NumberLists(start, numbers);
    }

    private static void accumulate(int[] counts) {
        for (int index = 1; index < counts.length; index++) {
            counts[index] += counts[index - 1];
        }
    }

    int keys() {
        return start.length - 1;
    }

    /**
     * Returns the lists with some entries more and some less.
     *
     * @param keys how many keys there are then, not fewer than now
     * @param gone entries that are there
     * @param come entries that are not there
     */
    NumberLists with(int keys, IntPairs gone, IntPairs come) {
        long[] going = gone.sorted();
        long[] coming = come.sorted();
        int[] result = new int[numbers.length - going.length + coming.length];
        int[] starts = Arrays.copyOf(start, keys + 1);
        Arrays.fill(starts, start.length, starts.length, numbers.length);
        int at = 0;
        int filled = 0;
        int nextGoing = 0;
        int nextComing = 0;
        while (nextGoing < going.length || nextComing < coming.length) {
            boolean goes =
                    nextComing == coming.length || (nextGoing < going.length && going[nextGoing] < coming[nextComing]);
            long entry = goes ? going[nextGoing++] : coming[nextComing++];
            int position = position(entry);
            System.arraycopy(numbers, at, result, filled, position - at);
            filled += position - at;
            at = position;
            if (goes) {
                at++;
            } else {
                result[filled++] = (int) entry;
            }
        }
        System.arraycopy(numbers, at, result, filled, numbers.length - at);
        shift(starts, going, coming);
        return new NumberLists(starts, result);
    }

    /** Where an entry is or would be. */
    private int position(long entry) {
        int key = (int) (entry >>> 32);
        if (key >= keys()) {
            return numbers.length;
        }
        int at = Arrays.binarySearch(numbers, start[key], start[key + 1], (int) entry);
        return at >= 0 ? at : -at - 1;
    }

    private static void shift(int[] starts, long[] going, long[] coming) {
        int nextGoing = 0;
        int nextComing = 0;
        for (int key = 0; key < starts.length; key++) {
            while (nextGoing < going.length && going[nextGoing] >>> 32 < key) {
                nextGoing++;
            }
            while (nextComing < coming.length && coming[nextComing] >>> 32 < key) {
                nextComing++;
            }
            starts[key] += nextComing - nextGoing;
        }
    }

    /**
     * Returns the same lists under other keys.
     *
     * @param before by new key: the key it had, or a negative number for one without a list
     */
    NumberLists rekeyed(int[] before) {
        int[] starts = new int[before.length + 1];
        int[] moved = new int[numbers.length];
        for (int key = 0; key < before.length; key++) {
            int length = before[key] < 0 ? 0 : start[before[key] + 1] - start[before[key]];
            if (length > 0) {
                System.arraycopy(numbers, start[before[key]], moved, starts[key], length);
            }
            starts[key + 1] = starts[key] + length;
        }
        return new NumberLists(starts, Arrays.copyOf(moved, starts[before.length]));
    }

    /** Tells entries. */
    @FunctionalInterface
    interface Entries {

        void tell(Listener listener);
    }

    /** Is told of entries. */
    @FunctionalInterface
    interface Listener {

        void entry(int key, int number);
    }
}
