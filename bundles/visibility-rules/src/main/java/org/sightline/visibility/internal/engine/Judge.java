package org.sightline.visibility.internal.engine;

import org.jspecify.annotations.Nullable;

/**
 * The decision itself (docs/concepts.md, "The decision"): of all matches in a set keep those that no other outranks;
 * one of them hides, and the answer is hidden. The only place that knows it; checks, lists and explanations come here.
 */
final class Judge {

    /** No set has a match: the main rule decides. */
    static final int OPEN = 3;

    static final int VISIBLE = 2;
    static final int HIDDEN = 1;

    /** Told of every match while a set is decided. */
    interface Witness {

        /**
         * One subject entry and one object entry meet.
         *
         * @param subject      position among the viewer's entries: member, groups, departments
         * @param object       position among the target's entries
         * @param outranked whether a more specific match overrules it
         */
        void match(long[] subject, int position, int object, boolean outranked);
    }

    private final RuleTable table;
    private final int[] end;

    Judge(RuleTable table, int[] end) {
        this.table = table;
        this.end = end;
    }

    /** Decides over both sets. */
    int decide(ViewerEntries viewer, TargetEntries target) {
        for (int set = 0; set < table.firstWord.length - 1; set++) {
            if (table.meet(viewer.union, target.union, set)) {
                return decide(viewer, target, set, null);
            }
        }
        return OPEN;
    }

    /** The first set with a match, counted from 0; -1 when there is none. */
    int decidingSet(ViewerEntries viewer, TargetEntries target) {
        for (int set = 0; set < table.firstWord.length - 1; set++) {
            if (table.meet(viewer.union, target.union, set)) {
                return set;
            }
        }
        return -1;
    }

    /** Decides within a set that has a match. */
    int decide(ViewerEntries viewer, TargetEntries target, int set, @Nullable Witness witness) {
        Contest contest = new Contest(target, set, witness);
        int position = 0;
        if (viewer.memberBits != null) {
            long[] met = contest.enter(viewer.memberBits, position, contest.higher);
            add(contest.higher, met);
            position++;
        }
        contest.enterGroups(viewer.groups, position);
        contest.enterDepartments(viewer, position + viewer.groups.length);
        return contest.hidden ? HIDDEN : VISIBLE;
    }

    private static void add(long[] to, long[] from) {
        for (int word = 0; word < to.length; word++) {
            to[word] |= from[word];
        }
    }

    private static boolean intersect(long[] left, long[] right) {
        for (int word = 0; word < left.length; word++) {
            if ((left[word] & right[word]) != 0) {
                return true;
            }
        }
        return false;
    }

    /** One set's matches between one viewer and one target, subject by subject from the most specific down. */
    private final class Contest {

        final TargetEntries target;
        final int set;
        final @Nullable Witness witness;

        /** Objects met by subjects that are more specific than the ones entering now. */
        final long[] higher;

        boolean hidden;

        Contest(TargetEntries target, int set, @Nullable Witness witness) {
            this.target = target;
            this.set = set;
            this.witness = witness;
            this.higher = new long[(target.size() + 63) >>> 6];
        }

        void enterGroups(int[] groups, int firstPosition) {
            long[] all = new long[higher.length];
            for (int index = 0; index < groups.length; index++) {
                long[] subject = Bits.present(table.subjectGroups[groups[index]]);
                add(all, enter(subject, firstPosition + index, higher));
            }
            add(higher, all);
        }

        void enterDepartments(ViewerEntries viewer, int firstPosition) {
            int[] departments = viewer.departments;
            long[][] met = new long[departments.length][];
            for (int index = departments.length - 1; index >= 0; index--) {
                long[] above = higher.clone();
                for (int below = index + 1; below < departments.length; below++) {
                    if (departments[below] < end[departments[index]]) {
                        add(above, met[below]);
                    }
                }
                long[] subject = Bits.present(table.subjectDepartments[departments[index]]);
                met[index] = enter(subject, firstPosition + index, above);
            }
        }

        /** Enters one subject; returns the objects it meets. */
        long[] enter(long[] subject, int position, long[] metByHigher) {
            long[] met = new long[higher.length];
            for (int object = 0; object < target.size(); object++) {
                if (table.meet(subject, target.bits[object], set)) {
                    met[object >>> 6] |= 1L << object;
                }
            }
            for (int object = 0; object < target.size(); object++) {
                if ((met[object >>> 6] & 1L << object) == 0) {
                    continue;
                }
                boolean outranked = outranked(object, met, metByHigher);
                hidden |= !outranked && table.meetHiding(subject, target.bits[object], set);
                if (witness != null) {
                    witness.match(subject, position, object, outranked);
                }
            }
            return met;
        }

        private boolean outranked(int object, long[] met, long[] metByHigher) {
            long[] asSpecific = target.asSpecific[object];
            if (intersect(asSpecific, metByHigher)) {
                return true;
            }
            int own = object >>> 6;
            for (int word = 0; word < met.length; word++) {
                long moreSpecific = word == own ? asSpecific[word] & ~(1L << object) : asSpecific[word];
                if ((moreSpecific & met[word]) != 0) {
                    return true;
                }
            }
            return false;
        }
    }
}
