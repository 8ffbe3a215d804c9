package org.sightline.testkit.store;

import org.sightline.store.TenantStore;

final class InMemoryAppsTest extends AppContract {

    private final TenantStore store = new InMemoryTenantStore();

    @Override
    protected TenantStore store() {
        return store;
    }
}
