package org.sightline.storage.internal;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.sightline.store.ResourceStore;
import org.sightline.store.TenantStore;
import org.sightline.testkit.store.ResourceStoreContract;

final class JdbcResourceStoreTest extends ResourceStoreContract {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    @Override
    protected ResourceStore resources() {
        return new JdbcResourceStore(DATABASE.get());
    }

    @Override
    protected TenantStore tenants() {
        return new JdbcTenantStore(DATABASE.get());
    }
}
