package org.sightline.directory.internal.rules;

import org.jspecify.annotations.Nullable;
import org.sightline.directory.model.Department;
import org.sightline.directory.model.DepartmentId;

/** Rules for departments one by one (docs/concepts.md, "Departments"); {@link TreeRules} has those for all together. */
public final class DepartmentRules {

    private DepartmentRules() {}

    /** Returns the department as it is kept: name in NFC. */
    public static Department tidy(Department department) {
        return new Department(
                department.id(),
                Line.nfc(department.name()),
                department.parent(),
                department.order(),
                department.leaders());
    }

    /** Notes what is wrong with a tidy department, other than the root. */
    public static void check(Department department, Known known, Faults faults) {
        Line.check("/name", department.name(), Limits.NAME, faults);
        @Nullable DepartmentId parent = department.parent();
        if (parent == null) {
            faults.invalid("/parent_id", "must be there; departments of the first level have the parent `0`");
        } else if (!known.hasDepartment(parent)) {
            faults.invalid("/parent_id", "there is no department `" + parent + "`");
        }
        checkLeaders(department, known, faults);
    }

    /** Notes what is wrong with the leaders. */
    public static void checkLeaders(Department department, Known known, Faults faults) {
        Named.check("/leader_user_ids", department.leaders(), Limits.LEADERS, "user", known::hasMember, faults);
    }
}
