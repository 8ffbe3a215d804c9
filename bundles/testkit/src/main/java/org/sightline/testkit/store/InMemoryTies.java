package org.sightline.testkit.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sightline.communication.model.CommunicationChange;
import org.sightline.communication.model.Person;
import org.sightline.communication.model.Ties;
import org.sightline.directory.model.TenantKey;
import org.sightline.directory.model.UserId;
import org.sightline.store.StateChange;
import org.sightline.store.TenantCommit;

/** What members had with each other, by the revision it came with. Not safe for several threads. */
final class InMemoryTies {

    private final Map<Person, NavigableMap<Long, Ties>> ties = new HashMap<>();

    void keep(TenantCommit commit) {
        for (StateChange change : commit.changes()) {
            if (change instanceof StateChange.ChangeCommunication put) {
                keep(commit.tenant(), commit.newRevision(), put.change());
            }
        }
    }

    private void keep(TenantKey tenant, long revision, CommunicationChange change) {
        Person owner = new Person(tenant, change.owner());
        Ties before = of(tenant, change.owner(), revision);
        ties.computeIfAbsent(owner, unseen -> new TreeMap<>()).put(revision, before.with(change.owner(), change));
    }

    Ties of(TenantKey tenant, UserId user, long revision) {
        NavigableMap<Long, Ties> known = ties.getOrDefault(new Person(tenant, user), new TreeMap<>());
        Map.Entry<Long, Ties> last = known.floorEntry(revision);
        return last == null ? Ties.NONE : last.getValue();
    }

    List<Person> tiedTo(TenantKey tenant) {
        List<Person> owners = new ArrayList<>();
        ties.forEach((owner, known) -> {
            if (!owner.tenant().equals(tenant)
                    && peerTenants(known.lastEntry().getValue()).contains(tenant)) {
                owners.add(owner);
            }
        });
        return owners.stream().sorted().toList();
    }

    private static Set<TenantKey> peerTenants(Ties ties) {
        return Stream.concat(ties.contacts().keySet().stream(), ties.chats().keySet().stream())
                .map(Person::tenant)
                .collect(Collectors.toSet());
    }

    void drop(TenantKey tenant) {
        ties.keySet().removeIf(owner -> owner.tenant().equals(tenant));
    }
}
