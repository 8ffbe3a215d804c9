package org.sightline.storage.internal;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.sightline.store.TenantStore;
import org.sightline.testkit.store.ChangesSinceContract;

final class JdbcChangesSinceTest extends ChangesSinceContract {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    @Override
    protected TenantStore store() {
        return new JdbcTenantStore(DATABASE.get());
    }
}
