package org.sightline.storage.internal;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.sightline.store.AppTokenStore;
import org.sightline.store.TenantStore;
import org.sightline.testkit.store.AppTokenStoreContract;

final class JdbcAppTokenStoreTest extends AppTokenStoreContract {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    @Override
    protected AppTokenStore tokens() {
        return new JdbcAppTokenStore(DATABASE.get());
    }

    @Override
    protected TenantStore tenants() {
        return new JdbcTenantStore(DATABASE.get());
    }
}
