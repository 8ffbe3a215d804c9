package org.sightline.visibility.internal.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sightline.directory.model.DirectorySnapshot;

/**
 * Where members are: those in the same departments share a <em>place</em>. The first places are the departments
 * themselves, under their own numbers; then come the sets of departments of members who are in several. Depends on the
 * directory only, never on rules.
 */
final class Places {

    static final int NONE = -1;

    final int memberCount;
    final int departmentCount;

    /** By member; {@link #NONE} for those who are not active. */
    final IntPages placeOf;

    /** By place from {@link #departmentCount} on: its departments, ascending. */
    final int[][] sets;

    /** By place: where its members start in {@link #byPlace}; one more entry than places. */
    final int[] start;

    /** Active members by place, ascending within each. */
    final int[] byPlace;

    /** By department: where the members who are also elsewhere start in {@link #elsewhere}. */
    final int[] elsewhereStart;

    /** Active members in several departments, by department, ascending within each. */
    final int[] elsewhere;

    /** By department: the one above. */
    final int[] parent;

    /** By department: the number after the last one below it. */
    final int[] end;

    private final NumberLists members;
    private final NumberLists visitors;

    private Places(DirectorySnapshot directory) {
        memberCount = directory.memberCount();
        departmentCount = directory.departmentCount();
        parent = parents(directory);
        end = ends(directory);
        List<int[]> found = new ArrayList<>();
        int[] places = placesOfMembers(directory, found);
        placeOf = IntPages.of(places);
        sets = found.toArray(new int[0][]);
        members = NumberLists.of(count(), listener -> {
            for (int member = 0; member < memberCount; member++) {
                if (places[member] >= 0) {
                    listener.entry(places[member], member);
                }
            }
        });
        visitors = NumberLists.of(departmentCount, listener -> {
            for (int member = 0; member < memberCount; member++) {
                if (places[member] >= departmentCount) {
                    for (int department : sets[places[member] - departmentCount]) {
                        listener.entry(department, member);
                    }
                }
            }
        });
        start = members.start;
        byPlace = members.numbers;
        elsewhereStart = visitors.start;
        elsewhere = visitors.numbers;
    }

    private Places(
            int memberCount,
            int[] parent,
            int[] end,
            IntPages placeOf,
            int[][] sets,
            NumberLists members,
            NumberLists visitors) {
        this.memberCount = memberCount;
        this.departmentCount = parent.length;
        this.parent = parent;
        this.end = end;
        this.placeOf = placeOf;
        this.sets = sets;
        this.members = members;
        this.visitors = visitors;
        start = members.start;
        byPlace = members.numbers;
        elsewhereStart = visitors.start;
        elsewhere = visitors.numbers;
    }

    static Places of(DirectorySnapshot directory) {
        return new Places(directory);
    }

    private static int[] parents(DirectorySnapshot directory) {
        int[] parents = new int[directory.departmentCount()];
        Arrays.setAll(parents, directory::parentOf);
        return parents;
    }

    private static int[] ends(DirectorySnapshot directory) {
        int[] ends = new int[directory.departmentCount()];
        Arrays.setAll(ends, directory::subtreeEnd);
        return ends;
    }

    int count() {
        return departmentCount + sets.length;
    }

    /** The departments of a place, ascending. */
    int[] departments(int place) {
        return place < departmentCount ? new int[] {place} : sets[place - departmentCount];
    }

    private int[] placesOfMembers(DirectorySnapshot directory, List<int[]> found) {
        int[] places = new int[memberCount];
        Map<IntKey, Integer> numbers = new HashMap<>();
        for (int member = 0; member < memberCount; member++) {
            if (!directory.isActive(member)) {
                places[member] = NONE;
                continue;
            }
            int[] departments = directory.departmentsOf(member);
            if (departments.length == 1) {
                places[member] = departments[0];
                continue;
            }
            int[] sorted = departments.clone();
            Arrays.sort(sorted);
            places[member] = numbers.computeIfAbsent(new IntKey(sorted), key -> {
                found.add(sorted);
                return departmentCount + found.size() - 1;
            });
        }
        return places;
    }

    /**
     * Returns the places under the numbers that departments have in another state.
     *
     * @param numbers by department number of today: the other one, or {@link #NONE} when it is gone; whoever was in it must move next
     */
    Places renumbered(DirectorySnapshot directory, int[] numbers) {
        int departments = directory.departmentCount();
        int[][] otherSets = new int[sets.length][];
        for (int set = 0; set < sets.length; set++) {
            // Whoever was in a department that is gone is about to move; the set stays behind, empty.
            otherSets[set] = Arrays.stream(sets[set])
                    .map(department -> numbers[department])
                    .filter(number -> number >= 0)
                    .sorted()
                    .toArray();
        }
        int[] before = new int[departments + sets.length];
        Arrays.fill(before, NONE);
        for (int department = 0; department < departmentCount; department++) {
            if (numbers[department] >= 0) {
                before[numbers[department]] = department;
            }
        }
        int[] departmentBefore = Arrays.copyOf(before, departments);
        int[] after = Arrays.copyOf(numbers, count());
        for (int set = 0; set < sets.length; set++) {
            before[departments + set] = departmentCount + set;
            after[departmentCount + set] = departments + set;
        }
        int[] places = new int[memberCount];
        for (int member = 0; member < memberCount; member++) {
            int place = placeOf.get(member);
            places[member] = place < 0 ? NONE : after[place];
        }
        return new Places(
                memberCount,
                parents(directory),
                ends(directory),
                IntPages.of(places),
                otherSets,
                members.rekeyed(before),
                visitors.rekeyed(departmentBefore));
    }

    /**
     * Returns the places after some members moved, came or went; these ones when all are where they were.
     *
     * @param directory of which departments have the same numbers
     * @param touched   ascending
     */
    Places after(DirectorySnapshot directory, int[] touched) {
        IntPages.Edit edit = placeOf.edit();
        List<int[]> newSets = new ArrayList<>(Arrays.asList(sets));
        Map<IntKey, Integer> numbers = new HashMap<>();
        IntPairs gone = new IntPairs();
        IntPairs come = new IntPairs();
        IntPairs goneElsewhere = new IntPairs();
        IntPairs comeElsewhere = new IntPairs();
        for (int member : touched) {
            int from = member < memberCount ? placeOf.get(member) : NONE;
            int to = placeIn(directory, member, numbers, newSets);
            if (from != to || member >= memberCount) {
                edit.set(member, to);
            }
            if (from != to) {
                note(member, from, newSets, gone, goneElsewhere);
                note(member, to, newSets, come, comeElsewhere);
            }
        }
        if (directory.memberCount() == memberCount && gone.isEmpty() && come.isEmpty()) {
            return this;
        }
        boolean elsewhereToo = !goneElsewhere.isEmpty() || !comeElsewhere.isEmpty();
        return new Places(
                directory.memberCount(),
                parent,
                end,
                edit.done(),
                newSets.size() == sets.length ? sets : newSets.toArray(new int[0][]),
                members.with(departmentCount + newSets.size(), gone, come),
                elsewhereToo ? visitors.with(departmentCount, goneElsewhere, comeElsewhere) : visitors);
    }

    private void note(int member, int place, List<int[]> allSets, IntPairs pairs, IntPairs elsewherePairs) {
        if (place < 0) {
            return;
        }
        pairs.add(place, member);
        if (place >= departmentCount) {
            for (int department : allSets.get(place - departmentCount)) {
                elsewherePairs.add(department, member);
            }
        }
    }

    private int placeIn(DirectorySnapshot directory, int member, Map<IntKey, Integer> numbers, List<int[]> allSets) {
        if (!directory.isActive(member)) {
            return NONE;
        }
        int[] departments = directory.departmentsOf(member);
        if (departments.length == 1) {
            return departments[0];
        }
        int[] sorted = departments.clone();
        Arrays.sort(sorted);
        return numbers.computeIfAbsent(new IntKey(sorted), key -> {
            int known = knownSet(sorted);
            if (known == NONE) {
                allSets.add(sorted);
                return departmentCount + allSets.size() - 1;
            }
            return known;
        });
    }

    /** Looks among the members of one of the departments for one who is in just these. */
    private int knownSet(int[] departments) {
        int first = departments[0];
        for (int index = elsewhereStart[first]; index < elsewhereStart[first + 1]; index++) {
            int place = placeOf.get(elsewhere[index]);
            if (Arrays.equals(sets[place - departmentCount], departments)) {
                return place;
            }
        }
        return NONE;
    }
}
