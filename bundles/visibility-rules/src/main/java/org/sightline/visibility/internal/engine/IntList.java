package org.sightline.visibility.internal.engine;

import java.util.Arrays;

/** A growing list of numbers without boxes. */
final class IntList {

    /** From one number in so many on, a bitmap sorts faster than a sort. */
    private static final int BITMAP_PAYS = 128;

    private int[] numbers;
    private int size;

    IntList(int capacity) {
        numbers = new int[Math.max(capacity, 4)];
    }

    void add(int number) {
        if (size == numbers.length) {
            numbers = Arrays.copyOf(numbers, size * 2);
        }
        numbers[size++] = number;
    }

    void addAll(int[] source, int from, int to) {
        int count = to - from;
        if (count <= 0) {
            return;
        }
        if (size + count > numbers.length) {
            numbers = Arrays.copyOf(numbers, Math.max(numbers.length * 2, size + count));
        }
        System.arraycopy(source, from, numbers, size, count);
        size += count;
    }

    int get(int index) {
        return numbers[index];
    }

    void set(int index, int number) {
        numbers[index] = number;
    }

    int size() {
        return size;
    }

    void clear() {
        size = 0;
    }

    void removeLast() {
        size--;
    }

    int[] toArray() {
        return Arrays.copyOf(numbers, size);
    }

    /**
     * The numbers in ascending order, each once.
     *
     * @param bound above every number
     */
    int[] toSortedSet(int bound) {
        return size < bound / BITMAP_PAYS ? toSortedSet() : throughBitmap(bound);
    }

    /** The numbers in ascending order, each once. */
    int[] toSortedSet() {
        Arrays.sort(numbers, 0, size);
        int kept = 0;
        for (int index = 0; index < size; index++) {
            if (kept == 0 || numbers[kept - 1] != numbers[index]) {
                numbers[kept++] = numbers[index];
            }
        }
        size = kept;
        return toArray();
    }

    private int[] throughBitmap(int bound) {
        long[] bitmap = new long[(bound + 63) >>> 6];
        for (int index = 0; index < size; index++) {
            bitmap[numbers[index] >>> 6] |= 1L << numbers[index];
        }
        int count = 0;
        for (long word : bitmap) {
            count += Long.bitCount(word);
        }
        int[] sorted = new int[count];
        int filled = 0;
        for (int word = 0; word < bitmap.length; word++) {
            for (long bits = bitmap[word]; bits != 0; bits &= bits - 1) {
                sorted[filled++] = (word << 6) + Long.numberOfTrailingZeros(bits);
            }
        }
        return sorted;
    }
}
