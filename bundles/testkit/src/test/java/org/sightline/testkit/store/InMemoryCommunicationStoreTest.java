package org.sightline.testkit.store;

import org.sightline.store.CommunicationStore;
import org.sightline.store.TenantStore;

final class InMemoryCommunicationStoreTest extends CommunicationStoreContract {

    private final InMemoryTenantStore tenants = new InMemoryTenantStore();
    private final CommunicationStore communication = new InMemoryCommunicationStore(tenants);

    @Override
    protected CommunicationStore communication() {
        return communication;
    }

    @Override
    protected TenantStore tenants() {
        return tenants;
    }
}
