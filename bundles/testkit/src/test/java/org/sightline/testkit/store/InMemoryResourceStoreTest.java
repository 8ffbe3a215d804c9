package org.sightline.testkit.store;

import org.sightline.store.ResourceStore;
import org.sightline.store.TenantStore;

final class InMemoryResourceStoreTest extends ResourceStoreContract {

    private final InMemoryTenantStore tenants = new InMemoryTenantStore();
    private final ResourceStore resources = new InMemoryResourceStore(tenants);

    @Override
    protected ResourceStore resources() {
        return resources;
    }

    @Override
    protected TenantStore tenants() {
        return tenants;
    }
}
