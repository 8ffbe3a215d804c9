package org.sightline.upkeep;

import java.util.function.LongConsumer;
import org.osgi.annotation.versioning.ProviderType;

/** Removes what of the past is older than the operator wants to keep (docs/operations.md, "How much of the past is kept"). */
@ProviderType
public interface Compaction {

    /**
     * Removes it, for all tenants.
     *
     * @param removed told how many rows have gone
     * @throws org.sightline.problem.ProblemException {@code conflict} while it is running already, {@code unavailable} when
     *     the database cannot be reached; what has gone by then stays so
     */
    CompactionReport run(LongConsumer removed);
}
