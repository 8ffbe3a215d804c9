package org.sightline.testkit.store;

import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.sightline.directory.model.TenantKey;
import org.sightline.store.ShadowStore;

/** Keeps counts in memory; for tests. Knows every tenant. Safe for any number of threads. */
public final class InMemoryShadowStore implements ShadowStore {

    private final Map<TenantKey, Counted> counted = new ConcurrentHashMap<>();

    /** Creates an empty store. */
    public InMemoryShadowStore() {}

    @Override
    public void add(TenantKey tenant, Instant since, Tally more) {
        counted.merge(tenant, new Counted(since, more), Counted::followedBy);
    }

    @Override
    public Tally tally(TenantKey tenant, Instant since) {
        Counted found = counted.get(tenant);
        return found == null || !found.since().equals(since) ? Tally.NOTHING : found.tally();
    }

    /** Counts since an instant. */
    private record Counted(Instant since, Tally tally) {

        Counted followedBy(Counted more) {
            int order = since.compareTo(more.since);
            if (order == 0) {
                return new Counted(since, tally.plus(more.tally));
            }
            return order < 0 ? more : this;
        }
    }
}
