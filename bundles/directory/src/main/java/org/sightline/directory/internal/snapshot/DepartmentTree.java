package org.sightline.directory.internal.snapshot;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.sightline.directory.model.Department;
import org.sightline.directory.model.DepartmentId;
import org.sightline.directory.model.DirectorySnapshot;

/**
 * The departments in preorder: siblings by order weight, then by id. Names play no part, so that renaming a department
 * renumbers nothing.
 */
final class DepartmentTree {

    private static final Comparator<Department> SIBLINGS =
            Comparator.comparingInt(Department::order).thenComparing(Department::id);

    private final Department[] preorder;
    private final Shape shape;

    private DepartmentTree(Department[] preorder, Shape shape) {
        this.preorder = preorder;
        this.shape = shape;
    }

    /**
     * Puts departments in order.
     *
     * @throws IllegalArgumentException when they are not one tree below the root
     */
    static DepartmentTree of(Collection<Department> departments) {
        Map<DepartmentId, List<Department>> children = new HashMap<>();
        List<Department> roots = new ArrayList<>(1);
        for (Department department : departments) {
            if (department.parent() == null) {
                roots.add(department);
            } else {
                children.computeIfAbsent(department.parent(), parent -> new ArrayList<>())
                        .add(department);
            }
        }
        if (roots.size() != 1 || !roots.get(0).id().isRoot()) {
            throw new IllegalArgumentException("there must be exactly one department without parent, with the id `0`");
        }
        children.values().forEach(siblings -> siblings.sort(SIBLINGS));
        return inPreorder(roots.get(0), children, departments.size());
    }

    private static DepartmentTree inPreorder(Department root, Map<DepartmentId, List<Department>> children, int count) {
        Department[] preorder = new Department[count];
        Shape shape = new Shape(count);
        Deque<Department> open = new ArrayDeque<>(List.of(root));
        int number = 0;
        while (!open.isEmpty()) {
            Department next = open.pop();
            preorder[number] = next;
            shape.place(next, number);
            number++;
            List<Department> below = children.getOrDefault(next.id(), List.of());
            for (int i = below.size() - 1; i >= 0; i--) {
                open.push(below.get(i));
            }
        }
        if (number != count) {
            throw new IllegalArgumentException("some departments do not hang below the root");
        }
        shape.closeSubtrees();
        return new DepartmentTree(preorder, shape);
    }

    /** Returns the tree after changes; an empty value removes. */
    DepartmentTree with(Map<DepartmentId, Optional<Department>> changes) {
        if (changes.isEmpty()) {
            return this;
        }
        if (changes.entrySet().stream().allMatch(change -> keepsPlace(change.getKey(), change.getValue()))) {
            Department[] changed = preorder.clone();
            changes.forEach((id, department) -> changed[number(id)] = department.orElseThrow());
            return new DepartmentTree(changed, shape);
        }
        Map<DepartmentId, Department> all = new LinkedHashMap<>();
        for (Department department : preorder) {
            all.put(department.id(), department);
        }
        changes.forEach(
                (id, department) -> department.ifPresentOrElse(present -> all.put(id, present), () -> all.remove(id)));
        return of(all.values());
    }

    private boolean keepsPlace(DepartmentId id, Optional<Department> changed) {
        int number = number(id);
        if (number == DirectorySnapshot.NONE || changed.isEmpty()) {
            return false;
        }
        Department now = preorder[number];
        return now.order() == changed.get().order()
                && Objects.equals(now.parent(), changed.get().parent());
    }

    /** By number in an earlier tree: the number here; {@link DirectorySnapshot#NONE} for a department that is gone. */
    int[] numbersSince(DepartmentTree before) {
        int[] numbers = new int[before.count()];
        Arrays.setAll(numbers, number -> number(before.department(number).id()));
        return numbers;
    }

    /** Whether departments have the same numbers in both. */
    boolean numbersAsIn(DepartmentTree other) {
        return shape == other.shape;
    }

    int count() {
        return preorder.length;
    }

    Department department(int number) {
        return preorder[number];
    }

    int number(DepartmentId id) {
        return shape.numbers.getOrDefault(id, DirectorySnapshot.NONE);
    }

    int subtreeEnd(int number) {
        return shape.ends[number];
    }

    int parentOf(int number) {
        return shape.parents[number];
    }

    private static final class Shape {

        private final int[] parents;
        private final int[] ends;
        private final Map<DepartmentId, Integer> numbers;

        Shape(int count) {
            this.parents = new int[count];
            this.ends = new int[count];
            this.numbers = new HashMap<>(count * 2);
        }

        void place(Department department, int number) {
            numbers.put(department.id(), number);
            parents[number] = department.parent() == null
                    ? DirectorySnapshot.NONE
                    : Objects.requireNonNull(numbers.get(department.parent()));
            ends[number] = number + 1;
        }

        /** Children come after their parents, so going backwards every subtree is complete when its parent hears of it. */
        void closeSubtrees() {
            for (int number = ends.length - 1; number > 0; number--) {
                int parent = parents[number];
                ends[parent] = Math.max(ends[parent], ends[number]);
            }
        }
    }
}
