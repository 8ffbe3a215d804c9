package org.sightline.testkit.store;

import org.sightline.store.EventStore;
import org.sightline.store.TenantStore;

final class InMemoryEventStoreTest extends EventStoreContract {

    private final InMemoryTenantStore tenants = new InMemoryTenantStore();
    private final EventStore events = new InMemoryEventStore(tenants);

    @Override
    protected EventStore events() {
        return events;
    }

    @Override
    protected TenantStore tenants() {
        return tenants;
    }
}
