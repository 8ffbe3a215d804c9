package org.sightline.testkit.store;

import org.sightline.store.DeliveryStore;
import org.sightline.store.TenantStore;

final class InMemoryDeliveryStoreTest extends DeliveryStoreContract {

    private final InMemoryTenantStore tenants = new InMemoryTenantStore();
    private final DeliveryStore deliveries = new InMemoryDeliveryStore(tenants);

    @Override
    protected DeliveryStore deliveries() {
        return deliveries;
    }

    @Override
    protected TenantStore tenants() {
        return tenants;
    }
}
