package org.sightline.testkit.store;

import org.sightline.store.TenantStore;

final class InMemoryChangesSinceTest extends ChangesSinceContract {

    private final TenantStore store = new InMemoryTenantStore();

    @Override
    protected TenantStore store() {
        return store;
    }
}
