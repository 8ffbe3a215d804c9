package org.sightline.directory.internal.snapshot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.sightline.directory.model.DepartmentId;
import org.sightline.directory.model.DirectorySnapshot;
import org.sightline.directory.model.Membership;

/**
 * The different sets of departments members are in, each with a number. Most members share theirs with others, so a
 * change of the tree renumbers departments here and not member by member.
 */
final class Placements {

    private final NumberIndex<List<DepartmentId>> index;
    private final int count;
    private final int[][] departments;

    private Placements(NumberIndex<List<DepartmentId>> index, int count, int[][] departments) {
        this.index = index;
        this.count = count;
        this.departments = departments;
    }

    static Placements none() {
        return new Placements(new NumberIndex<>(SeededHash::of, 16), 0, new int[0][]);
    }

    /** Returns the numbers of a placement's departments, in the member's own order. */
    int[] departments(int placement) {
        return departments[placement];
    }

    int count() {
        return count;
    }

    Edit edit() {
        return new Edit(this);
    }

    /** Placements in the making: new ones get numbers at once, department numbers come when the tree is known. */
    static final class Edit {

        private final Placements from;
        private NumberIndex<List<DepartmentId>> index;
        private int count;

        private Edit(Placements from) {
            this.from = from;
            this.index = from.index;
            this.count = from.count;
        }

        int number(List<Membership> memberships) {
            List<DepartmentId> ids = ids(memberships);
            int known = index.find(ids, count);
            if (known != DirectorySnapshot.NONE) {
                return known;
            }
            index = index.append(count, ids);
            return count++;
        }

        private static List<DepartmentId> ids(List<Membership> memberships) {
            if (memberships.size() == 1) {
                return List.of(memberships.get(0).department());
            }
            List<DepartmentId> ids = new ArrayList<>(memberships.size());
            for (Membership membership : memberships) {
                ids.add(membership.department());
            }
            return List.copyOf(ids);
        }

        /** Numbers the departments of a tree, of which an earlier one's numbers may still hold. */
        Placements done(DepartmentTree tree, DepartmentTree before) {
            boolean sameNumbers = tree.numbersAsIn(before);
            if (sameNumbers && count == from.count) {
                return from;
            }
            int[][] departments = Arrays.copyOf(from.departments, count);
            if (!sameNumbers) {
                renumber(departments, tree, tree.numbersSince(before));
            }
            for (int placement = from.count; placement < count; placement++) {
                departments[placement] = numbers(index.key(placement), tree);
            }
            return new Placements(index, count, departments);
        }

        /** From number to number where all departments are known, which is much faster than from id to number. */
        private void renumber(int[][] departments, DepartmentTree tree, int[] numbers) {
            for (int placement = 0; placement < from.count; placement++) {
                int[] known = from.departments[placement];
                List<DepartmentId> ids = index.key(placement);
                int[] after = new int[known.length];
                boolean complete = known.length == ids.size();
                for (int at = 0; at < known.length; at++) {
                    after[at] = numbers[known[at]];
                    complete &= after[at] != DirectorySnapshot.NONE;
                }
                departments[placement] = complete ? after : numbers(ids, tree);
            }
        }

        private static int[] numbers(List<DepartmentId> ids, DepartmentTree tree) {
            int[] numbers = new int[ids.size()];
            int found = 0;
            for (DepartmentId id : ids) {
                int number = tree.number(id);
                if (number != DirectorySnapshot.NONE) {
                    numbers[found++] = number;
                }
            }
            return found == numbers.length ? numbers : Arrays.copyOf(numbers, found);
        }
    }
}
