package org.sightline.store;

import java.time.Instant;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ConsumerType;
import org.sightline.directory.model.TenantKey;

/**
 * How much of the past is kept. What is removed here goes in small transactions; whoever is stopped in the middle has
 * removed less, and several may do it at once. Methods throw {@link StoreUnavailableException}.
 */
@ConsumerType
public interface HistoryStore {

    /**
     * Says that revisions before one are not kept any more. From then on they are not found, though their rows may still
     * be there. Does nothing for an unknown tenant, and never brings a revision back.
     *
     * @param oldest from 1 to the present revision
     */
    void keepFrom(TenantKey tenant, long oldest);

    /**
     * Removes the rows that no revision which is kept needs.
     *
     * @param removed told how many rows have gone
     * @return how many rows went
     */
    long removeForgotten(TenantKey tenant, LongConsumer removed);

    /**
     * Removes audit entries. Those of revisions that are kept stay, since times of revisions are told by them.
     *
     * @param tenant  null for the operator's own log
     * @param before  entries of this instant and later stay
     * @param removed told how many entries have gone
     * @return how many entries went
     */
    long removeAudit(@Nullable TenantKey tenant, Instant before, LongConsumer removed);
}
