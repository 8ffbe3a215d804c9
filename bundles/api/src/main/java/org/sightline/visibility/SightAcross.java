package org.sightline.visibility;

import org.osgi.annotation.versioning.ProviderType;
import org.sightline.directory.model.UserId;
import org.sightline.trust.model.FieldGrants;

/**
 * Who of one tenant sees whom of a trusted one, for one snapshot of each (docs/concepts.md, "Sight across a trust").
 * Viewers are numbers in the own snapshot, targets numbers in the partner's. Immutable for its callers, who must not
 * change the arrays either; safe for any number of threads.
 */
@ProviderType
public interface SightAcross {

    /** Whether the viewer may find the target by search. */
    boolean finds(int viewer, int target);

    /** Whether the viewer sees the target in the partner's structure. */
    boolean browses(int viewer, int target);

    /** Returns the numbers of the partner's members whom the viewer may find, ascending. */
    int[] findableBy(int viewer);

    /** Returns the numbers of the partner's members whom the viewer sees in the structure, ascending. */
    int[] browsableBy(int viewer);

    /** Whether there is anybody whom the viewer sees in the structure. */
    boolean browsesAnybody(int viewer);

    /**
     * Returns the partner's directory as the structure under contacts shows it: members who are browsed, and the shared
     * departments in or below which there is one.
     */
    DirectorySight structure();

    /**
     * Returns the partner's directory as the search goes through it: members who are found, and the shared departments
     * in or below which there is one.
     */
    DirectorySight findable();

    /** Returns which profile fields the partner releases; only the name when there is no relation. */
    FieldGrants fields();

    /**
     * Tells how {@link #finds} and {@link #browses} come about.
     *
     * @param viewer a number in the own snapshot
     * @param target anybody; who does not exist is told like somebody who is not shared
     */
    TrustDecision explain(int viewer, UserId target);
}
