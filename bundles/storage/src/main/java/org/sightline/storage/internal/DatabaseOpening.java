package org.sightline.storage.internal;

import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.bundle.Capability;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.jdbc.DataSourceFactory;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.util.tracker.ServiceTracker;
import org.osgi.util.tracker.ServiceTrackerCustomizer;
import org.sightline.health.Health;
import org.sightline.health.HealthCheck;
import org.sightline.storage.internal.database.Database;
import org.sightline.storage.internal.database.DatabaseAddress;
import org.sightline.storage.internal.database.Dialect;
import org.sightline.storage.internal.tables.MobileKeys;
import org.sightline.store.StoreUnavailableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens the configured database as soon as its driver is there, and tries again until it can be reached. Only a database
 * with the present schema becomes a service, on which the stores wait.
 */
@Component(
        service = HealthCheck.class,
        immediate = true,
        configurationPid = "org.sightline.storage",
        configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = StorageSettings.class)
@Capability(
        namespace = "osgi.service",
        attribute = "objectClass:List<String>=\"org.sightline.storage.internal.database.Database\"")
public final class DatabaseOpening
        implements ServiceTrackerCustomizer<DataSourceFactory, DataSourceFactory>, HealthCheck {

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseOpening.class);
    private static final long CLOSING_SECONDS = 60;

    private final BundleContext context;
    private final DatabaseAddress address;
    private final int retrySeconds;
    private final ServiceTracker<DataSourceFactory, DataSourceFactory> drivers;
    private final ScheduledExecutorService worker =
            Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "sightline-database"));

    // These three are touched by the worker only.
    private @Nullable DataSourceFactory driver;
    private @Nullable Database database;
    private @Nullable ServiceRegistration<Database> registration;

    private volatile Health health = Health.down("the driver of the database is not there");

    /**
     * Starts to look for the driver.
     *
     * @throws IllegalArgumentException when the URL is neither Derby's nor PostgreSQL's
     */
    @Activate
    public DatabaseOpening(BundleContext context, StorageSettings settings) throws InvalidSyntaxException {
        this.context = context;
        this.address = StorageAddress.of(StorageAddress.of(settings), System.getenv());
        this.retrySeconds = settings.retry_seconds();
        String filter = Dialect.of(address.url()).factoryFilter();
        this.drivers = new ServiceTracker<>(context, FrameworkUtil.createFilter(filter), this);
        drivers.open();
    }

    @Override
    public DataSourceFactory addingService(ServiceReference<DataSourceFactory> reference) {
        DataSourceFactory found = context.getService(reference);
        worker.execute(() -> open(found));
        return found;
    }

    @Override
    public void modifiedService(ServiceReference<DataSourceFactory> reference, DataSourceFactory service) {}

    @Override
    public void removedService(ServiceReference<DataSourceFactory> reference, DataSourceFactory gone) {
        // Waits, for the driver goes away as soon as this returns.
        await(worker.submit(() -> closeIfFrom(gone)));
        context.ungetService(reference);
    }

    private void open(DataSourceFactory factory) {
        if (driver != null && driver != factory) {
            return;
        }
        driver = factory;
        try {
            Database opened = opened(factory);
            database = opened;
            registration = context.registerService(Database.class, opened, null);
            health = Health.UP;
            LOG.info("Opened the database {}", address);
        } catch (StoreUnavailableException e) {
            String why = OpeningFailure.words(e);
            health = Health.down("cannot open the database: " + why + "; tried again every " + retrySeconds + " s");
            LOG.warn("Cannot open the database {}: {}; trying again in {} s", address, why, retrySeconds, e);
            ScheduledFuture<?> unused = worker.schedule(() -> openAgain(factory), retrySeconds, TimeUnit.SECONDS);
        }
    }

    @Override
    public String part() {
        return "database";
    }

    @Override
    public Health look() {
        return health;
    }

    private Database opened(DataSourceFactory factory) {
        Database opened = Database.open(factory, address);
        try {
            return opened.longTransaction("fill the column of mobile keys", connection -> {
                MobileKeys.fill(connection);
                return opened;
            });
        } catch (StoreUnavailableException e) {
            opened.close();
            throw e;
        }
    }

    private void openAgain(DataSourceFactory factory) {
        if (driver == factory && database == null) {
            open(factory);
        }
    }

    private void closeIfFrom(DataSourceFactory gone) {
        if (driver == gone) {
            close();
        }
    }

    private void await(Future<?> closing) {
        try {
            closing.get(CLOSING_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            LOG.warn("The database {} could not be closed", address, e);
        }
    }

    /** Stores go first, so that none works on a closed pool. */
    private void close() {
        Optional.ofNullable(registration).ifPresent(ServiceRegistration::unregister);
        Optional.ofNullable(database).ifPresent(Database::close);
        health = Health.down("the driver of the database has gone");
        registration = null;
        database = null;
        driver = null;
    }

    @Deactivate
    void deactivate() {
        drivers.close();
        worker.shutdownNow();
    }
}
