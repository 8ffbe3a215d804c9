package org.sightline.storage.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.sightline.storage.internal.database.Database;
import org.sightline.store.NotificationStore;
import org.sightline.store.SessionStore;
import org.sightline.store.StoreImage;
import org.sightline.store.TenantStore;
import org.sightline.testkit.store.StoreImageContract;
import org.sightline.testkit.store.StoreImageCopyContract;

/** Images from each database into each. */
final class StoreImageTest {

    @Nested
    final class FromDerbyToDerby extends StoreImageContract {

        @Override
        protected Stores from() {
            return derby();
        }

        @Override
        protected Stores to() {
            return derby();
        }
    }

    @Nested
    final class FromDerbyToPostgres extends StoreImageCopyContract {

        @RegisterExtension
        final Postgres postgres = new Postgres();

        @Override
        protected Stores from() {
            return derby();
        }

        @Override
        protected Stores to() {
            return postgres.fresh();
        }
    }

    @Nested
    final class FromPostgresToDerby extends StoreImageCopyContract {

        @RegisterExtension
        final Postgres postgres = new Postgres();

        @Override
        protected Stores from() {
            return postgres.fresh();
        }

        @Override
        protected Stores to() {
            return derby();
        }
    }

    @Nested
    final class FromPostgresToPostgres extends StoreImageContract {

        @RegisterExtension
        final Postgres postgres = new Postgres();

        @Override
        protected Stores from() {
            return postgres.fresh();
        }

        @Override
        protected Stores to() {
            return postgres.fresh();
        }
    }

    private static StoreImageCopyContract.Stores derby() {
        // Dozens of databases that need not survive a power cut.
        System.setProperty("derby.system.durability", "test");
        try {
            return new OpenStores(TestDatabase.open(TestDatabase.derbyUrl(TestDatabase.newDirectory())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** New databases of the test run's cluster; skips the test where PostgreSQL is not installed. */
    private static final class Postgres implements BeforeEachCallback {

        private ExtensionContext context;

        @Override
        public void beforeEach(ExtensionContext present) {
            context = present;
            TestDatabase.Cluster.of(context);
        }

        StoreImageCopyContract.Stores fresh() {
            return new OpenStores(
                    TestDatabase.open(TestDatabase.Cluster.of(context).newDatabase()));
        }
    }

    private record OpenStores(
            Database database,
            TenantStore tenants,
            NotificationStore notifications,
            SessionStore sessions,
            StoreImage image)
            implements StoreImageCopyContract.Stores {

        OpenStores(Database database) {
            this(
                    database,
                    new JdbcTenantStore(database),
                    new JdbcNotificationStore(database),
                    new JdbcSessionStore(database),
                    new JdbcStoreImage(database));
        }

        @Override
        public void close() {
            database.close();
        }
    }
}
