package org.sightline.communication.internal;

import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sightline.audit.Actor;
import org.sightline.communication.Listed;
import org.sightline.communication.Made;
import org.sightline.communication.internal.BothSides.Sides;
import org.sightline.communication.model.Contact;
import org.sightline.communication.model.Direction;
import org.sightline.communication.model.Person;
import org.sightline.communication.model.Ties;
import org.sightline.directory.Committed;
import org.sightline.directory.TenantSnapshot;
import org.sightline.problem.Codes;
import org.sightline.problem.Problem;

/** Contacts and requests for them (docs/concepts.md, "Contacts between members"). */
final class ContactBook {

    private static final String REQUEST = "contact.request";
    private static final String ACCEPT = "contact.accept";
    private static final String DELETE = "contact.delete";

    private final People people;
    private final Sights sights;
    private final KnownTies ties;
    private final BothSides sides;
    private final InstantSource clock;

    ContactBook(People people, Sights sights, KnownTies ties, BothSides sides, InstantSource clock) {
        this.people = people;
        this.sights = sights;
        this.ties = ties;
        this.sides = sides;
        this.clock = clock;
    }

    List<Listed<Contact>> list(TenantSnapshot own, int viewer) {
        return ties.of(own, own.directory().member(viewer).id()).contacts().values().stream()
                .map(contact -> listed(
                        contact,
                        people.find(own, contact.peer()),
                        People.keyOf(own).equals(contact.peer().tenant())))
                .toList();
    }

    /** A request to somebody elsewhere looks the same whether they are there or not. */
    private static Listed<Contact> listed(Contact contact, Optional<Located> peer, boolean inside) {
        boolean hides = contact.isOutgoingRequest();
        @Nullable String name = hides ? null : peer.map(Located::name).orElse(null);
        return new Listed<>(contact, name, peer.isPresent() || (hides && !inside));
    }

    Committed<Made<Listed<Contact>>> request(Person self, Actor actor, Person peer) {
        if (self.equals(peer)) {
            throw Problem.invalid("/peer", Codes.INVALID, "nobody is their own contact")
                    .exception();
        }
        return sides.change(self, actor, peer, both -> request(self, peer, both));
    }

    private Outcome<Made<Listed<Contact>>> request(Person self, Person peer, Sides both) {
        Optional<Located> found = both.find(peer);
        boolean inside = self.tenant().equals(peer.tenant());
        if (inside) {
            requireVisible(self, peer, both.own(), found);
        }
        Ties ours = ties.of(both.own(), self.user());
        Ties theirs =
                found.map(located -> ties.of(located.tenant(), peer.user())).orElse(Ties.NONE);
        @Nullable Contact mine = ours.contact(peer).orElse(null);
        @Nullable Contact yours = theirs.contact(self).orElse(null);
        boolean wanted = (mine != null && mine.isIncomingRequest()) || (yours != null && yours.isOutgoingRequest());
        if (mine != null && mine.accepted()) {
            return Outcome.nothing(new Made<>(listed(mine, found, inside), false));
        }
        if (wanted && found.isPresent()) {
            Outcome<Listed<Contact>> agreed = agree(self, peer, mine, yours, found);
            return new Outcome<>(agreed.own(), agreed.theirs(), new Made<>(agreed.result(), true));
        }
        if (mine != null && mine.isOutgoingRequest()) {
            return Outcome.nothing(new Made<>(listed(mine, found, inside), false));
        }
        if (mine == null) {
            Limits.requireRoom(ours.contacts().size(), Limits.CONTACTS, "contacts and requests");
        }
        return ask(self, peer, theirs, found, mine);
    }

    private void requireVisible(Person self, Person peer, TenantSnapshot own, Optional<Located> found) {
        int viewer = own.directory().memberNumber(self.user());
        if (found.filter(target -> sights.of(own, viewer, target).sees()).isEmpty()) {
            throw Problem.invalid("/peer/user_id", Codes.INVALID, "there is no user `" + peer.user() + "`")
                    .exception();
        }
    }

    /** A request does not arrive where it is blocked or where there is no room, and nobody is told. */
    private Outcome<Made<Listed<Contact>>> ask(
            Person self, Person peer, Ties theirs, Optional<Located> found, @Nullable Contact before) {
        String id = UUID.randomUUID().toString().replace("-", "");
        Contact mine = new Contact(
                id,
                self.user(),
                peer,
                false,
                Direction.OUTGOING,
                clock.instant().truncatedTo(ChronoUnit.MICROS));
        boolean arrives = found.isPresent()
                && !theirs.blocks(self)
                && theirs.contact(self).isEmpty()
                && theirs.contacts().size() < Limits.CONTACTS;
        Contact yours = new Contact(id, peer.user(), self, false, Direction.INCOMING, mine.createdAt());
        return new Outcome<>(
                List.of(Step.put(REQUEST, before, mine)),
                arrives ? List.of(Step.put(REQUEST, null, yours)) : List.of(),
                new Made<>(listed(mine, found, false), true));
    }

    private static Outcome<Listed<Contact>> agree(
            Person self, Person peer, @Nullable Contact mine, @Nullable Contact yours, Optional<Located> found) {
        Contact ours = agreed(mine, yours, self, peer);
        Contact theirs = agreed(yours, ours, peer, self);
        return new Outcome<>(
                List.of(Step.put(ACCEPT, mine, ours)),
                List.of(Step.put(ACCEPT, yours, theirs)),
                listed(ours, found, false));
    }

    /** One side's record, made from the other side's when there is none. */
    private static Contact agreed(@Nullable Contact known, @Nullable Contact other, Person owner, Person peer) {
        if (known != null) {
            return known.agreed();
        }
        if (other == null) {
            throw new IllegalArgumentException("neither side has asked");
        }
        Direction direction = other.direction() == Direction.OUTGOING ? Direction.INCOMING : Direction.OUTGOING;
        return new Contact(other.id(), owner.user(), peer, true, direction, other.createdAt());
    }

    Committed<Listed<Contact>> accept(Person self, Actor actor, String id) {
        return sides.change(self, actor, peerOf(self, id), both -> {
            Contact mine = shown(self, id, both);
            Optional<Located> found = both.find(mine.peer());
            if (mine.accepted()) {
                return Outcome.nothing(listed(mine, found, false));
            }
            if (mine.isOutgoingRequest()) {
                throw Problem.conflict(Codes.CONFLICT, "a request is accepted by the one who was asked")
                        .exception();
            }
            Ties theirs = found.map(
                            located -> ties.of(located.tenant(), mine.peer().user()))
                    .orElse(Ties.NONE);
            return agree(self, mine.peer(), mine, theirs.contact(self).orElse(null), found);
        });
    }

    Committed<Contact> delete(Person self, Actor actor, String id) {
        return sides.change(self, actor, peerOf(self, id), both -> {
            Contact mine = shown(self, id, both);
            Optional<Contact> yours = both.theirs()
                    .flatMap(tenant -> ties.of(tenant, mine.peer().user()).contact(self))
                    .filter(theirs -> mine.accepted() || belongs(theirs, mine));
            return new Outcome<>(
                    List.of(Step.remove(DELETE, mine)),
                    yours.map(contact -> Step.remove(DELETE, contact)).stream().toList(),
                    mine);
        });
    }

    /**
     * Whether the other side's record is of the same request. Who asked is not told that they were rejected: their request
     * stays as if it had not arrived.
     */
    private static boolean belongs(Contact theirs, Contact mine) {
        return mine.isOutgoingRequest() && theirs.isIncomingRequest();
    }

    private Person peerOf(Person self, String id) {
        TenantSnapshot own =
                people.tenant(self.tenant()).orElseThrow(() -> noSuch(id).exception());
        return ties.of(own, self.user()).contact(id).map(Contact::peer).orElseThrow(() -> noSuch(id)
                .exception());
    }

    private Contact shown(Person self, String id, Sides both) {
        return ties.of(both.own(), self.user())
                .contact(id)
                .filter(contact -> listed(
                                contact,
                                both.find(contact.peer()),
                                self.tenant().equals(contact.peer().tenant()))
                        .shown())
                .orElseThrow(() -> noSuch(id).exception());
    }

    private static Problem noSuch(String id) {
        return Problem.notFound("there is no contact `" + id + "`");
    }
}
