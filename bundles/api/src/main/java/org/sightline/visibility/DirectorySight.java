package org.sightline.visibility;

import org.osgi.annotation.versioning.ProviderType;

/**
 * What viewers see of one directory, their own or a trusted tenant's. Viewers are numbers of the viewers' snapshot,
 * members and departments those of the directory looked at. Immutable for its callers, who must not change the arrays
 * either; safe for any number of threads.
 */
@ProviderType
public interface DirectorySight {

    /** Whether the viewer sees the member; false when one of them is not active, true for an active member's own self. */
    boolean sees(int viewer, int member);

    /** Whether the viewer sees the department; false when the viewer is not active. */
    boolean seesDepartment(int viewer, int department);

    /** Returns the numbers of the members the viewer sees, themself included, ascending; empty for an inactive one. */
    int[] visibleTo(int viewer);

    /** Returns the numbers of the departments the viewer sees, ascending. */
    int[] departmentsVisibleTo(int viewer);

    /**
     * Returns how many active members the viewer sees in a department and everything below it, each once, the viewer
     * included; 0 for an inactive viewer.
     */
    int countVisibleIn(int viewer, int department);

    /**
     * Returns the numbers of the members the viewer sees though they see none of the departments these are directly in,
     * ascending; empty for an inactive viewer.
     */
    int[] visibleOutside(int viewer);
}
