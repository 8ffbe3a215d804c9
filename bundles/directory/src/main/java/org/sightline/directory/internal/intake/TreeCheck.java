package org.sightline.directory.internal.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sightline.directory.internal.rules.Limits;
import org.sightline.directory.internal.rules.TreeRules;
import org.sightline.directory.model.Department;
import org.sightline.directory.model.DepartmentId;
import org.sightline.directory.model.DirectorySnapshot;
import org.sightline.directory.model.Unit;
import org.sightline.problem.Codes;

/** Looks at the tree and the units as they would be after the import. */
final class TreeCheck {

    private final FileContent content;
    private final DirectorySnapshot now;
    private final TreeRules.Parents parents;
    private final Mistakes mistakes;

    TreeCheck(FileContent content, DirectorySnapshot now, Mistakes mistakes) {
        this.content = content;
        this.now = now;
        this.mistakes = mistakes;
        TreeRules.Parents present = TreeRules.Parents.in(now);
        this.parents = id -> {
            @Nullable Department stated = content.departments.find(id);
            return stated == null ? present.of(id) : stated.parent();
        };
    }

    void check() {
        boolean moves = content.departments.things().stream().anyMatch(this::moves);
        if (moves) {
            checkDepths();
        }
        if (mistakes.isEmpty() && (moves || content.units.size() > 0)) {
            TreeRules.overlaps(unitsAfter(), parents).forEach(this::blame);
        }
    }

    private boolean moves(Department stated) {
        int number = now.departmentNumber(stated.id());
        return number == DirectorySnapshot.NONE
                || !Objects.equals(now.department(number).parent(), stated.parent());
    }

    private void checkDepths() {
        Depths depths = new Depths(parents);
        for (int i = 0; i < content.departments.size(); i++) {
            checkDepth(content.departments.thing(i).id(), depths);
        }
        for (int number = 0; number < now.departmentCount(); number++) {
            checkDepth(now.department(number).id(), depths);
        }
    }

    private void checkDepth(DepartmentId department, Depths depths) {
        int depth = depths.of(department);
        if (depth == Depths.ON_CYCLE && content.departments.has(department)) {
            mistakes.add(
                    content.departments.lineOf(department),
                    Codes.DEPARTMENT_CYCLE,
                    "department `" + department + "` would lie below itself");
        } else if (depth > Limits.DEPTH) {
            mistakes.add(
                    nearestLine(department),
                    Codes.LIMIT_EXCEEDED,
                    "a tree can be at most " + Limits.DEPTH + " departments deep; `" + department
                            + "` would be in level " + depth);
        }
    }

    /** The line that states the department or, when no line does, the nearest one above it. */
    private long nearestLine(DepartmentId department) {
        @Nullable DepartmentId at = department;
        while (at != null && !content.departments.has(at)) {
            at = parents.of(at);
        }
        return at == null ? 0 : content.departments.lineOf(at);
    }

    private List<Unit> unitsAfter() {
        List<Unit> units = new ArrayList<>(content.units.things());
        now.units().stream().filter(unit -> !content.units.has(unit.id())).forEach(units::add);
        return units;
    }

    /** Of the lines that together make two units overlap, the last one is wrong. */
    private void blame(TreeRules.Overlap overlap) {
        long line = 0;
        if (content.units.has(overlap.unit())) {
            line = content.units.lineOf(overlap.unit());
        }
        if (content.units.has(overlap.holder())) {
            line = Math.max(line, content.units.lineOf(overlap.holder()));
        }
        for (@Nullable DepartmentId at = overlap.department();
                at != null && !at.equals(overlap.above());
                at = parents.of(at)) {
            @Nullable Department stated = content.departments.find(at);
            if (stated != null && moves(stated)) {
                line = Math.max(line, content.departments.lineOf(at));
            }
        }
        mistakes.add(
                line,
                Codes.DEPARTMENT_IN_OTHER_UNIT,
                "department `" + overlap.department() + "` of unit `" + overlap.unit() + "` would lie in unit `"
                        + overlap.holder() + "`, which holds department `" + overlap.above() + "`");
    }
}
