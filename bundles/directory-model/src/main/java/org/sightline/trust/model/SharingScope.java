package org.sightline.trust.model;

import java.util.List;
import org.sightline.directory.model.DepartmentId;
import org.sightline.directory.model.UserId;

/**
 * Whom one side of a relation shares with the other (docs/concepts.md, "Sharing scope").
 *
 * @param all         everyone and every department; the lists are empty then
 * @param departments with everything below them
 * @param members     members named one by one
 */
public record SharingScope(boolean all, List<DepartmentId> departments, List<UserId> members) {

    /** Nobody. */
    public static final SharingScope NOBODY = new SharingScope(false, List.of(), List.of());

    /** Everyone. */
    public static final SharingScope EVERYONE = new SharingScope(true, List.of(), List.of());

    /**
     * Takes copies of the lists.
     *
     * @throws IllegalArgumentException when everyone is shared and somebody is named
     */
    public SharingScope {
        departments = List.copyOf(departments);
        members = List.copyOf(members);
        if (all && !(departments.isEmpty() && members.isEmpty())) {
            throw new IllegalArgumentException("a scope of everyone names nobody");
        }
    }

    /** Whether nobody is shared. */
    public boolean isEmpty() {
        return !all && departments.isEmpty() && members.isEmpty();
    }
}
