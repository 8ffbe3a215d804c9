package org.sightline.visibility.internal.engine;

import java.util.HashMap;
import java.util.Map;

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

    /** By group: how many of them a main rule shows before, after and both times, for the runs last counted. */
    int[] shownBefore;

    int[] shownAfter;
    int[] shownBoth;

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
        shownBefore = new int[size.length];
        shownAfter = new int[size.length];
        shownBoth = new int[size.length];
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
    void count(int[] runsBefore, int[] runsAfter) {
        if (size.length == 0) {
            return;
        }
        stamp++;
        boolean allBefore = isAll(runsBefore);
        boolean allAfter = isAll(runsAfter);
        shownBoth = new int[size.length];
        shownBefore = allBefore ? size : counted(runsBefore, stampBefore);
        shownAfter = allAfter ? size : counted(runsAfter, stampAfter);
        if (allBefore || allAfter) {
            shownBoth = allBefore ? shownAfter : shownBefore;
        } else {
            countBoth(runsBefore);
        }
    }

    private boolean isAll(int[] runs) {
        return runs.length == 2 && runs[0] == 0 && runs[1] == places.departmentCount;
    }

    private int[] counted(int[] runs, int[] stamps) {
        int[] counted = new int[size.length];
        each(runs, index -> {
            if (stamps[index] != stamp) {
                stamps[index] = stamp;
                counted[groupOfPlace[index]] += sizeOfPlace[index];
            }
        });
        return counted;
    }

    private void countBoth(int[] runsBefore) {
        each(runsBefore, index -> {
            // Taking the stamp away counts a place once, however many of its departments are seen.
            if (stampBefore[index] == stamp && stampAfter[index] == stamp) {
                stampBefore[index] = 0;
                shownBoth[groupOfPlace[index]] += sizeOfPlace[index];
            }
        });
    }

    /** Tells the places of interest that lie in one of the departments, some of them more than once. */
    private void each(int[] runs, java.util.function.IntConsumer listener) {
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
}
