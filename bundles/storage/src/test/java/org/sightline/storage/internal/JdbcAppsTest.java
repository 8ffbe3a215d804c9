package org.sightline.storage.internal;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.sightline.store.TenantStore;
import org.sightline.testkit.store.AppContract;

final class JdbcAppsTest extends AppContract {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    @Override
    protected TenantStore store() {
        return new JdbcTenantStore(DATABASE.get());
    }
}
