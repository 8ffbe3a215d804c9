package org.sightline.visibility.model;

import java.util.List;
import org.sightline.directory.model.DepartmentId;
import org.sightline.directory.model.UserId;

/**
 * What a rule's subjects see or do not see, {@code objects} in JSON; the entries are alternatives.
 *
 * @param members     members named one by one
 * @param departments the department itself, all below it, and everyone in these
 */
public record Targets(List<UserId> members, List<DepartmentId> departments) {

    /** Takes copies of the lists. */
    public Targets {
        members = List.copyOf(members);
        departments = List.copyOf(departments);
    }

    /** Whether nothing is named. */
    public boolean isEmpty() {
        return members.isEmpty() && departments.isEmpty();
    }
}
