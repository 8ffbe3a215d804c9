package org.sightline.storage.internal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sightline.directory.model.TenantKey;
import org.sightline.resources.model.Owner;
import org.sightline.resources.model.Resource;
import org.sightline.resources.model.ResourceId;
import org.sightline.storage.internal.database.Database;
import org.sightline.storage.internal.tables.ResourceTables;
import org.sightline.store.ResourceStore;

/** Finds documents and bases where tenants' commits put them. */
@Component
public final class JdbcResourceStore implements ResourceStore {

    private final Database database;
    private final ResourceTables tables = new ResourceTables();

    /** Creates the store on a database. */
    @Activate
    public JdbcResourceStore(@Reference(name = "database") Database database) {
        this.database = database;
    }

    @Override
    public Optional<Resource> resource(TenantKey tenant, ResourceId id, long revision) {
        return database.readVersions("read a resource", connection -> tables.find(connection, tenant, id, revision));
    }

    @Override
    public List<Resource> heldBy(TenantKey tenant, Owner holder, Instant since, long revision, int from, int most) {
        return database.readVersions(
                "list resources", connection -> tables.heldBy(connection, tenant, holder, since, revision, from, most));
    }

    @Override
    public int ownedBy(TenantKey tenant, Owner owner, long revision) {
        return database.readVersions(
                "count resources", connection -> tables.ownedBy(connection, tenant, owner, revision));
    }
}
