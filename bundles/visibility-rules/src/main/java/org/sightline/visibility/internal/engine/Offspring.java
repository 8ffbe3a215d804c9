package org.sightline.visibility.internal.engine;

import java.util.Arrays;

/** New bases by the base they come from and the groups that set them apart. */
final class Offspring {

    private static final long SPREAD = 0x9E3779B97F4A7C15L;
    private static final int FREE = -1;

    private final int first;
    private int[] slots = free(64);
    private int[] origins = new int[32];
    private long[] groups = new long[32];
    private int count;

    /** Starts with none; the first new base will have this number, the next ones those after it. */
    Offspring(int first) {
        this.first = first;
    }

    /** Returns the new base; -1 when there is none yet. */
    int find(int origin, long bits) {
        int index = slots[slot(origin, bits)];
        return index == FREE ? FREE : first + index;
    }

    /** Adds the next new base. */
    void add(int origin, long bits) {
        if (count == origins.length) {
            grow();
        }
        origins[count] = origin;
        groups[count] = bits;
        slots[slot(origin, bits)] = count++;
    }

    private void grow() {
        origins = Arrays.copyOf(origins, 2 * count);
        groups = Arrays.copyOf(groups, 2 * count);
        slots = free(4 * count);
        for (int index = 0; index < count; index++) {
            slots[slot(origins[index], groups[index])] = index;
        }
    }

    private static int[] free(int length) {
        int[] slots = new int[length];
        Arrays.fill(slots, FREE);
        return slots;
    }

    private int slot(int origin, long bits) {
        int mask = slots.length - 1;
        int slot = (int) (((bits ^ origin * SPREAD) * SPREAD) >>> 32) & mask;
        while (slots[slot] != FREE && !(origins[slots[slot]] == origin && groups[slots[slot]] == bits)) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }
}
