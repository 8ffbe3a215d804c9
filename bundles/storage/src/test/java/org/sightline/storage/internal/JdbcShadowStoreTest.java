package org.sightline.storage.internal;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.sightline.store.ShadowStore;
import org.sightline.store.TenantStore;
import org.sightline.testkit.store.ShadowStoreContract;

final class JdbcShadowStoreTest extends ShadowStoreContract {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    @Override
    protected ShadowStore store() {
        return new JdbcShadowStore(DATABASE.get());
    }

    @Override
    protected TenantStore tenants() {
        return new JdbcTenantStore(DATABASE.get());
    }
}
