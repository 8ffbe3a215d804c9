package org.sightline.benchmarks.organisation;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.sightline.directory.model.Department;
import org.sightline.directory.model.DepartmentId;
import org.sightline.directory.model.UserId;

/** A tree of departments, seven to eight deep, numbered in preorder; a department's number is in its id. */
final class Tree {

    private static final double LEVELS = 7;
    private static final int NONE = -1;
    private static final List<String> TRADES = List.of(
            "Sales",
            "Research",
            "Purchasing",
            "Legal",
            "Support",
            "Design",
            "Finance",
            "Logistics",
            "営業",
            "開発",
            "人事",
            "品質管理");
    private static final List<String> KINDS = List.of("division", "office", "section", "team", "laboratory");

    private final int[] parent;
    private final int[] end;

    Tree(int departments) {
        parent = new int[departments];
        end = new int[departments];
        number(0, NONE, (int) Math.ceil(Math.pow(departments, 1.0 / LEVELS)), departments);
    }

    private void number(int department, int above, int branches, int count) {
        parent[department] = above;
        end[department] = department + count;
        int left = count - 1;
        int next = department + 1;
        for (int branch = 0; branch < branches && left > 0; branch++) {
            int share = branch == branches - 1 ? left : Math.max(1, left / (branches - branch));
            number(next, department, branches, share);
            next += share;
            left -= share;
        }
    }

    int count() {
        return parent.length;
    }

    static DepartmentId id(int department) {
        return department == 0 ? DepartmentId.ROOT : new DepartmentId("d" + department);
    }

    /** Returns a department with a random distance to a random leaf: the farther, the rarer. */
    int anywhere(Random random) {
        int department = random.nextInt(count());
        while (department != 0 && random.nextInt(3) == 0) {
            department = parent[department];
        }
        return department;
    }

    /** Returns one of the departments that hold at least a hundredth of all. */
    int large(Random random) {
        int department = random.nextInt(count());
        while ((end[department] - department) * 100L < count()) {
            department = parent[department];
        }
        return department;
    }

    /** Returns the departments in the order of their numbers. */
    List<Department> departments(String organisation, List<List<UserId>> leaders, Random random) {
        List<Department> made = new ArrayList<>(count());
        for (int number = 0; number < count(); number++) {
            String name = TRADES.get(random.nextInt(TRADES.size())) + " " + KINDS.get(random.nextInt(KINDS.size()));
            made.add(
                    number == 0
                            ? new Department(DepartmentId.ROOT, organisation, null, 0, List.of())
                            : new Department(
                                    id(number), name + " " + number, id(parent[number]), 0, leaders.get(number)));
        }
        return made;
    }
}
