package org.sightline.communication.internal;

import java.time.Clock;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.sightline.audit.Actor;
import org.sightline.communication.ChatAnswer;
import org.sightline.communication.Communication;
import org.sightline.communication.Listed;
import org.sightline.communication.Made;
import org.sightline.communication.Peer;
import org.sightline.communication.Peers;
import org.sightline.communication.model.Chat;
import org.sightline.communication.model.Contact;
import org.sightline.communication.model.Person;
import org.sightline.directory.Changes;
import org.sightline.directory.Committed;
import org.sightline.directory.Snapshots;
import org.sightline.directory.TenantDeparture;
import org.sightline.directory.TenantSnapshot;
import org.sightline.directory.model.PhoneNumber;
import org.sightline.directory.model.TenantKey;
import org.sightline.store.CommunicationStore;
import org.sightline.trust.TrustedParties;
import org.sightline.visibility.Visibility;

/** All of the room's doors, which share what was read from the store. */
@Component(service = {Communication.class, Peers.class, TenantDeparture.class})
public final class MemberCommunication implements Communication, Peers, TenantDeparture {

    private final ChatList chats;
    private final ContactBook contacts;
    private final PrivacyChoices privacy;
    private final PhoneBook phones;
    private final KnownPeers peers;
    private final Departure departure;

    /** Away while trusted parties are switched off; other tenants are strangers then. */
    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile @Nullable TrustedParties trustedParties;

    /** Opens the doors. */
    @Activate
    public MemberCommunication(
            @Reference(name = "snapshots") Snapshots snapshots,
            @Reference(name = "changes") Changes changes,
            @Reference(name = "visibility") Visibility visibility,
            @Reference(name = "store") CommunicationStore store,
            @Reference(name = "clock") Clock clock) {
        this(snapshots, changes, visibility, store, clock, null);
    }

    /**
     * Opens the doors.
     *
     * @param parties null when another service will tell
     */
    MemberCommunication(
            Snapshots snapshots,
            Changes changes,
            Visibility visibility,
            CommunicationStore store,
            InstantSource clock,
            @Nullable TrustedParties parties) {
        this.trustedParties = parties;
        Supplier<@Nullable TrustedParties> present = () -> trustedParties;
        People people = new People(snapshots);
        Sights sights = new Sights(visibility, present);
        KnownTies ties = new KnownTies(store);
        BothSides sides = new BothSides(changes, people);
        this.chats = new ChatList(people, sights, ties, sides, clock);
        this.contacts = new ContactBook(people, sights, ties, sides, clock);
        this.privacy = new PrivacyChoices(sights, ties, changes, clock);
        this.phones = new PhoneBook(people, sights, ties);
        this.peers = new KnownPeers(people, ties);
        this.departure = new Departure(people, ties, changes);
    }

    @Override
    public ChatAnswer check(TenantSnapshot own, int viewer, Person peer) {
        return chats.check(own, viewer, peer);
    }

    @Override
    public List<Listed<Chat>> chats(TenantSnapshot own, int viewer) {
        return chats.list(own, viewer);
    }

    @Override
    public Committed<Made<Listed<Chat>>> startChat(Person self, Actor actor, Person peer) {
        return chats.start(self, actor, peer);
    }

    @Override
    public List<Listed<Contact>> contacts(TenantSnapshot own, int viewer) {
        return contacts.list(own, viewer);
    }

    @Override
    public Committed<Made<Listed<Contact>>> requestContact(Person self, Actor actor, Person peer) {
        return contacts.request(self, actor, peer);
    }

    @Override
    public Committed<Listed<Contact>> acceptContact(Person self, Actor actor, String contactId) {
        return contacts.accept(self, actor, contactId);
    }

    @Override
    public Committed<Contact> deleteContact(Person self, Actor actor, String contactId) {
        return contacts.delete(self, actor, contactId);
    }

    @Override
    public List<Person> blocks(TenantSnapshot own, int viewer) {
        return privacy.blocks(own, viewer);
    }

    @Override
    public Committed<Person> block(Person self, Actor actor, Person peer) {
        return privacy.block(self, actor, peer);
    }

    @Override
    public Committed<Person> unblock(Person self, Actor actor, Person peer) {
        return privacy.unblock(self, actor, peer);
    }

    @Override
    public boolean findByPhone(TenantSnapshot own, int viewer) {
        return privacy.findByPhone(own, viewer);
    }

    @Override
    public Committed<Boolean> setFindByPhone(Person self, Actor actor, boolean findByPhone) {
        return privacy.setFindByPhone(self, actor, findByPhone);
    }

    @Override
    public PhonePage byPhone(TenantSnapshot own, int viewer, PhoneNumber number, int from, int size) {
        return phones.find(own, viewer, number, from, size);
    }

    @Override
    public List<Peer> peersOf(TenantSnapshot own, int viewer) {
        return peers.peersOf(own, viewer);
    }

    @Override
    public void leaving(TenantKey tenant, Actor actor) {
        departure.leaving(tenant, actor);
    }
}
