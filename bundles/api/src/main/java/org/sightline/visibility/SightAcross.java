package org.sightline.visibility;

import org.osgi.annotation.versioning.ProviderType;

/**
 * Who of one tenant sees whom of a trusted one, for one snapshot of each (docs/concepts.md, "Sight across a trust").
 * Viewers are numbers in the own snapshot, targets numbers in the partner's. Immutable and safe for any number of threads.
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

    /** Tells how {@link #finds} and {@link #browses} come about. */
    TrustDecision explain(int viewer, int target);
}
