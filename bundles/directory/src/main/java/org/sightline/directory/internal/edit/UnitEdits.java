package org.sightline.directory.internal.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.sightline.directory.Expectation;
import org.sightline.directory.Proposal;
import org.sightline.directory.TenantSnapshot;
import org.sightline.directory.internal.rules.Faults;
import org.sightline.directory.internal.rules.Known;
import org.sightline.directory.internal.rules.Limits;
import org.sightline.directory.internal.rules.Refusals;
import org.sightline.directory.internal.rules.TreeRules;
import org.sightline.directory.internal.rules.UnitRules;
import org.sightline.directory.model.DepartmentId;
import org.sightline.directory.model.DirectorySnapshot;
import org.sightline.directory.model.Unit;
import org.sightline.directory.model.UnitId;
import org.sightline.problem.Codes;
import org.sightline.problem.Problem;

/** Decides on changes of units (docs/concepts.md, "Units"). */
final class UnitEdits {

    /** The main rule that needs a unit. */
    private static final String OWN_UNIT = "own_unit";

    private UnitEdits() {}

    static Proposal<Unit> create(DirectorySnapshot directory, Unit given) {
        Unit unit = UnitRules.tidy(given);
        if (directory.unit(unit.id()).isPresent()) {
            throw Refusals.duplicate("/unit_id", "unit", unit.id());
        }
        Faults faults = Faults.none();
        UnitRules.check(unit, Known.in(directory), faults);
        faults.refuseIfAny();
        if (directory.units().size() >= Limits.UNITS) {
            throw Refusals.tooMany("units", Limits.UNITS);
        }
        requireNoOverlap(directory, unit);
        Draft draft = new Draft();
        draft.put(null, unit);
        return draft.giving(unit);
    }

    static Proposal<Unit> update(
            DirectorySnapshot directory, UnitId id, Expectation<Unit> expectation, UnaryOperator<Unit> edit) {
        Unit present = present(directory, id);
        Refusals.requireExpected(expectation, present);
        Unit edited = UnitRules.tidy(edit.apply(present));
        Faults faults = Faults.none();
        if (!edited.id().equals(id)) {
            faults.add("/unit_id", Codes.IMMUTABLE_FIELD, "an id cannot be changed");
        }
        if (!edited.type().equals(present.type())) {
            faults.add("/type", Codes.IMMUTABLE_FIELD, "a unit's type cannot be changed; make another unit");
        }
        UnitRules.check(edited, Known.in(directory), faults);
        faults.refuseIfAny();
        if (edited.equals(present)) {
            return Proposal.nothing(present);
        }
        requireNoOverlap(directory, edited);
        Draft draft = new Draft();
        draft.put(present, edited);
        return draft.giving(edited);
    }

    private static void requireNoOverlap(DirectorySnapshot directory, Unit unit) {
        List<Unit> units = new ArrayList<>(directory.units());
        units.removeIf(other -> other.id().equals(unit.id()));
        units.add(unit);
        List<TreeRules.Overlap> overlaps = TreeRules.overlaps(units, TreeRules.Parents.in(directory));
        if (!overlaps.isEmpty()) {
            TreeRules.Overlap overlap = overlaps.get(0);
            boolean isLower = overlap.unit().equals(unit.id());
            DepartmentId ours = isLower ? overlap.department() : overlap.above();
            UnitId holder = isLower ? overlap.holder() : overlap.unit();
            throw Refusals.conflict(
                    Codes.DEPARTMENT_IN_OTHER_UNIT,
                    "/department_ids/" + unit.departments().indexOf(ours),
                    isLower
                            ? "department `" + ours + "` lies in unit `" + holder + "`, which holds department `"
                                    + overlap.above() + "`"
                            : "department `" + overlap.department() + "` below `" + ours + "` is in unit `" + holder
                                    + "`");
        }
    }

    static Proposal<Unit> delete(TenantSnapshot now, UnitId id, Expectation<Unit> expectation) {
        Unit present = present(now.directory(), id);
        Refusals.requireExpected(expectation, present);
        boolean needsUnits = now.policy().mainRule().type().equals(OWN_UNIT);
        if (needsUnits && now.directory().units().size() == 1) {
            throw Problem.conflict(
                            Codes.UNIT_IN_USE,
                            "the main rule is `own_unit` and needs a unit; choose another main rule first")
                    .exception();
        }
        Draft draft = new Draft();
        draft.remove(present);
        return draft.giving(present);
    }

    private static Unit present(DirectorySnapshot directory, UnitId id) {
        return directory.unit(id).orElseThrow(() -> Refusals.unknown("unit", id));
    }
}
