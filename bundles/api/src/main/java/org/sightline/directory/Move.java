package org.sightline.directory;

import java.util.List;
import org.sightline.directory.model.DepartmentId;
import org.sightline.directory.model.UserId;

/** Somebody or something that gets another place in the tree. */
public sealed interface Move {

    /**
     * A member leaves all departments for others; weights in departments they stay in are kept.
     *
     * @param user        who
     * @param departments where to; none means the root
     */
    record OfMember(UserId user, List<DepartmentId> departments) implements Move {

        /** Takes a copy of the list. */
        public OfMember {
            departments = List.copyOf(departments);
        }
    }

    /**
     * A department goes below another one, with everything in it.
     *
     * @param department which one
     * @param parent     below which one
     */
    record OfDepartment(DepartmentId department, DepartmentId parent) implements Move {}
}
