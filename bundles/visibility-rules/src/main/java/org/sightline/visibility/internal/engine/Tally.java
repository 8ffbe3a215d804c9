package org.sightline.visibility.internal.engine;

import java.util.Arrays;

/**
 * What viewers of a row before and a row after a change gain and lose. Targets are of one <em>sort</em> when rules say
 * the same about them before and the same after; members of each sort are summed up over the departments, so that what
 * a main rule shows is worth a few subtractions, however many classes of targets there are.
 */
final class Tally {

    private static final int VISIBLE_HIDDEN = sort(Judge.VISIBLE, Judge.HIDDEN);
    private static final int VISIBLE_OPEN = sort(Judge.VISIBLE, Judge.OPEN);
    private static final int HIDDEN_VISIBLE = sort(Judge.HIDDEN, Judge.VISIBLE);
    private static final int HIDDEN_OPEN = sort(Judge.HIDDEN, Judge.OPEN);
    private static final int OPEN_VISIBLE = sort(Judge.OPEN, Judge.VISIBLE);
    private static final int OPEN_HIDDEN = sort(Judge.OPEN, Judge.HIDDEN);
    private static final int OPEN_OPEN = sort(Judge.OPEN, Judge.OPEN);

    /** Sorts for which it matters whom the main rule shows. */
    private static final int[] OPEN_SORTS = {VISIBLE_OPEN, HIDDEN_OPEN, OPEN_VISIBLE, OPEN_HIDDEN, OPEN_OPEN};

    private static final int SORTS = 16;

    private final Segments segments;
    private final Elsewhere elsewhere;
    private final TouchedRules touched;

    /** By sort: how many members. */
    private final long[] all = new long[SORTS];

    /** By sort: how many of them elsewhere. */
    private final long[] allElsewhere = new long[SORTS];

    /** By sort and segment: how many members in the segments before. */
    private final int[][] before = new int[SORTS][];

    private final int[] sortOfSegment;
    private final int[] sortOfGroup;

    private long gained;
    private long lost;

    Tally(Segments segments, Elsewhere elsewhere, TouchedRules touched) {
        this.segments = segments;
        this.elsewhere = elsewhere;
        this.touched = touched;
        sortOfSegment = new int[segments.count()];
        sortOfGroup = new int[elsewhere.groups()];
        for (int sort : OPEN_SORTS) {
            before[sort] = new int[segments.count() + 1];
        }
    }

    private static int sort(int cellBefore, int cellAfter) {
        return cellBefore << 2 | cellAfter;
    }

    /** Sorts the targets for the viewers of two rows. */
    void take(Row rowBefore, Row rowAfter) {
        Arrays.fill(all, 0);
        Arrays.fill(allElsewhere, 0);
        for (int segment = 0; segment < sortOfSegment.length; segment++) {
            int sort = sort(rowBefore, rowAfter, segments.classBefore[segment], segments.classAfter[segment]);
            int members = segments.members(segments.first[segment], segments.after[segment]);
            sortOfSegment[segment] = sort;
            all[sort] += members;
            for (int open : OPEN_SORTS) {
                before[open][segment + 1] = before[open][segment] + (open == sort ? members : 0);
            }
        }
        for (int group = 0; group < sortOfGroup.length; group++) {
            int sort = sort(rowBefore, rowAfter, elsewhere.classBefore[group], elsewhere.classAfter[group]);
            sortOfGroup[group] = sort;
            all[sort] += elsewhere.size[group];
            allElsewhere[sort] += elsewhere.size[group];
        }
    }

    /** 0, which is nobody's sort, where nothing can change. */
    private int sort(Row rowBefore, Row rowAfter, int classBefore, int classAfter) {
        return touched.touches(rowBefore, rowAfter, classBefore, classAfter)
                ? sort(rowBefore.cell(classBefore), rowAfter.cell(classAfter))
                : 0;
    }

    /** Counts for those of the viewers who have this outlook. */
    void look(Outlook outlook) {
        long shownBoth = shown(OPEN_OPEN, outlook.runsBoth, outlook.cutsBoth) + bothElsewhere(outlook.shown);
        gained = all[HIDDEN_VISIBLE]
                + all[OPEN_VISIBLE]
                - shownBefore(OPEN_VISIBLE, outlook)
                + shownAfter(HIDDEN_OPEN, outlook)
                + shownAfter(OPEN_OPEN, outlook)
                - shownBoth;
        lost = all[VISIBLE_HIDDEN]
                + all[VISIBLE_OPEN]
                - shownAfter(VISIBLE_OPEN, outlook)
                + shownBefore(OPEN_HIDDEN, outlook)
                + shownBefore(OPEN_OPEN, outlook)
                - shownBoth;
    }

    /** How many targets each viewer of the last outlook gains, themself included. */
    long gained() {
        return gained;
    }

    /** How many targets each viewer of the last outlook loses, themself included. */
    long lost() {
        return lost;
    }

    private long shownBefore(int sort, Outlook outlook) {
        Elsewhere.Shown shown = outlook.shown;
        return shown(sort, outlook.runsBefore, outlook.cutsBefore)
                + (shown.allBefore ? allElsewhere[sort] : sum(sort, shown.groups, shown.before));
    }

    private long shownAfter(int sort, Outlook outlook) {
        Elsewhere.Shown shown = outlook.shown;
        return shown(sort, outlook.runsAfter, outlook.cutsAfter)
                + (shown.allAfter ? allElsewhere[sort] : sum(sort, shown.groups, shown.after));
    }

    private long bothElsewhere(Elsewhere.Shown shown) {
        return shown.allBefore && shown.allAfter ? allElsewhere[OPEN_OPEN] : sum(OPEN_OPEN, shown.groups, shown.both);
    }

    private long sum(int sort, int[] groups, int[] counts) {
        long sum = 0;
        for (int index = 0; index < groups.length; index++) {
            sum += sortOfGroup[groups[index]] == sort ? counts[index] : 0;
        }
        return sum;
    }

    /** How many members of a sort are in the departments of runs. */
    private long shown(int sort, int[] runs, int[] cuts) {
        long shown = 0;
        for (int run = 0; run < runs.length; run += 2) {
            shown += before(sort, runs[run + 1], cuts[run + 1]) - before(sort, runs[run], cuts[run]);
        }
        return shown;
    }

    private int before(int sort, int department, int cut) {
        boolean inside = cut < sortOfSegment.length && segments.first[cut] < department && sortOfSegment[cut] == sort;
        return before[sort][cut] + (inside ? segments.members(segments.first[cut], department) : 0);
    }
}
