package org.sightline.visibility.internal.engine;

import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * What the rules say to one class of viewers about every class of targets, filled in as it is asked for. Filling is
 * idempotent, so threads may race for it.
 */
final class Row {

    /** Not asked for yet. */
    static final int UNKNOWN = 0;

    private static final int CELLS_IN_WORD = 32;

    final ViewerEntries viewer;
    private final Targets targets;
    private final Judge judge;
    private final LongConsumer grown;

    /**
     * By target class two bits: {@link Judge#VISIBLE}, {@link Judge#HIDDEN}, {@link Judge#OPEN} or {@link #UNKNOWN}.
     * Two threads that write one word at a time may lose a cell, which is then decided once more.
     */
    final long[] cells;

    private volatile @Nullable Seen seen;

    /**
     * Starts with nothing decided.
     *
     * @param grown told when the row takes more memory than its cells
     */
    Row(ViewerEntries viewer, Targets targets, Judge judge, LongConsumer grown) {
        this.grown = grown;
        this.viewer = viewer;
        this.targets = targets;
        this.judge = judge;
        this.cells = new long[words(targets.classes.length)];
    }

    static int words(int classes) {
        return (classes + CELLS_IN_WORD - 1) / CELLS_IN_WORD;
    }

    /** Reads a cell; {@link #UNKNOWN} when it is not decided yet. */
    static int cell(long[] cells, int targetClass) {
        return (int) (cells[targetClass >>> 5] >>> (targetClass << 1)) & 3;
    }

    /** Reads a cell, deciding it when nobody has. */
    int cell(int targetClass) {
        int cell = cell(cells, targetClass);
        return cell == UNKNOWN ? fill(targetClass) : cell;
    }

    private int fill(int targetClass) {
        int decided = judge.decide(viewer, targets.classes[targetClass]);
        cells[targetClass >>> 5] |= (long) decided << (targetClass << 1);
        return decided;
    }

    /** The row as lists. */
    Seen seen() {
        Seen known = seen;
        if (known == null) {
            known = new Seen(this, targets);
            seen = known;
            grown.accept(known.bytes());
        }
        return known;
    }

    /** What of the organisation a row shows, and what it leaves to the main rule. */
    static final class Seen {

        /** Runs of departments, first and after last in turn, that rules show. */
        final int[] visibleRuns;

        /** Runs of departments, first and after last in turn, that rules leave open. */
        final int[] openRuns;

        /** Places other than departments that rules show. */
        final int[] visiblePlaces;

        Seen(Row row, Targets targets) {
            visibleRuns = runs(row, targets, Judge.VISIBLE);
            openRuns = runs(row, targets, Judge.OPEN);
            IntList places = new IntList(16);
            for (int targetClass = 0; targetClass < targets.classes.length; targetClass++) {
                int[] others = targets.otherPlaces[targetClass];
                if (others.length > 0 && row.cell(targetClass) == Judge.VISIBLE) {
                    places.addAll(others, 0, others.length);
                }
            }
            visiblePlaces = places.toArray();
        }

        private long bytes() {
            return Integer.BYTES * ((long) visibleRuns.length + openRuns.length + visiblePlaces.length);
        }

        private static int[] runs(Row row, Targets targets, int wanted) {
            IntList runs = new IntList(16);
            for (int run = 0; run < targets.runClass.length; run++) {
                if (row.cell(targets.runClass[run]) != wanted) {
                    continue;
                }
                int start = targets.runStart[run];
                if (runs.size() > 0 && runs.get(runs.size() - 1) == start) {
                    runs.removeLast();
                } else {
                    runs.add(start);
                }
                runs.add(targets.runStart[run + 1]);
            }
            return runs.toArray();
        }
    }
}
