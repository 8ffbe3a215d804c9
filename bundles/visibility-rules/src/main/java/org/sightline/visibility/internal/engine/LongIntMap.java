package org.sightline.visibility.internal.engine;

import java.util.Arrays;

/** Numbers that are not negative by long keys that are not negative, without boxes. */
final class LongIntMap {

    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private long[] keys = empty(64);
    private int[] values = new int[64];
    private int size;

    /** Returns the number; -1 when there is none. */
    int get(long key) {
        int slot = slot(key, keys);
        return keys[slot] == key ? values[slot] : -1;
    }

    void put(long key, int value) {
        if (2 * size >= keys.length) {
            grow();
        }
        int slot = slot(key, keys);
        if (keys[slot] != key) {
            keys[slot] = key;
            size++;
        }
        values[slot] = value;
    }

    private void grow() {
        long[] moreKeys = empty(keys.length * 2);
        int[] moreValues = new int[moreKeys.length];
        for (int index = 0; index < keys.length; index++) {
            if (keys[index] >= 0) {
                int slot = slot(keys[index], moreKeys);
                moreKeys[slot] = keys[index];
                moreValues[slot] = values[index];
            }
        }
        keys = moreKeys;
        values = moreValues;
    }

    private static long[] empty(int length) {
        long[] keys = new long[length];
        Arrays.fill(keys, -1);
        return keys;
    }

    private static int slot(long key, long[] keys) {
        int mask = keys.length - 1;
        int slot = (int) ((key * SPREAD) >>> 32) & mask;
        while (keys[slot] >= 0 && keys[slot] != key) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }
}
