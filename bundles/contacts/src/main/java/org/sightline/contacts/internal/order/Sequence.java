package org.sightline.contacts.internal.order;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;

/** Numbers in order: a long sorted list, which is shared, and a few others put in between. */
public final class Sequence {

    private static final int[] NONE = {};

    private final int[] base;
    private final int[] others;

    /** By other: its place in the whole. */
    private final int[] places;

    private Sequence(int[] base, int[] others, int[] places) {
        this.base = base;
        this.others = others;
        this.places = places;
    }

    /** Returns a list as it is. */
    public static Sequence of(int[] base) {
        return new Sequence(base, NONE, NONE);
    }

    /**
     * Returns a list with others put where they belong.
     *
     * @param base     sorted
     * @param inserted in any order, none of them in the list
     * @param standing tells where one of the list stands
     */
    public static Sequence merged(int[] base, List<Standing> inserted, IntFunction<Standing> standing) {
        List<Standing> sorted = inserted.stream().sorted().toList();
        int[] others = new int[sorted.size()];
        int[] places = new int[sorted.size()];
        for (int index = 0; index < others.length; index++) {
            others[index] = sorted.get(index).number();
            places[index] = index + before(base, sorted.get(index), standing);
        }
        return new Sequence(base, others, places);
    }

    private static int before(int[] base, Standing wanted, IntFunction<Standing> standing) {
        int low = 0;
        int high = base.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (standing.apply(base[middle]).compareTo(wanted) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Returns how many there are. */
    public int size() {
        return base.length + others.length;
    }

    /** Returns the number at a place from 0 on. */
    public int at(int place) {
        int at = Arrays.binarySearch(places, place);
        return at >= 0 ? others[at] : base[place + at + 1];
    }
}
