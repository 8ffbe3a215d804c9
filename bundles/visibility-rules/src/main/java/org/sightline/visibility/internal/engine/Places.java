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
    final int[] placeOf;

    /** By place from {@link #departmentCount} on: its departments, ascending. */
    final int[][] sets;

    /** By place: where its members start in {@link #byPlace}; one more entry than places. */
    final int[] start;

    /** Active members by place, ascending within each. */
    final int[] byPlace;

    /** By department: where the members who are also elsewhere start in {@link #elsewhere}. */
    final int[] elsewhereStart;

    /** Active members in several departments, by department. */
    final int[] elsewhere;

    /** By department: the one above. */
    final int[] parent;

    /** By department: the number after the last one below it. */
    final int[] end;

    private Places(DirectorySnapshot directory) {
        memberCount = directory.memberCount();
        departmentCount = directory.departmentCount();
        parent = new int[departmentCount];
        end = new int[departmentCount];
        for (int department = 0; department < departmentCount; department++) {
            parent[department] = directory.parentOf(department);
            end[department] = directory.subtreeEnd(department);
        }
        List<int[]> found = new ArrayList<>();
        placeOf = placesOfMembers(directory, found);
        sets = found.toArray(new int[0][]);
        start = new int[count() + 1];
        byPlace = sortedByPlace();
        elsewhereStart = new int[departmentCount + 1];
        elsewhere = sortedByDepartment();
    }

    static Places of(DirectorySnapshot directory) {
        return new Places(directory);
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

    private int[] sortedByPlace() {
        for (int place : placeOf) {
            if (place >= 0) {
                start[place + 1]++;
            }
        }
        accumulate(start);
        int[] next = start.clone();
        int[] sorted = new int[start[count()]];
        for (int member = 0; member < memberCount; member++) {
            int place = placeOf[member];
            if (place >= 0) {
                sorted[next[place]++] = member;
            }
        }
        return sorted;
    }

    private int[] sortedByDepartment() {
        for (int place = departmentCount; place < count(); place++) {
            int members = start[place + 1] - start[place];
            for (int department : sets[place - departmentCount]) {
                elsewhereStart[department + 1] += members;
            }
        }
        accumulate(elsewhereStart);
        int[] next = elsewhereStart.clone();
        int[] sorted = new int[elsewhereStart[departmentCount]];
        for (int place = departmentCount; place < count(); place++) {
            for (int department : sets[place - departmentCount]) {
                for (int index = start[place]; index < start[place + 1]; index++) {
                    sorted[next[department]++] = byPlace[index];
                }
            }
        }
        return sorted;
    }

    private static void accumulate(int[] counts) {
        for (int index = 1; index < counts.length; index++) {
            counts[index] += counts[index - 1];
        }
    }
}
