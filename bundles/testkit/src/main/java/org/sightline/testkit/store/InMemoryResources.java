package org.sightline.testkit.store;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.sightline.directory.model.TenantKey;
import org.sightline.resources.model.Owner;
import org.sightline.resources.model.Resource;
import org.sightline.resources.model.ResourceId;
import org.sightline.store.StateChange;
import org.sightline.store.TenantCommit;

/** Documents and bases, by the revisions they changed with. Not safe for several threads. */
final class InMemoryResources {

    private final Map<TenantKey, Map<ResourceId, NavigableMap<Long, Optional<Resource>>>> all = new HashMap<>();

    void keep(TenantCommit commit) {
        for (StateChange change : commit.changes()) {
            if (change instanceof StateChange.ChangeResource put) {
                all.computeIfAbsent(commit.tenant(), key -> new TreeMap<>())
                        .computeIfAbsent(put.change().id(), key -> new TreeMap<>())
                        .put(
                                commit.newRevision(),
                                Optional.ofNullable(put.change().after()));
            }
        }
    }

    void drop(TenantKey tenant) {
        all.remove(tenant);
    }

    Optional<Resource> find(TenantKey tenant, ResourceId id, long revision) {
        return at(all.getOrDefault(tenant, Map.of()).getOrDefault(id, new TreeMap<>()), revision);
    }

    List<Resource> heldBy(TenantKey tenant, Owner holder, Instant since, long revision, int from, int most) {
        return at(tenant, revision)
                .filter(each -> each.isHeldBy(holder) && !each.createdAt().isBefore(since))
                .sorted(Comparator.comparing(Resource::createdAt).thenComparing(Resource::id))
                .skip(from)
                .limit(most)
                .toList();
    }

    int ownedBy(TenantKey tenant, Owner owner, long revision) {
        return (int)
                at(tenant, revision).filter(each -> each.owner().equals(owner)).count();
    }

    private Stream<Resource> at(TenantKey tenant, long revision) {
        return all.getOrDefault(tenant, Map.of()).values().stream().flatMap(states -> at(states, revision).stream());
    }

    private static Optional<Resource> at(NavigableMap<Long, Optional<Resource>> states, long revision) {
        Map.Entry<Long, Optional<Resource>> last = states.floorEntry(revision);
        return last == null ? Optional.empty() : last.getValue();
    }
}
