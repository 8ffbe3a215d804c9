package org.sightline.directory.internal.rules;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sightline.directory.model.DepartmentId;
import org.sightline.directory.model.DirectorySnapshot;
import org.sightline.directory.model.Unit;
import org.sightline.directory.model.UnitId;

/** Rules for departments and units together (docs/concepts.md, "Departments" and "Units"). */
public final class TreeRules {

    private TreeRules() {}

    /** Tells what is above a department. */
    @FunctionalInterface
    public interface Parents {

        /** Returns the department above; null for the root and for an unknown one. */
        @Nullable
        DepartmentId of(DepartmentId id);

        /** Returns the parents in a snapshot. */
        static Parents in(DirectorySnapshot directory) {
            return id -> {
                int number = directory.departmentNumber(id);
                return number == DirectorySnapshot.NONE
                        ? null
                        : directory.department(number).parent();
            };
        }

        /** Returns the same parents but for one department. */
        default Parents with(DepartmentId moved, @Nullable DepartmentId parent) {
            return id -> id.equals(moved) ? parent : of(id);
        }
    }

    /** Whether a department would lie below itself. */
    public static boolean isOnCycle(DepartmentId department, Parents parents) {
        Set<DepartmentId> seen = new HashSet<>();
        for (@Nullable DepartmentId above = parents.of(department);
                above != null && seen.add(above);
                above = parents.of(above)) {
            if (above.equals(department)) {
                return true;
            }
        }
        return false;
    }

    /** Returns how many departments are on the way from the root to this one, both included; stops above the limit. */
    public static int depth(DepartmentId department, Parents parents) {
        int depth = 1;
        for (@Nullable DepartmentId above = parents.of(department);
                above != null && depth <= Limits.DEPTH;
                above = parents.of(above)) {
            depth++;
        }
        return depth;
    }

    /**
     * A department that two units hold.
     *
     * @param department named by the first unit
     * @param unit       the first unit
     * @param above      the department itself or one above it, named by the second unit
     * @param holder     the second unit
     */
    public record Overlap(DepartmentId department, UnitId unit, DepartmentId above, UnitId holder) {}

    /** Returns where units overlap; at most one overlap for each department that a unit names. */
    public static List<Overlap> overlaps(Collection<Unit> units, Parents parents) {
        Map<DepartmentId, UnitId> tops = new HashMap<>();
        List<Overlap> overlaps = new ArrayList<>();
        for (Unit unit : units) {
            for (DepartmentId department : unit.departments()) {
                @Nullable UnitId other = tops.putIfAbsent(department, unit.id());
                if (other != null && !other.equals(unit.id())) {
                    overlaps.add(new Overlap(department, unit.id(), department, other));
                }
            }
        }
        tops.forEach((department, unit) -> addOverlapAbove(department, unit, tops, parents, overlaps));
        return overlaps;
    }

    private static void addOverlapAbove(
            DepartmentId department,
            UnitId unit,
            Map<DepartmentId, UnitId> tops,
            Parents parents,
            List<Overlap> overlaps) {
        int steps = 0;
        for (@Nullable DepartmentId above = parents.of(department);
                above != null && steps <= Limits.DEPTH;
                above = parents.of(above)) {
            @Nullable UnitId holder = tops.get(above);
            if (holder != null && !holder.equals(unit)) {
                overlaps.add(new Overlap(department, unit, above, holder));
                return;
            }
            steps++;
        }
    }
}
