package org.sightline.directory.internal.rules;

import org.sightline.directory.model.Unit;

/** Rules for units one by one (docs/concepts.md, "Units"); {@link TreeRules} has those for all together. */
public final class UnitRules {

    private UnitRules() {}

    /** Returns the unit as it is kept: texts in NFC. */
    public static Unit tidy(Unit unit) {
        return new Unit(unit.id(), Line.nfc(unit.name()), Line.nfc(unit.type()), unit.departments());
    }

    /** Notes what is wrong with a tidy unit. */
    public static void check(Unit unit, Known known, Faults faults) {
        Line.check("/name", unit.name(), Limits.NAME, faults);
        Line.check("/type", unit.type(), Limits.UNIT_TYPE, faults);
        Named.check(
                "/department_ids",
                unit.departments(),
                Limits.UNIT_DEPARTMENTS,
                "department",
                known::hasDepartment,
                faults);
    }
}
