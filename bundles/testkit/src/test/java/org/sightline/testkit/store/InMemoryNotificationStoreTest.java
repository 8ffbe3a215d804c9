package org.sightline.testkit.store;

import org.sightline.store.NotificationStore;
import org.sightline.store.TenantStore;

final class InMemoryNotificationStoreTest extends NotificationStoreContract {

    private final InMemoryTenantStore tenants = new InMemoryTenantStore();
    private final NotificationStore notifications = new InMemoryNotificationStore(tenants);

    @Override
    protected NotificationStore notifications() {
        return notifications;
    }

    @Override
    protected TenantStore tenants() {
        return tenants;
    }
}
