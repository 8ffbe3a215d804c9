package org.sightline.communication.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.sightline.audit.Actor;
import org.sightline.communication.model.Contact;
import org.sightline.communication.model.Person;
import org.sightline.communication.model.Ties;
import org.sightline.directory.Changes;
import org.sightline.directory.TenantDeparture;
import org.sightline.directory.TenantSnapshot;
import org.sightline.directory.model.TenantKey;

/**
 * Ends other tenants' contacts and chats with a tenant that is deleted, since somebody else may get its key. Requests
 * that were sent there stay, as those to nobody do, and so do blocks.
 */
final class Departure implements TenantDeparture {

    private static final String CONTACT_ENDED = "contact.peer_gone";
    private static final String CHAT_ENDED = "chat.peer_gone";

    private final People people;
    private final KnownTies ties;
    private final Changes changes;

    Departure(People people, KnownTies ties, Changes changes) {
        this.people = people;
        this.ties = ties;
        this.changes = changes;
    }

    @Override
    public void leaving(TenantKey tenant, Actor actor) {
        Map<TenantKey, List<Person>> owners = ties.tiedTo(tenant).stream()
                .collect(Collectors.groupingBy(Person::tenant, TreeMap::new, Collectors.toList()));
        owners.forEach((other, members) -> {
            if (people.tenant(other).isPresent()) {
                changes.apply(other, actor, own -> new Outcome<>(endings(own, members, tenant), List.of(), "")
                        .withinOneTenant());
            }
        });
    }

    private List<Step> endings(TenantSnapshot own, List<Person> members, TenantKey gone) {
        List<Step> steps = new ArrayList<>();
        for (Person member : members) {
            Ties known = ties.of(own, member.user());
            known.contacts().values().stream()
                    .filter(contact -> contact.peer().tenant().equals(gone))
                    .filter(contact -> !contact.isOutgoingRequest())
                    .map((Contact contact) -> Step.remove(CONTACT_ENDED, contact))
                    .forEach(steps::add);
            known.chats().values().stream()
                    .filter(chat -> chat.peer().tenant().equals(gone))
                    .map(chat -> Step.remove(CHAT_ENDED, chat))
                    .forEach(steps::add);
        }
        return steps;
    }
}
