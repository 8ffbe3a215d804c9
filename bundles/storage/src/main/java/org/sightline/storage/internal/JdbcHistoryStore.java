package org.sightline.storage.internal;

import java.time.Instant;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sightline.directory.model.TenantKey;
import org.sightline.storage.internal.database.Database;
import org.sightline.storage.internal.history.Removal;
import org.sightline.storage.internal.tables.AuditTable;
import org.sightline.storage.internal.tables.HistoryTable;
import org.sightline.storage.internal.tables.Micros;
import org.sightline.store.HistoryStore;

/** Keeps as much of the past in the database as is wanted. */
@Component
public final class JdbcHistoryStore implements HistoryStore {

    private final Database database;
    private final HistoryTable history = new HistoryTable();

    /** Creates the store on a database. */
    @Activate
    public JdbcHistoryStore(@Reference(name = "database") Database database) {
        this.database = database;
    }

    @Override
    public void keepFrom(TenantKey tenant, long oldest) {
        database.transaction("forget old revisions", connection -> history.keepFrom(connection, tenant, oldest));
    }

    @Override
    public long removeForgotten(TenantKey tenant, LongConsumer removed) {
        long oldest = oldest(tenant);
        return oldest <= 1 ? 0 : new Removal(database, removed).closedUpTo(tenant, oldest);
    }

    private long oldest(TenantKey tenant) {
        return database.transaction("read the oldest revision", connection -> history.oldest(connection, tenant));
    }

    @Override
    public long removeAudit(@Nullable TenantKey tenant, Instant before, LongConsumer removed) {
        Removal removal = new Removal(database, removed);
        return tenant == null
                ? removal.audit(AuditTable.OPERATORS_OWN, Micros.of(before), Long.MAX_VALUE)
                : removal.audit(tenant.value(), Micros.of(before), oldest(tenant));
    }
}
