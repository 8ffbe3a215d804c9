package org.sightline.storage.internal;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.sightline.store.HistoryStore;
import org.sightline.store.TenantStore;
import org.sightline.testkit.store.HistoryStoreContract;

final class JdbcHistoryStoreTest extends HistoryStoreContract {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    @Override
    protected HistoryStore history() {
        return new JdbcHistoryStore(DATABASE.get());
    }

    @Override
    protected TenantStore tenants() {
        return new JdbcTenantStore(DATABASE.get());
    }
}
