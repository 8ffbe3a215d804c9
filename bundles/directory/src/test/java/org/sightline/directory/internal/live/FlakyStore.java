package org.sightline.directory.internal.live;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.sightline.apps.model.AppId;
import org.sightline.audit.AuditEntry;
import org.sightline.directory.model.Tenant;
import org.sightline.directory.model.TenantKey;
import org.sightline.store.AuditQuery;
import org.sightline.store.Standing;
import org.sightline.store.StoreUnavailableException;
import org.sightline.store.StoredChanges;
import org.sightline.store.TenantCommit;
import org.sightline.store.TenantState;
import org.sightline.store.TenantStore;

/** A store that can be taken away, and that counts how often tenants are loaded. */
final class FlakyStore implements TenantStore {

    private final TenantStore store;
    final AtomicInteger loads = new AtomicInteger();
    volatile boolean away;

    /** All that came after this revision is lost, as after a crash of a database that does not wait for its disk. */
    volatile long lostAfter = Long.MAX_VALUE;

    /** The next commit is made, but nobody hears of it. */
    volatile boolean lostAtCommit;

    FlakyStore(TenantStore store) {
        this.store = store;
    }

    private TenantStore store() {
        if (away) {
            throw new StoreUnavailableException("away", new IllegalStateException("away"));
        }
        return store;
    }

    @Override
    public List<Tenant> tenants() {
        return store().tenants();
    }

    @Override
    public Map<TenantKey, String> mainRules() {
        return store().mainRules();
    }

    @Override
    public OptionalLong revision(TenantKey tenant) {
        return store().revision(tenant);
    }

    @Override
    public Map<TenantKey, Standing> standings(Set<TenantKey> tenants) {
        Map<TenantKey, Standing> left = new HashMap<>(store().standings(tenants));
        left.replaceAll((key, each) -> new Standing(each.origin(), Math.min(each.revision(), lostAfter)));
        return left;
    }

    @Override
    public Optional<StoredChanges> since(TenantKey tenant, long revision) {
        return store().since(tenant, revision);
    }

    @Override
    public Optional<TenantState> load(TenantKey tenant) {
        loads.incrementAndGet();
        return lostAfter == Long.MAX_VALUE ? store().load(tenant) : store().loadAt(tenant, lostAfter);
    }

    @Override
    public long oldestRevision(TenantKey tenant) {
        return store().oldestRevision(tenant);
    }

    @Override
    public OptionalLong revisionAt(TenantKey tenant, Instant at) {
        return store().revisionAt(tenant, at);
    }

    @Override
    public Optional<TenantState> loadAt(TenantKey tenant, long revision) {
        return store().loadAt(tenant, revision);
    }

    @Override
    public Optional<TenantKey> tenantOfApp(AppId app) {
        return store().tenantOfApp(app);
    }

    @Override
    public Optional<TenantKey> invitingTenant(String codeDigest) {
        return store().invitingTenant(codeDigest);
    }

    @Override
    public void commit(List<TenantCommit> commits) {
        store().commit(commits);
        if (lostAtCommit) {
            lostAtCommit = false;
            away = true;
            throw new StoreUnavailableException("away", new IllegalStateException("away"), true);
        }
    }

    @Override
    public void note(TenantKey tenant, AuditEntry entry) {
        store().note(tenant, entry);
    }

    @Override
    public void drop(TenantKey tenant, AuditEntry audit) {
        store().drop(tenant, audit);
    }

    @Override
    public List<AuditEntry> audit(AuditQuery query) {
        return store().audit(query);
    }
}
