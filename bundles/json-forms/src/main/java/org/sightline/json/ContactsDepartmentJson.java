package org.sightline.json;

import org.sightline.directory.model.Department;

/**
 * A department as a member sees it.
 *
 * @param id          the department
 * @param name        the department's name
 * @param memberCount how many members the viewer sees in the department and below
 */
public record ContactsDepartmentJson(String id, String name, int memberCount) {

    /** Returns the form of a department. */
    public static ContactsDepartmentJson of(Department department, int memberCount) {
        return new ContactsDepartmentJson(department.id().value(), department.name(), memberCount);
    }
}
