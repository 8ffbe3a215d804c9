package org.sightline.visibility;

import org.osgi.annotation.versioning.ProviderType;

/**
 * The compiled answer to every "who sees whom" of one tenant at one revision: immutable for its callers, safe for any
 * number of threads. The only judge there is: whatever names a person asks here first. Numbers are those of the
 * snapshot the engine was made from.
 */
@ProviderType
public interface VisibilityEngine extends DirectorySight {

    /** Decides and explains what {@link #sees} answers. */
    Decision explain(int viewer, int member);

    /** Decides and explains what {@link #seesDepartment} answers. */
    Decision explainDepartment(int viewer, int department);

    /** Returns the numbers of the members who see the member, themself included, ascending; empty for an inactive one. */
    int[] viewersOf(int member);
}
