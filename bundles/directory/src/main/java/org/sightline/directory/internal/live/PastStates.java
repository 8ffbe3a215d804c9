package org.sightline.directory.internal.live;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.sightline.directory.TenantSnapshot;
import org.sightline.directory.model.TenantKey;

/**
 * Past states that somebody asked for a short while ago, or has begun to read a list from, so that the next question
 * about one does not load it again.
 */
final class PastStates {

    /** How many members all states may have together; beyond it the least used state goes. */
    private static final long MOST_MEMBERS = 4_000_000;

    private static final int WEIGHT_OF_EMPTY = 1_000;

    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final Cache<Key, TenantSnapshot> states = Caffeine.newBuilder()
            .maximumWeight(MOST_MEMBERS)
            .weigher((Key key, TenantSnapshot state) -> WEIGHT_OF_EMPTY
                    + state.directory().memberCount()
                    + state.directory().departmentCount())
            .expireAfterAccess(PATIENCE)
            .build();

    /**
     * Returns a state, loading it when it is not there; of several who ask at once, one loads.
     *
     * @param load null when there is no such state
     */
    @Nullable
    TenantSnapshot at(TenantKey tenant, long revision, Supplier<@Nullable TenantSnapshot> load) {
        return states.get(new Key(tenant, revision), unknown -> load.get());
    }

    /** Keeps a state. */
    void keep(TenantSnapshot state) {
        states.put(new Key(state.directory().tenant().key(), state.revision()), state);
    }

    /** Returns a state; null when it is not kept. */
    @Nullable
    TenantSnapshot kept(TenantKey tenant, long revision) {
        return states.getIfPresent(new Key(tenant, revision));
    }

    /** Forgets a tenant that is gone; another one may get its key. */
    void forget(TenantKey tenant) {
        states.asMap().keySet().removeIf(key -> key.tenant.equals(tenant));
    }

    /** Forgets states that are not kept any more. */
    void forgetBefore(TenantKey tenant, long revision) {
        states.asMap().keySet().removeIf(key -> key.tenant.equals(tenant) && key.revision < revision);
    }

    private record Key(TenantKey tenant, long revision) {}
}
