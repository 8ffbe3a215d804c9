package org.sightline.apps.model;

import java.util.List;
import org.sightline.directory.model.DepartmentId;
import org.sightline.directory.model.GroupId;
import org.sightline.directory.model.UserId;

/**
 * Whose data an app reaches as itself (docs/concepts.md, "Data range").
 *
 * @param all         everyone and every department; the lists are empty then
 * @param departments with everything below them and everyone in them
 * @param members     members named one by one
 * @param groups      everyone in these groups
 */
public record DataRange(boolean all, List<DepartmentId> departments, List<UserId> members, List<GroupId> groups) {

    /** Nobody: the app reaches nothing but its own resources. */
    public static final DataRange NOBODY = new DataRange(false, List.of(), List.of(), List.of());

    /** Everyone. */
    public static final DataRange EVERYONE = new DataRange(true, List.of(), List.of(), List.of());

    /**
     * Takes copies of the lists.
     *
     * @throws IllegalArgumentException when it is everyone and somebody is named
     */
    public DataRange {
        departments = List.copyOf(departments);
        members = List.copyOf(members);
        groups = List.copyOf(groups);
        if (all && !(departments.isEmpty() && members.isEmpty() && groups.isEmpty())) {
            throw new IllegalArgumentException("a range of everyone names nobody");
        }
    }

    /** Whether nobody is reached. */
    public boolean isEmpty() {
        return !all && departments.isEmpty() && members.isEmpty() && groups.isEmpty();
    }
}
