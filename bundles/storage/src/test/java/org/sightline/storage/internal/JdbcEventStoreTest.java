package org.sightline.storage.internal;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.sightline.store.EventStore;
import org.sightline.store.TenantStore;
import org.sightline.testkit.store.EventStoreContract;

final class JdbcEventStoreTest extends EventStoreContract {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    @Override
    protected EventStore events() {
        return new JdbcEventStore(DATABASE.get());
    }

    @Override
    protected TenantStore tenants() {
        return new JdbcTenantStore(DATABASE.get());
    }
}
