package org.sightline.storage.internal;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.sightline.store.DeliveryStore;
import org.sightline.store.SealedSecretStore;
import org.sightline.store.TenantStore;
import org.sightline.testkit.store.SealedSecretStoreContract;

final class JdbcSealedSecretStoreTest extends SealedSecretStoreContract {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    @Override
    protected DeliveryStore deliveries() {
        return new JdbcDeliveryStore(DATABASE.get());
    }

    @Override
    protected SealedSecretStore secrets() {
        return new JdbcSealedSecretStore(DATABASE.get());
    }

    @Override
    protected TenantStore tenants() {
        return new JdbcTenantStore(DATABASE.get());
    }
}
