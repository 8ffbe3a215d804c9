package org.sightline.directory.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A node of a tenant's tree (docs/concepts.md, "Departments").
 *
 * @param id      unique in the tenant
 * @param name    shown to people
 * @param parent  the department above; null for the root only
 * @param order   smaller comes first among siblings
 * @param leaders zero or more members, who need not belong to the department; without repeats
 */
public record Department(
        DepartmentId id, String name, @Nullable DepartmentId parent, int order, List<UserId> leaders) {

    /** Takes a copy of the list. */
    public Department {
        leaders = List.copyOf(leaders);
    }
}
