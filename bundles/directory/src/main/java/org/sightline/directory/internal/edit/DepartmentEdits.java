package org.sightline.directory.internal.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.sightline.directory.Expectation;
import org.sightline.directory.Proposal;
import org.sightline.directory.internal.rules.DepartmentRules;
import org.sightline.directory.internal.rules.Faults;
import org.sightline.directory.internal.rules.Known;
import org.sightline.directory.internal.rules.Limits;
import org.sightline.directory.internal.rules.Refusals;
import org.sightline.directory.internal.rules.TreeRules;
import org.sightline.directory.model.Department;
import org.sightline.directory.model.DepartmentId;
import org.sightline.directory.model.DirectorySnapshot;
import org.sightline.problem.Codes;
import org.sightline.problem.Problem;
import org.sightline.problem.ProblemException;

/** Decides on changes of departments (docs/concepts.md, "Departments"). */
final class DepartmentEdits {

    /** How many of those who are in a department are named when it cannot be deleted. */
    private static final int MOST_NAMED = 100;

    private static final int MOST_IN_WORDS = 5;

    private DepartmentEdits() {}

    static Proposal<Department> create(DirectorySnapshot directory, Department given) {
        Department department = DepartmentRules.tidy(given);
        if (directory.departmentNumber(department.id()) != DirectorySnapshot.NONE) {
            throw Refusals.duplicate("/department_id", "department", department.id());
        }
        Faults faults = Faults.none();
        DepartmentRules.check(department, Known.in(directory), faults);
        faults.refuseIfAny();
        if (directory.departmentCount() >= Limits.DEPARTMENTS) {
            throw Refusals.tooMany("departments", Limits.DEPARTMENTS);
        }
        requireDepth(department, 1, TreeRules.Parents.in(directory));
        Draft draft = new Draft();
        draft.put(null, department);
        return draft.giving(department);
    }

    static Proposal<Department> update(
            DirectorySnapshot directory,
            DepartmentId id,
            Expectation<Department> expectation,
            UnaryOperator<Department> edit) {
        Department present = present(directory, id);
        Refusals.requireExpected(expectation, present);
        Department edited = DepartmentRules.tidy(edit.apply(present));
        check(present, edited, Known.in(directory));
        if (edited.equals(present)) {
            return Proposal.nothing(present);
        }
        if (!Objects.equals(edited.parent(), present.parent())) {
            requirePlace(edited, directory);
        }
        Draft draft = new Draft();
        draft.put(present, edited);
        return draft.giving(edited);
    }

    private static void check(Department present, Department edited, Known known) {
        Faults faults = Faults.none();
        if (!edited.id().equals(present.id())) {
            faults.add("/department_id", Codes.IMMUTABLE_FIELD, "an id cannot be changed");
        }
        if (present.id().isRoot()) {
            checkRoot(present, edited, faults);
            DepartmentRules.checkLeaders(edited, known, faults);
        } else {
            DepartmentRules.check(edited, known, faults);
        }
        faults.refuseIfAny();
    }

    private static void checkRoot(Department present, Department edited, Faults faults) {
        if (!edited.name().equals(present.name())) {
            faults.add("/name", Codes.IMMUTABLE_FIELD, "the root carries the tenant's name: rename the tenant");
        }
        if (edited.parent() != null) {
            faults.add("/parent_id", Codes.IMMUTABLE_FIELD, "the root is the organisation itself and cannot be moved");
        }
    }

    private static void requirePlace(Department moved, DirectorySnapshot directory) {
        TreeRules.Parents parents = TreeRules.Parents.in(directory).with(moved.id(), moved.parent());
        if (TreeRules.isOnCycle(moved.id(), parents)) {
            throw Refusals.conflict(
                    Codes.DEPARTMENT_CYCLE,
                    "/parent_id",
                    "department `" + moved.parent() + "` lies in `" + moved.id() + "`, which would lie below itself");
        }
        requireDepth(moved, height(directory, directory.departmentNumber(moved.id())), parents);
        List<TreeRules.Overlap> overlaps = TreeRules.overlaps(directory.units(), parents);
        if (!overlaps.isEmpty()) {
            throw overlap("/parent_id", overlaps.get(0));
        }
    }

    static ProblemException overlap(String pointer, TreeRules.Overlap overlap) {
        return Refusals.conflict(
                Codes.DEPARTMENT_IN_OTHER_UNIT,
                pointer,
                "department `" + overlap.department() + "` of unit `" + overlap.unit()
                        + "` would lie in unit `" + overlap.holder() + "`, which holds department `" + overlap.above()
                        + "`");
    }

    private static void requireDepth(Department department, int height, TreeRules.Parents parents) {
        DepartmentId parent = Objects.requireNonNull(department.parent());
        if (TreeRules.depth(parent, parents) + height > Limits.DEPTH) {
            throw Refusals.conflict(
                    Codes.LIMIT_EXCEEDED, "/parent_id", "a tree can be at most " + Limits.DEPTH + " departments deep");
        }
    }

    /** How many levels a department and what is below it take. */
    private static int height(DirectorySnapshot directory, int top) {
        int[] level = new int[directory.subtreeEnd(top) - top];
        int height = 1;
        level[0] = 1;
        for (int number = top + 1; number < directory.subtreeEnd(top); number++) {
            level[number - top] = level[directory.parentOf(number) - top] + 1;
            height = Math.max(height, level[number - top]);
        }
        return height;
    }

    static Proposal<Department> delete(
            DirectorySnapshot directory, DepartmentId id, Expectation<Department> expectation) {
        Department present = present(directory, id);
        Refusals.requireExpected(expectation, present);
        if (id.isRoot()) {
            throw Problem.conflict(Codes.CONFLICT, "the root is the organisation itself and cannot be deleted")
                    .exception();
        }
        requireEmpty(directory, id);
        Draft draft = new Draft();
        Mentions.removeDepartment(directory, id, draft);
        draft.remove(present);
        return draft.giving(present);
    }

    private static void requireEmpty(DirectorySnapshot directory, DepartmentId id) {
        int number = directory.departmentNumber(id);
        List<String> departments = IntStream.range(number + 1, directory.subtreeEnd(number))
                .filter(child -> directory.parentOf(child) == number)
                .mapToObj(child -> directory.department(child).id().value())
                .toList();
        List<String> users = IntStream.of(directory.membersDirectlyIn(number))
                .mapToObj(member -> directory.member(member).id().value())
                .toList();
        if (!departments.isEmpty() || !users.isEmpty()) {
            throw Problem.conflict(
                            Codes.DEPARTMENT_NOT_EMPTY,
                            "department `" + id + "` still has " + inWords(departments, users)
                                    + "; move or delete them first")
                    .with("department_ids", first(departments, MOST_NAMED))
                    .with("user_ids", first(users, MOST_NAMED))
                    .exception();
        }
    }

    private static String inWords(List<String> departments, List<String> users) {
        List<String> parts = new ArrayList<>();
        if (!departments.isEmpty()) {
            parts.add(departments.size() + " department(s): " + named(departments));
        }
        if (!users.isEmpty()) {
            parts.add(users.size() + " user(s): " + named(users));
        }
        return String.join(" and ", parts);
    }

    private static String named(List<String> ids) {
        String named = "`" + String.join("`, `", first(ids, MOST_IN_WORDS)) + "`";
        return ids.size() > MOST_IN_WORDS ? named + ", …" : named;
    }

    private static List<String> first(List<String> ids, int most) {
        return ids.subList(0, Math.min(ids.size(), most));
    }

    private static Department present(DirectorySnapshot directory, DepartmentId id) {
        int number = directory.departmentNumber(id);
        if (number == DirectorySnapshot.NONE) {
            throw Refusals.unknown("department", id);
        }
        return directory.department(number);
    }

    /** The root under another name, after the tenant was renamed. */
    static void renameRoot(DirectorySnapshot directory, String name, Draft draft) {
        @Nullable DepartmentId above = null;
        Department root = directory.department(0);
        draft.put(root, new Department(root.id(), name, above, root.order(), root.leaders()));
    }
}
