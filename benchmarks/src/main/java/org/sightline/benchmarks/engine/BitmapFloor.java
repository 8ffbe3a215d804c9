package org.sightline.benchmarks.engine;

import java.util.Random;

/**
 * The least work a check can be: one bit in the bitmap of the viewer's class. 512 classes, filled at random; nobody
 * could keep such bitmaps true through changes, so this is no rival but a measure.
 */
public final class BitmapFloor {

    private static final int CLASSES = 512;
    private static final int WORD_BITS = 6;

    private final long[][] bitmaps;
    private final int[] classOf;

    /** Fills the bitmaps. */
    public BitmapFloor(int members, long seed) {
        Random random = new Random(seed);
        bitmaps = new long[CLASSES][];
        for (int number = 0; number < CLASSES; number++) {
            bitmaps[number] = random.longs((members >>> WORD_BITS) + 1).toArray();
        }
        classOf = random.ints(members, 0, CLASSES).toArray();
    }

    /** Looks the bit up. */
    public boolean sees(int viewer, int target) {
        return (bitmaps[classOf[viewer]][target >>> WORD_BITS] & 1L << target) != 0;
    }
}
