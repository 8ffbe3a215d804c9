package org.sightline.communication.internal;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.sightline.communication.Peer;
import org.sightline.communication.Peers;
import org.sightline.communication.model.Contact;
import org.sightline.communication.model.Person;
import org.sightline.communication.model.Ties;
import org.sightline.directory.TenantSnapshot;

/** People of other tenants whom a member knows by a contact or a chat. */
final class KnownPeers implements Peers {

    private final People people;
    private final KnownTies ties;

    KnownPeers(People people, KnownTies ties) {
        this.people = people;
        this.ties = ties;
    }

    @Override
    public List<Peer> peersOf(TenantSnapshot own, int viewer) {
        if (!own.directory().isActive(viewer)) {
            return List.of();
        }
        Ties known = ties.of(own, own.directory().member(viewer).id());
        Stream<Person> contacts =
                known.contacts().values().stream().filter(Contact::accepted).map(Contact::peer);
        return Stream.concat(contacts, known.chats().keySet().stream())
                .filter(peer -> !peer.tenant().equals(People.keyOf(own)))
                .distinct()
                .sorted()
                .map(peer -> named(own, peer))
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<Peer> named(TenantSnapshot own, Person peer) {
        return people.find(own, peer).map(found -> new Peer(peer.tenant(), peer.user(), found.name()));
    }
}
