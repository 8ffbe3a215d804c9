package org.sightline.visibility;

import org.osgi.annotation.versioning.ProviderType;

/**
 * What an app sees of its tenant as itself, by a data range and at one revision (docs/concepts.md, "Data range"): active
 * members, and departments. What is outside is to the app as if it did not exist. Numbers are those of the snapshot it
 * was made from. Immutable for its callers, who must not change the arrays either; safe for any number of threads.
 */
@ProviderType
public interface RangeSight {

    /** Whether the app sees the member; never one who is not active. */
    boolean sees(int member);

    /** Whether the app sees the department. */
    boolean seesDepartment(int department);

    /** Returns the numbers of the members the app sees, ascending. */
    int[] members();

    /**
     * Returns the numbers of the departments the app sees, each followed by all below it. Those whose parent it does not
     * see come by order weight, then by id, so that their order says nothing about what is above them.
     */
    int[] departments();
}
