package org.sightline.visibility.internal.engine;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntConsumer;

/**
 * Targets that are in no department of their own run: members in several departments, and those whom rules name. Folded
 * by the pair of classes they have before and after a change, with the numbers of those whom a main rule shows.
 */
final class Elsewhere {

    private final Layout layout;
    private final Places places;

    /** By group: the class before. */
    final int[] classBefore;

    /** By group: the class after. */
    final int[] classAfter;

    /** By group: how many members. */
    final int[] size;

    /** By place from the first set of departments on: its group; -1 for places of no interest. */
    private final int[] groupOfPlace;

    /** By place from the first set of departments on: how many members. */
    private final int[] sizeOfPlace;

    private final int[] stampBefore;
    private final int[] stampAfter;
    private int stamp;

    /** By group: how many of them main rules show, for the runs that are counted. */
    private final int[] countBefore;

    private final int[] countAfter;
    private final int[] countBoth;

    Elsewhere(CompiledEngine before, CompiledEngine after, TouchedRules touched) {
        layout = before.layout;
        places = layout.places;
        int count = layout.placeLimit() - places.departmentCount;
        groupOfPlace = new int[count];
        sizeOfPlace = new int[count];
        stampBefore = new int[count];
        stampAfter = new int[count];
        countMembers();
        Map<Long, Integer> groups = new HashMap<>();
        IntList firsts = new IntList(16);
        IntList seconds = new IntList(16);
        for (int index = 0; index < count; index++) {
            int one = before.targets.classOfPlace[places.departmentCount + index];
            int other = after.targets.classOfPlace[places.departmentCount + index];
            if (sizeOfPlace[index] == 0 || !touched.touchesTargets(one, other)) {
                groupOfPlace[index] = -1;
                continue;
            }
            Integer known = groups.putIfAbsent((long) one << 32 | other, firsts.size());
            groupOfPlace[index] = known == null ? firsts.size() : known;
            if (known == null) {
                firsts.add(one);
                seconds.add(other);
            }
        }
        classBefore = firsts.toArray();
        classAfter = seconds.toArray();
        size = new int[classBefore.length];
        for (int index = 0; index < count; index++) {
            if (groupOfPlace[index] >= 0) {
                size[groupOfPlace[index]] += sizeOfPlace[index];
            }
        }
        countBefore = new int[size.length];
        countAfter = new int[size.length];
        countBoth = new int[size.length];
    }

    private void countMembers() {
        for (int member = 0; member < places.memberCount; member++) {
            int place = layout.place(member);
            if (place >= places.departmentCount) {
                sizeOfPlace[place - places.departmentCount]++;
            }
        }
    }

    int groups() {
        return size.length;
    }

    /** Counts whom main rules show that see these departments before and after. */
    Shown shown(int[] runsBefore, int[] runsAfter) {
        if (size.length == 0) {
            return Shown.NOBODY;
        }
        stamp++;
        boolean allBefore = isAll(runsBefore);
        boolean allAfter = isAll(runsAfter);
        IntList groups = new IntList(8);
        if (!allBefore) {
            count(runsBefore, stampBefore, countBefore, groups);
        }
        if (!allAfter) {
            count(runsAfter, stampAfter, countAfter, groups);
        }
        if (!allBefore && !allAfter) {
            countBoth(runsBefore);
        }
        int[] found = groups.toSortedSet();
        Shown shown = new Shown(
                allBefore,
                allAfter,
                found,
                taken(countBefore, found),
                taken(countAfter, found),
                taken(countBoth, found));
        return allBefore || allAfter ? shown.withBoth() : shown;
    }

    private static int[] taken(int[] counts, int[] groups) {
        int[] taken = new int[groups.length];
        for (int index = 0; index < groups.length; index++) {
            taken[index] = counts[groups[index]];
            counts[groups[index]] = 0;
        }
        return taken;
    }

    private boolean isAll(int[] runs) {
        return runs.length == 2 && runs[0] == 0 && runs[1] == places.departmentCount;
    }

    private void count(int[] runs, int[] stamps, int[] counts, IntList groups) {
        each(runs, index -> {
            if (stamps[index] != stamp) {
                stamps[index] = stamp;
                counts[groupOfPlace[index]] += sizeOfPlace[index];
                groups.add(groupOfPlace[index]);
            }
        });
    }

    private void countBoth(int[] runsBefore) {
        each(runsBefore, index -> {
            // Taking the stamp away counts a place once, however many of its departments are seen.
            if (stampBefore[index] == stamp && stampAfter[index] == stamp) {
                stampBefore[index] = 0;
                countBoth[groupOfPlace[index]] += sizeOfPlace[index];
            }
        });
    }

    /** Tells the places of interest that lie in one of the departments, some of them more than once. */
    private void each(int[] runs, IntConsumer listener) {
        for (int run = 0; run < runs.length; run += 2) {
            int last = -1;
            int to = places.elsewhereStart[runs[run + 1]];
            for (int at = places.elsewhereStart[runs[run]]; at < to; at++) {
                int index = places.placeOf.get(places.elsewhere[at]) - places.departmentCount;
                if (index != last && groupOfPlace[index] >= 0) {
                    listener.accept(index);
                }
                last = index;
            }
        }
        for (int named = 0; named < layout.named.length; named++) {
            int index = layout.firstNamedPlace - places.departmentCount + named;
            if (groupOfPlace[index] >= 0
                    && Runs.containAny(runs, places.departments(places.placeOf.get(layout.named[named])))) {
                listener.accept(index);
            }
        }
    }

    /** Of some groups, how many members main rules show to viewers with the same runs before and after. */
    static final class Shown {

        static final Shown NOBODY =
                new Shown(false, false, Bits.NO_NUMBERS, Bits.NO_NUMBERS, Bits.NO_NUMBERS, Bits.NO_NUMBERS);

        /** Everybody is shown before; {@link #before} says nothing then. */
        final boolean allBefore;

        /** Everybody is shown after; {@link #after} says nothing then. */
        final boolean allAfter;

        /** The groups of which somebody is shown. */
        final int[] groups;

        final int[] before;
        final int[] after;
        final int[] both;

        Shown(boolean allBefore, boolean allAfter, int[] groups, int[] before, int[] after, int[] both) {
            this.allBefore = allBefore;
            this.allAfter = allAfter;
            this.groups = groups;
            this.before = before;
            this.after = after;
            this.both = both;
        }

        /** Who is shown one time is shown both times when the other time everybody is. */
        private Shown withBoth() {
            return new Shown(allBefore, allAfter, groups, before, after, allBefore ? after : before);
        }

        @Override
        public String toString() {
            return "shown " + Arrays.toString(groups);
        }
    }
}
