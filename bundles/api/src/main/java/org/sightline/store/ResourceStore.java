package org.sightline.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;
import org.sightline.directory.model.TenantKey;
import org.sightline.resources.model.Owner;
import org.sightline.resources.model.Resource;
import org.sightline.resources.model.ResourceId;

/**
 * Reads documents and bases; they are written with {@link StateChange.ChangeResource}, in the transactions of
 * {@link TenantStore#commit}. Methods throw {@link StoreUnavailableException} when the database cannot be reached.
 */
@ConsumerType
public interface ResourceStore {

    /** Returns a resource as it was at a revision of its tenant; empty when there was none. */
    Optional<Resource> resource(TenantKey tenant, ResourceId id, long revision);

    /**
     * Returns what somebody owned or administered at a revision, in order of creation.
     *
     * @param since only what was created then or later
     * @param from how many to pass over
     */
    List<Resource> heldBy(TenantKey tenant, Owner holder, Instant since, long revision, int from, int most);

    /** Returns how many resources somebody owned at a revision. */
    int ownedBy(TenantKey tenant, Owner owner, long revision);
}
