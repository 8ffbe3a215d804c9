package org.sightline.storage.internal;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.sightline.store.NotificationStore;
import org.sightline.store.TenantStore;
import org.sightline.testkit.store.NotificationStoreContract;

final class JdbcNotificationStoreTest extends NotificationStoreContract {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    @Override
    protected NotificationStore notifications() {
        return new JdbcNotificationStore(DATABASE.get());
    }

    @Override
    protected TenantStore tenants() {
        return new JdbcTenantStore(DATABASE.get());
    }
}
