package org.sightline.rest.internal;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.sightline.directory.History;
import org.sightline.directory.Snapshots;
import org.sightline.directory.TenantSnapshot;
import org.sightline.directory.model.TenantKey;

/** The present, and what somebody wanted kept; the rest of the past is not there. */
final class FakeHistory implements History {

    private final Snapshots present;
    private final Map<String, TenantSnapshot> kept = new ConcurrentHashMap<>();

    FakeHistory(Snapshots present) {
        this.present = present;
    }

    @Override
    public TenantSnapshot at(TenantKey tenant, long revision) {
        return kept(tenant, revision).orElseThrow();
    }

    @Override
    public TenantSnapshot at(TenantKey tenant, Instant instant) {
        throw new UnsupportedOperationException("no test of this asks for an instant");
    }

    @Override
    public void keep(TenantSnapshot state) {
        kept.put(name(state.directory().tenant().key(), state.revision()), state);
    }

    @Override
    public Optional<TenantSnapshot> kept(TenantKey tenant, long revision) {
        TenantSnapshot now = present.current(tenant);
        return Optional.ofNullable(now.revision() == revision ? now : kept.get(name(tenant, revision)));
    }

    @Override
    public void forgetBefore(TenantKey tenant, long revision) {
        throw new UnsupportedOperationException("no request forgets");
    }

    private static String name(TenantKey tenant, long revision) {
        return tenant + "/" + revision;
    }
}
