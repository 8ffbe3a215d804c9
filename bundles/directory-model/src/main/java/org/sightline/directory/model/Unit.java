package org.sightline.directory.model;

import java.util.List;

/**
 * A set of departments, with all below them, larger than a department: a subsidiary, say
 * (docs/concepts.md, "Units"). A department lies in at most one unit.
 *
 * @param id          unique in the tenant
 * @param name        shown to people
 * @param type        what kind of unit; cannot change
 * @param departments the tops of the unit
 */
public record Unit(UnitId id, String name, String type, List<DepartmentId> departments) {

    /** Takes a copy of the list. */
    public Unit {
        departments = List.copyOf(departments);
    }
}
