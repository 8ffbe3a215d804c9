package org.sightline.rest.internal.answer;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.sightline.directory.Snapshots;
import org.sightline.directory.TenantSnapshot;
import org.sightline.directory.model.TenantKey;

/** States that a list was begun on and that its next pages will be read from (docs/api.md, "Lists"). */
public final class Pinned {

    /** How many members all pinned states may have together; beyond it the least used state goes. */
    private static final long MAX_MEMBERS = 4_000_000;

    private static final int WEIGHT_OF_EMPTY = 1_000;

    /** How long a reader may think between two pages. */
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final Snapshots snapshots;
    private final Cache<Key, TenantSnapshot> states;

    /** Creates an empty store of states. */
    public Pinned(Snapshots snapshots) {
        this.snapshots = snapshots;
        this.states = Caffeine.newBuilder()
                .maximumWeight(MAX_MEMBERS)
                .weigher((Key key, TenantSnapshot state) -> weight(state))
                .expireAfterAccess(PATIENCE)
                .build();
    }

    /** Keeps a state for a next page. */
    void pin(TenantKey tenant, TenantSnapshot state) {
        states.put(new Key(tenant, state.revision()), state);
    }

    /** Returns the state at a revision; null when it is neither kept nor the present one. */
    @Nullable
    TenantSnapshot at(TenantKey tenant, long revision) {
        TenantSnapshot current = snapshots.current(tenant);
        return current.revision() == revision ? current : states.getIfPresent(new Key(tenant, revision));
    }

    private static int weight(TenantSnapshot state) {
        return WEIGHT_OF_EMPTY
                + state.directory().memberCount()
                + state.directory().departmentCount();
    }

    private record Key(TenantKey tenant, long revision) {}
}
