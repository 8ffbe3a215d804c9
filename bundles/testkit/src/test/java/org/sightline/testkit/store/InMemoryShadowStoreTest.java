package org.sightline.testkit.store;

import org.sightline.store.ShadowStore;
import org.sightline.store.TenantStore;

final class InMemoryShadowStoreTest extends ShadowStoreContract {

    private final InMemoryShadowStore store = new InMemoryShadowStore();

    @Override
    protected ShadowStore store() {
        return store;
    }

    @Override
    protected TenantStore tenants() {
        return new InMemoryTenantStore();
    }
}
