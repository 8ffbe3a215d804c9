package org.sightline.directory;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** Tries changes of a directory out without making them. */
@ProviderType
public interface Rehearsal {

    /**
     * Returns the state as it would be after some moves, in their order; nothing is kept. Members have the same numbers
     * in both states; the revision stays.
     *
     * @throws org.sightline.problem.ProblemException what the real moves would be refused with, and {@code invalid} for
     *     what is unknown or moves twice; faults have pointers into the list of moves, such as {@code /0/parent_id}
     */
    TenantSnapshot after(TenantSnapshot now, List<Move> moves);
}
