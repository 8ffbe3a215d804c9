package org.sightline.testkit.store;

import java.time.Instant;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.sightline.directory.model.TenantKey;
import org.sightline.store.HistoryStore;

/** Keeps as much of the past of an {@link InMemoryTenantStore} as is wanted; for tests. */
public final class InMemoryHistoryStore implements HistoryStore {

    private final InMemoryTenantStore tenants;

    /** Creates the store beside another one. */
    public InMemoryHistoryStore(InMemoryTenantStore tenants) {
        this.tenants = tenants;
    }

    @Override
    public void keepFrom(TenantKey tenant, long oldest) {
        tenants.keepFrom(tenant, oldest);
    }

    @Override
    public long removeForgotten(TenantKey tenant, LongConsumer removed) {
        return told(tenants.removeForgotten(tenant), removed);
    }

    @Override
    public long removeAudit(@Nullable TenantKey tenant, Instant before, LongConsumer removed) {
        return told(tenants.removeAudit(tenant, before), removed);
    }

    private static long told(long gone, LongConsumer removed) {
        if (gone > 0) {
            removed.accept(gone);
        }
        return gone;
    }
}
