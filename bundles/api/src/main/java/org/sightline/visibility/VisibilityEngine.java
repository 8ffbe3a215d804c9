package org.sightline.visibility;

import org.osgi.annotation.versioning.ProviderType;

/**
 * The compiled answer to every "who sees whom" of one tenant at one revision: immutable for its callers, safe for any
 * number of threads. The only judge there is: whatever names a person asks here first. Numbers are those of the
 * snapshot the engine was made from.
 */
@ProviderType
public interface VisibilityEngine {

    /** Whether the viewer sees the member; false when one of them is not active, true for an active member's own self. */
    boolean sees(int viewer, int member);

    /** Whether the viewer sees the department; false when the viewer is not active. */
    boolean seesDepartment(int viewer, int department);

    /** Decides and explains what {@link #sees} answers. */
    Decision explain(int viewer, int member);

    /** Decides and explains what {@link #seesDepartment} answers. */
    Decision explainDepartment(int viewer, int department);

    /** Returns the numbers of the members the viewer sees, themself included, ascending; empty for an inactive one. */
    int[] visibleTo(int viewer);

    /** Returns the numbers of the members who see the member, themself included, ascending; empty for an inactive one. */
    int[] viewersOf(int member);

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
