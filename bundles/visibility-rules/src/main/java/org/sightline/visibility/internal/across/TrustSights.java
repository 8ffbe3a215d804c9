package org.sightline.visibility.internal.across;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.sightline.directory.TenantSnapshot;
import org.sightline.directory.model.TenantKey;
import org.sightline.visibility.SightAcross;

/** The sight between all pairs of tenants that somebody has asked about since the server started. */
public final class TrustSights {

    private final ConcurrentMap<Pair, PairSights> pairs = new ConcurrentHashMap<>();

    /** Returns what answers for exactly these two snapshots. */
    public SightAcross of(TenantSnapshot own, TenantSnapshot partner) {
        Pair pair = new Pair(
                own.directory().tenant().key(), partner.directory().tenant().key());
        PairSights ofPair = pairs.get(pair);
        if (ofPair == null) {
            ofPair = pairs.computeIfAbsent(pair, unseen -> new PairSights());
        }
        CompiledAcross sight = ofPair.of(own, partner);
        if (!sight.related) {
            pairs.remove(pair);
        }
        return sight;
    }

    /** Forgets tenants that are gone. */
    public void keepOnly(Set<TenantKey> tenants) {
        pairs.keySet().removeIf(pair -> !tenants.contains(pair.own) || !tenants.contains(pair.partner));
    }

    private record Pair(TenantKey own, TenantKey partner) {}
}
