package org.sightline.storage.internal;

import java.time.Instant;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sightline.directory.model.TenantKey;
import org.sightline.storage.internal.database.Database;
import org.sightline.storage.internal.tables.ShadowTallyTable;
import org.sightline.store.ShadowStore;

/** Keeps what comparing candidate main rules has shown in the database. */
@Component
public final class JdbcShadowStore implements ShadowStore {

    private final Database database;
    private final ShadowTallyTable tallies = new ShadowTallyTable();

    /** Creates the store on a database. */
    @Activate
    public JdbcShadowStore(@Reference(name = "database") Database database) {
        this.database = database;
    }

    @Override
    public void add(TenantKey tenant, Instant since, Tally more) {
        database.transaction("count what a shadow shows", connection -> tallies.add(connection, tenant, since, more));
    }

    @Override
    public Tally tally(TenantKey tenant, Instant since) {
        return database.transaction("read what a shadow shows", connection -> tallies.find(connection, tenant, since));
    }
}
