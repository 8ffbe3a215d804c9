package org.sightline.visibility.internal.across;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.sightline.directory.model.DirectorySnapshot;

/** Whom viewers for whom the same rules count reach on the other side, and in which departments. */
final class Crowd {

    private static final int[] NOBODY = {};

    /** Nobody at all. */
    static final Crowd EMPTY = new Crowd(NOBODY, NOBODY, NOBODY, NOBODY, NOBODY);

    private final int[] members;

    /** Departments, shared or not, in or below which there is somebody; ascending. */
    private final int[] holding;

    /** By holding department: how many members, each once. */
    private final int[] counts;

    private final int[] departments;
    private final int[] outside;

    private Crowd(int[] members, int[] holding, int[] counts, int[] departments, int[] outside) {
        this.members = members;
        this.holding = holding;
        this.counts = counts;
        this.departments = departments;
        this.outside = outside;
    }

    /** Gathers whom some rules reach. */
    static Crowd of(Side side, RuleBits rules) {
        int[] members = side.membersOf(rules);
        if (members.length == 0) {
            return EMPTY;
        }
        int[] counts = counts(side.directory(), members);
        int[] holding =
                IntStream.range(0, counts.length).filter(at -> counts[at] > 0).toArray();
        return new Crowd(
                members,
                holding,
                IntStream.of(holding).map(department -> counts[department]).toArray(),
                IntStream.of(holding).filter(side::sharesDepartment).toArray(),
                IntStream.of(members)
                        .filter(member -> IntStream.of(side.directory().departmentsOf(member))
                                .noneMatch(side::sharesDepartment))
                        .toArray());
    }

    /** By department: how many members in and below it. Who is there twice is taken off where the two ways meet. */
    private static int[] counts(DirectorySnapshot directory, int[] members) {
        int[] counts = new int[directory.departmentCount()];
        for (int member : members) {
            int[] among = directory.departmentsOf(member);
            if (among.length > 1) {
                among = among.clone();
                Arrays.sort(among);
            }
            for (int index = 0; index < among.length; index++) {
                counts[among[index]]++;
                if (index > 0) {
                    counts[meeting(directory, among[index - 1], among[index])]--;
                }
            }
        }
        for (int department = counts.length - 1; department > 0; department--) {
            counts[directory.parentOf(department)] += counts[department];
        }
        return counts;
    }

    /** The lowest department that both lie in; the first number is the smaller one. */
    private static int meeting(DirectorySnapshot directory, int first, int second) {
        int at = first;
        while (directory.subtreeEnd(at) <= second) {
            at = directory.parentOf(at);
        }
        return at;
    }

    /** The members, ascending. */
    int[] members() {
        return members;
    }

    /** The shared departments in or below which there is somebody, ascending. */
    int[] departments() {
        return departments;
    }

    /** The members none of whose departments is shared, ascending. */
    int[] outside() {
        return outside;
    }

    boolean isIn(int department) {
        return Arrays.binarySearch(departments, department) >= 0;
    }

    int countIn(int department) {
        int at = Arrays.binarySearch(holding, department);
        return at >= 0 ? counts[at] : 0;
    }

    /** How many numbers this keeps. */
    int size() {
        return members.length + 2 * holding.length + departments.length + outside.length;
    }
}
