package org.sightline.testkit.store;

import org.sightline.store.SessionStore;
import org.sightline.store.TenantStore;

final class InMemorySessionStoreTest extends SessionStoreContract {

    private final InMemoryTenantStore tenants = new InMemoryTenantStore();
    private final SessionStore sessions = new InMemorySessionStore(tenants);

    @Override
    protected SessionStore sessions() {
        return sessions;
    }

    @Override
    protected TenantStore tenants() {
        return tenants;
    }
}
