package org.sightline.testkit.store;

import org.sightline.store.TenantStore;

final class InMemoryTransactionTest extends TransactionContract {

    private final TenantStore store = new InMemoryTenantStore();

    @Override
    protected TenantStore store() {
        return store;
    }
}
