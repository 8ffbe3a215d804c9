package org.sightline.visibility.internal.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Places folded into target classes: two places are in one class when the same object entries fit them, so that no
 * rule can tell them apart.
 */
final class Targets {

    /** The class of whatever no rule names as object. */
    static final int NAMED_BY_NONE = 0;

    private final RuleTable table;
    private final int[] parent;
    private final int[] end;

    /** How many places that are shared have a class. */
    private final int knownPlaces;

    /** By class. */
    final TargetEntries[] classes;

    /** By place. */
    final int[] classOfPlace;

    /** Runs of departments of one class: where each begins; one more entry than runs. */
    final int[] runStart;

    /** By run. */
    final int[] runClass;

    /** By class: the places that are no department, one array each. */
    final int[][] otherPlaces;

    /** One bit by place: departments that no rule names and whoever is only in these. */
    private final long[] untouched;

    private final List<TargetEntries> found = new ArrayList<>();

    /** By department: itself or the nearest one above that a rule names as object; -1 when there is none. */
    private final int[] nearest;

    Targets(Layout layout, RuleTable table) {
        this.table = table;
        parent = layout.places.parent;
        end = layout.places.end;
        knownPlaces = layout.places.count();
        classOfPlace = new int[layout.placeLimit()];
        nearest = new int[layout.places.departmentCount];
        found.add(new TargetEntries(-1, null, new int[0], new long[0][], end, table.words()));
        classifyDepartments();
        classifySets(layout.places, layout.places.departmentCount);
        classifyNamed(layout);
        classes = found.toArray(new TargetEntries[0]);
        untouched = new long[(classOfPlace.length >>> 6) + 1];
        IntList starts = new IntList(64);
        IntList runs = new IntList(64);
        for (int department = 0; department < layout.places.departmentCount; department++) {
            int itsClass = classOfPlace[department];
            if (itsClass == NAMED_BY_NONE) {
                untouched[department >>> 6] |= 1L << department;
            }
            if (department == 0 || itsClass != runs.get(runs.size() - 1)) {
                starts.add(department);
                runs.add(itsClass);
            }
        }
        starts.add(layout.places.departmentCount);
        runStart = starts.toArray();
        runClass = runs.toArray();
        otherPlaces = gatherOtherPlaces(layout);
    }

    /** The same classes, and some sets of departments more. */
    private Targets(Targets before, Layout layout) {
        table = before.table;
        parent = before.parent;
        end = before.end;
        knownPlaces = layout.places.count();
        nearest = before.nearest;
        classOfPlace = before.classOfPlace.clone();
        found.addAll(Arrays.asList(before.classes));
        classifySets(layout.places, before.knownPlaces);
        classes = found.toArray(new TargetEntries[0]);
        untouched = before.untouched;
        runStart = before.runStart;
        runClass = before.runClass;
        otherPlaces = gatherOtherPlaces(layout);
    }

    /** Returns the classes over a layout in which only sets of departments may have been added. */
    Targets over(Layout layout) {
        return layout.places.count() == knownPlaces ? this : new Targets(this, layout);
    }

    /** Whether a place is a department that no rule names. */
    boolean isUntouched(int place) {
        return (untouched[place >>> 6] & 1L << place) != 0;
    }

    private void classifyDepartments() {
        for (int department = 0; department < nearest.length; department++) {
            int above = parent[department];
            if (table.objectDepartments[department] != null) {
                nearest[department] = department;
                classOfPlace[department] = found.size();
                found.add(entries(-1, new int[] {department}));
            } else {
                nearest[department] = above < 0 ? Places.NONE : nearest[above];
                classOfPlace[department] = above < 0 ? 0 : classOfPlace[above];
            }
        }
    }

    private void classifySets(Places places, int from) {
        LongIntMap pairs = new LongIntMap();
        Map<IntKey, Integer> larger = new HashMap<>();
        for (int place = from; place < places.count(); place++) {
            int[] set = places.sets[place - places.departmentCount];
            classOfPlace[place] =
                    set.length == 2 ? classOfPair(nearest[set[0]], nearest[set[1]], pairs) : classOfSet(set, larger);
        }
    }

    /** The class of who is below two named departments, or below none when they are negative. */
    private int classOfPair(int one, int other, LongIntMap known) {
        int upper = Math.min(one, other);
        int lower = Math.max(one, other);
        if (lower < 0) {
            return 0;
        }
        if (upper < 0 || lower < end[upper]) {
            return classOfPlace[lower];
        }
        long key = (long) upper << 32 | lower;
        int itsClass = known.get(key);
        if (itsClass < 0) {
            itsClass = found.size();
            found.add(entries(-1, new int[] {upper, lower}));
            known.put(key, itsClass);
        }
        return itsClass;
    }

    private int classOfSet(int[] set, Map<IntKey, Integer> known) {
        IntList around = new IntList(set.length);
        for (int department : set) {
            if (nearest[department] >= 0) {
                around.add(nearest[department]);
            }
        }
        int[] key = around.toSortedSet();
        if (key.length < 2) {
            return key.length == 0 ? 0 : classOfPlace[key[0]];
        }
        return known.computeIfAbsent(new IntKey(key), unseen -> {
            found.add(entries(-1, key));
            return found.size() - 1;
        });
    }

    private void classifyNamed(Layout layout) {
        Map<NamedKey, Integer> known = new HashMap<>();
        for (int place = layout.firstNamedPlace; place < classOfPlace.length; place++) {
            int member = layout.memberAlone(place);
            int shared = classOfPlace[layout.sharedPlace(place)];
            long[] bits = table.objectMember(member);
            classOfPlace[place] = bits == null
                    ? shared
                    : known.computeIfAbsent(new NamedKey(shared, List.of(boxed(bits))), unseen -> {
                        found.add(entries(member, layout.departments(layout.place(member))));
                        return found.size() - 1;
                    });
        }
    }

    private static Long[] boxed(long[] bits) {
        Long[] boxed = new Long[bits.length];
        for (int index = 0; index < bits.length; index++) {
            boxed[index] = bits[index];
        }
        return boxed;
    }

    /** The entries that fit whoever is in these departments, or these departments themselves. */
    TargetEntries entries(int member, int[] departments) {
        IntList chain = new IntList(16);
        for (int department : departments) {
            for (int at = department; at >= 0; at = parent[at]) {
                if (table.objectDepartments[at] != null) {
                    chain.add(at);
                }
            }
        }
        int[] matching = chain.toSortedSet();
        long[][] bits = new long[matching.length][];
        for (int index = 0; index < bits.length; index++) {
            bits[index] = Bits.present(table.objectDepartments[matching[index]]);
        }
        long @Nullable [] memberBits = member < 0 ? null : table.objectMember(member);
        return new TargetEntries(member, memberBits, matching, bits, end, table.words());
    }

    private int[][] gatherOtherPlaces(Layout layout) {
        IntList[] gathered = new IntList[classes.length];
        gather(layout.places.departmentCount, layout.places.count(), gathered);
        gather(layout.firstNamedPlace, layout.placeLimit(), gathered);
        int[][] places = new int[classes.length][];
        for (int index = 0; index < places.length; index++) {
            places[index] = gathered[index] == null ? Bits.NO_NUMBERS : gathered[index].toArray();
        }
        return places;
    }

    private void gather(int from, int to, IntList[] gathered) {
        for (int place = from; place < to; place++) {
            int itsClass = classOfPlace[place];
            if (gathered[itsClass] == null) {
                gathered[itsClass] = new IntList(4);
            }
            gathered[itsClass].add(place);
        }
    }

    private record NamedKey(int shared, List<Long> bits) {}
}
