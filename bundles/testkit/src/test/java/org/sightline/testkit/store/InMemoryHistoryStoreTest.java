package org.sightline.testkit.store;

import org.sightline.store.HistoryStore;
import org.sightline.store.TenantStore;

final class InMemoryHistoryStoreTest extends HistoryStoreContract {

    private final InMemoryTenantStore tenants = new InMemoryTenantStore();

    @Override
    protected HistoryStore history() {
        return new InMemoryHistoryStore(tenants);
    }

    @Override
    protected TenantStore tenants() {
        return tenants;
    }
}
