package org.sightline.directory.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A named set of members and departments, or of the members who satisfy a condition; never both
 * (docs/concepts.md, "Groups"). A department stands for everyone in it and below.
 *
 * @param id          unique in the tenant
 * @param name        shown to people
 * @param members     members named one by one; empty for a dynamic group
 * @param departments departments with all below them; empty for a dynamic group
 * @param condition   what members of a dynamic group satisfy; null for a group of lists
 */
public record Group(
        GroupId id,
        String name,
        List<UserId> members,
        List<DepartmentId> departments,
        @Nullable Condition condition) {

    /**
     * Takes copies of the lists.
     *
     * @throws IllegalArgumentException when there are lists beside a condition
     */
    public Group {
        members = List.copyOf(members);
        departments = List.copyOf(departments);
        if (condition != null && !(members.isEmpty() && departments.isEmpty())) {
            throw new IllegalArgumentException("a group has either a condition or lists, not both");
        }
    }
}
