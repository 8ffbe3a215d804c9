package org.sightline.storage.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sightline.apps.model.AppId;
import org.sightline.audit.AuditEntry;
import org.sightline.directory.model.Tenant;
import org.sightline.directory.model.TenantKey;
import org.sightline.storage.internal.database.Database;
import org.sightline.storage.internal.news.News;
import org.sightline.storage.internal.tables.AuditTable;
import org.sightline.storage.internal.tables.TenantTables;
import org.sightline.store.AuditQuery;
import org.sightline.store.Standing;
import org.sightline.store.StoredChanges;
import org.sightline.store.TenantCommit;
import org.sightline.store.TenantState;
import org.sightline.store.TenantStore;

/** Keeps tenants in the database. */
@Component
public final class JdbcTenantStore implements TenantStore {

    private final Database database;
    private final TenantTables tables = new TenantTables();
    private final AuditTable audit = new AuditTable();

    /** Creates the store on a database. */
    @Activate
    public JdbcTenantStore(@Reference(name = "database") Database database) {
        this.database = database;
    }

    @Override
    public List<Tenant> tenants() {
        return database.transaction("list tenants", tables::all);
    }

    @Override
    public Map<TenantKey, String> mainRules() {
        return database.transaction("list main rules", tables::mainRules);
    }

    @Override
    public OptionalLong revision(TenantKey tenant) {
        return database.transaction("read a revision", connection -> tables.revision(connection, tenant));
    }

    @Override
    public Map<TenantKey, Standing> standings(Set<TenantKey> tenants) {
        return database.transaction("read revisions", connection -> tables.standings(connection, tenants));
    }

    @Override
    public Optional<StoredChanges> since(TenantKey tenant, long revision) {
        OptionalLong newest = revision(tenant);
        if (newest.isEmpty() || newest.getAsLong() <= revision) {
            return Optional.empty();
        }
        StoredChanges changes = database.readVersions(
                "read changes", connection -> tables.since(connection, tenant, revision, newest.getAsLong()));
        return isStillThere(tenant, newest.getAsLong()) ? Optional.of(changes) : Optional.empty();
    }

    @Override
    public Optional<TenantState> load(TenantKey tenant) {
        OptionalLong newest = revision(tenant);
        return newest.isPresent() ? read(tenant, newest.getAsLong()) : Optional.empty();
    }

    @Override
    public Optional<TenantState> loadAt(TenantKey tenant, long revision) {
        boolean isThere = revision >= oldestRevision(tenant)
                && revision <= revision(tenant).orElse(0);
        return isThere ? read(tenant, revision) : Optional.empty();
    }

    @Override
    public long oldestRevision(TenantKey tenant) {
        return database.transaction(
                "read the oldest revision", connection -> tables.oldestRevision(connection, tenant));
    }

    @Override
    public OptionalLong revisionAt(TenantKey tenant, Instant at) {
        OptionalLong newest = revision(tenant);
        return newest.isEmpty()
                ? newest
                : database.readVersions(
                        "find a past revision",
                        connection -> audit.revisionAt(connection, tenant, at, newest.getAsLong()));
    }

    private Optional<TenantState> read(TenantKey tenant, long revision) {
        try {
            TenantState state =
                    database.readVersions("load a tenant", connection -> tables.load(connection, tenant, revision));
            return isStillThere(tenant, revision) ? Optional.of(state) : Optional.empty();
        } catch (IllegalStateException e) {
            if (isStillThere(tenant, revision)) {
                throw e;
            }
            return Optional.empty();
        }
    }

    /** Rows of a tenant that is being dropped, or of a past that is no longer kept, vanish under a reader's hands. */
    private boolean isStillThere(TenantKey tenant, long revision) {
        return revision(tenant).orElse(0) >= revision && revision >= oldestRevision(tenant);
    }

    @Override
    public Optional<TenantKey> invitingTenant(String codeDigest) {
        return database.transaction("find an invitation", connection -> tables.invitingTenant(connection, codeDigest));
    }

    @Override
    public Optional<TenantKey> tenantOfApp(AppId app) {
        return database.transaction("find an app", connection -> tables.tenantOfApp(connection, app));
    }

    @Override
    public void commit(List<TenantCommit> commits) {
        requireDistinct(commits);
        List<TenantCommit> byKey = new ArrayList<>(commits);
        // Always the same order, or two transactions over the same tenants wait for each other.
        byKey.sort(Comparator.comparing(TenantCommit::tenant));
        database.transaction("commit changes", connection -> {
            for (TenantCommit commit : byKey) {
                tables.write(connection, commit);
            }
            return byKey.size();
        });
        for (TenantCommit commit : byKey) {
            database.outbox().add(News.tenantMoved(commit.tenant()));
            if (!commit.notices().isEmpty()) {
                database.outbox().add(News.cardsWritten(commit.tenant()));
            }
        }
    }

    private static void requireDistinct(List<TenantCommit> commits) {
        Set<TenantKey> seen = new HashSet<>();
        for (TenantCommit commit : commits) {
            if (!seen.add(commit.tenant())) {
                throw new IllegalArgumentException(
                        "tenant `" + commit.tenant() + "` has two commits in one transaction");
            }
        }
    }

    @Override
    public void note(TenantKey tenant, AuditEntry entry) {
        if (revision(tenant).isPresent()) {
            database.transaction("write an audit entry", connection -> {
                audit.add(connection, tenant, List.of(entry));
                return true;
            });
        }
    }

    @Override
    public void drop(TenantKey tenant, AuditEntry entry) {
        database.longTransaction("drop a tenant", connection -> tables.drop(connection, tenant, entry));
        database.outbox().add(News.tenantMoved(tenant));
    }

    @Override
    public List<AuditEntry> audit(AuditQuery query) {
        return database.transaction("read the audit log", connection -> audit.find(connection, query));
    }
}
