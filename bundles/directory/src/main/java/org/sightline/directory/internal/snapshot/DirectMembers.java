package org.sightline.directory.internal.snapshot;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import org.sightline.directory.model.DirectorySnapshot;

/** Who is directly in which department, by department number. */
final class DirectMembers {

    private final int[][] members;

    private DirectMembers(int[][] members) {
        this.members = members;
    }

    static DirectMembers of(MemberTable table, Placements placements, int departmentCount) {
        int[] sizes = new int[departmentCount];
        for (int member = 0; member < table.count(); member++) {
            for (int department : placements.departments(table.placement(member))) {
                sizes[department]++;
            }
        }
        int[][] members = new int[departmentCount][];
        for (int department = 0; department < departmentCount; department++) {
            members[department] = sizes[department] == 0 ? SortedNumbers.NONE : new int[sizes[department]];
        }
        int[] filled = new int[departmentCount];
        for (int member = 0; member < table.count(); member++) {
            for (int department : placements.departments(table.placement(member))) {
                members[department][filled[department]++] = member;
            }
        }
        return new DirectMembers(members);
    }

    int[] in(int department) {
        return members[department];
    }

    /** Returns the lists under the numbers of another tree. */
    DirectMembers renumbered(DepartmentTree before, DepartmentTree after) {
        int[][] renumbered = new int[after.count()][];
        Arrays.fill(renumbered, SortedNumbers.NONE);
        int[] numbers = after.numbersSince(before);
        for (int old = 0; old < numbers.length; old++) {
            if (numbers[old] != DirectorySnapshot.NONE) {
                renumbered[numbers[old]] = members[old];
            }
        }
        return new DirectMembers(renumbered);
    }

    /** Returns the lists after few members were touched; both placements are looked up under today's numbers. */
    DirectMembers after(Moves moves, MemberTable table, Placements placements) {
        Map<Integer, BitSet> touched = new HashMap<>();
        for (Moves.Move move : moves.list()) {
            if (move.placementBefore() != Moves.NOWHERE) {
                note(touched, placements.departments(move.placementBefore()), move.member());
            }
            note(touched, placements.departments(table.placement(move.member())), move.member());
        }
        if (touched.isEmpty()) {
            return this;
        }
        int[][] patched = members.clone();
        touched.forEach(
                (department, candidates) -> patched[department] = patched(department, candidates, table, placements));
        return new DirectMembers(patched);
    }

    private static void note(Map<Integer, BitSet> touched, int[] departments, int member) {
        for (int department : departments) {
            touched.computeIfAbsent(department, number -> new BitSet()).set(member);
        }
    }

    private int[] patched(int department, BitSet candidates, MemberTable table, Placements placements) {
        BitSet gone = new BitSet();
        BitSet come = new BitSet();
        candidates.stream().forEach(member -> {
            boolean was = SortedNumbers.contains(members[department], member);
            boolean is = isIn(department, placements.departments(table.placement(member)));
            if (was && !is) {
                gone.set(member);
            } else if (is && !was) {
                come.set(member);
            }
        });
        return SortedNumbers.patched(members[department], gone, come);
    }

    private static boolean isIn(int department, int[] departments) {
        for (int candidate : departments) {
            if (candidate == department) {
                return true;
            }
        }
        return false;
    }
}
