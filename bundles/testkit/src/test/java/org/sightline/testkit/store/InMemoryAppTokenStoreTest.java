package org.sightline.testkit.store;

import org.sightline.store.AppTokenStore;
import org.sightline.store.TenantStore;

final class InMemoryAppTokenStoreTest extends AppTokenStoreContract {

    private final InMemoryTenantStore tenants = new InMemoryTenantStore();
    private final AppTokenStore tokens = new InMemoryAppTokenStore(tenants);

    @Override
    protected AppTokenStore tokens() {
        return tokens;
    }

    @Override
    protected TenantStore tenants() {
        return tenants;
    }
}
