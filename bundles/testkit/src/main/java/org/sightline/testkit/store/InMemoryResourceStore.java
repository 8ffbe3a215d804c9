package org.sightline.testkit.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.sightline.directory.model.TenantKey;
import org.sightline.resources.model.Owner;
import org.sightline.resources.model.Resource;
import org.sightline.resources.model.ResourceId;
import org.sightline.store.ResourceStore;

/** Finds documents and bases where they were committed; for tests. Safe for any number of threads. */
public final class InMemoryResourceStore implements ResourceStore {

    private final InMemoryTenantStore tenants;

    /**
     * Creates the store.
     *
     * @param tenants where changes are committed
     */
    public InMemoryResourceStore(InMemoryTenantStore tenants) {
        this.tenants = tenants;
    }

    @Override
    public Optional<Resource> resource(TenantKey tenant, ResourceId id, long revision) {
        return tenants.resources(all -> all.find(tenant, id, revision));
    }

    @Override
    public List<Resource> heldBy(TenantKey tenant, Owner holder, Instant since, long revision, int from, int most) {
        return tenants.resources(all -> all.heldBy(tenant, holder, since, revision, from, most));
    }

    @Override
    public int ownedBy(TenantKey tenant, Owner owner, long revision) {
        return tenants.resources(all -> all.ownedBy(tenant, owner, revision));
    }
}
