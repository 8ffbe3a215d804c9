package org.sightline.benchmarks.engine;

import java.util.Random;

/** Random viewers and targets, drawn before anything is measured. */
public final class Pairs {

    private final int[] viewers;
    private final int[] targets;

    /**
     * Draws pairs.
     *
     * @param count   how many
     * @param members numbers are below this
     */
    public Pairs(int count, int members, long seed) {
        Random random = new Random(seed);
        viewers = random.ints(count, 0, members).toArray();
        targets = random.ints(count, 0, members).toArray();
    }

    /** Returns how many there are. */
    public int count() {
        return viewers.length;
    }

    /** Returns the number of a pair's viewer. */
    public int viewer(int pair) {
        return viewers[pair];
    }

    /** Returns the number of a pair's target. */
    public int target(int pair) {
        return targets[pair];
    }
}
