package org.sightline.visibility.model;

import java.util.List;
import org.sightline.directory.model.DepartmentId;
import org.sightline.directory.model.GroupId;
import org.sightline.directory.model.UserId;

/**
 * Whom a rule is about as viewers; the entries are alternatives.
 *
 * @param members     members named one by one
 * @param groups      everyone in the group
 * @param departments everyone in the department and below
 */
public record Subjects(List<UserId> members, List<GroupId> groups, List<DepartmentId> departments) {

    /** Takes copies of the lists. */
    public Subjects {
        members = List.copyOf(members);
        groups = List.copyOf(groups);
        departments = List.copyOf(departments);
    }

    /** Whether nothing is named. */
    public boolean isEmpty() {
        return members.isEmpty() && groups.isEmpty() && departments.isEmpty();
    }
}
