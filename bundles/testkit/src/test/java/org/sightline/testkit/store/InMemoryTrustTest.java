package org.sightline.testkit.store;

import org.sightline.store.TenantStore;

final class InMemoryTrustTest extends TrustContract {

    private final TenantStore store = new InMemoryTenantStore();

    @Override
    protected TenantStore store() {
        return store;
    }
}
