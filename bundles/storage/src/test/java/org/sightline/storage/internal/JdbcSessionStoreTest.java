package org.sightline.storage.internal;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.sightline.store.SessionStore;
import org.sightline.store.TenantStore;
import org.sightline.testkit.store.SessionStoreContract;

final class JdbcSessionStoreTest extends SessionStoreContract {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    @Override
    protected SessionStore sessions() {
        return new JdbcSessionStore(DATABASE.get());
    }

    @Override
    protected TenantStore tenants() {
        return new JdbcTenantStore(DATABASE.get());
    }
}
