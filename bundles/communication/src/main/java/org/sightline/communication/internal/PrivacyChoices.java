package org.sightline.communication.internal;

import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.sightline.audit.Actor;
import org.sightline.communication.model.CommunicationChange;
import org.sightline.communication.model.Person;
import org.sightline.communication.model.Ties;
import org.sightline.directory.Changes;
import org.sightline.directory.Committed;
import org.sightline.directory.TenantSnapshot;
import org.sightline.problem.Codes;
import org.sightline.problem.Problem;
import org.sightline.problem.ProblemKind;

/** What members decide for themselves: whom they do not want to hear from, and whether their number finds them. */
final class PrivacyChoices {

    private final Sights sights;
    private final KnownTies ties;
    private final Changes changes;
    private final InstantSource clock;

    PrivacyChoices(Sights sights, KnownTies ties, Changes changes, InstantSource clock) {
        this.sights = sights;
        this.ties = ties;
        this.changes = changes;
        this.clock = clock;
    }

    List<Person> blocks(TenantSnapshot own, int viewer) {
        return List.copyOf(
                ties.of(own, own.directory().member(viewer).id()).blocks().keySet());
    }

    Committed<Person> block(Person self, Actor actor, Person peer) {
        if (self.equals(peer)) {
            throw Problem.of(ProblemKind.INVALID, Codes.INVALID, "nobody blocks themself")
                    .exception();
        }
        return change(self, actor, own -> {
            Ties ours = ties.of(own, self.user());
            if (self.tenant().equals(peer.tenant())) {
                requireKnown(own, self, peer, ours);
            }
            if (ours.blocks(peer)) {
                return Outcome.nothing(peer);
            }
            Limits.requireRoom(ours.blocks().size(), Limits.BLOCKS, "blocks");
            CommunicationChange.PutBlock put = new CommunicationChange.PutBlock(
                    self.user(), peer, clock.instant().truncatedTo(ChronoUnit.MICROS));
            return new Outcome<>(List.of(Step.block(put)), List.of(), peer);
        });
    }

    /** Whoever can write to a member can be blocked, though they may be hidden from that member by now. */
    private void requireKnown(TenantSnapshot own, Person self, Person peer, Ties ours) {
        int viewer = own.directory().memberNumber(self.user());
        Optional<Located> found = People.in(own, peer);
        boolean known = found.isPresent()
                && (ours.chat(peer).isPresent()
                        || ours.contact(peer).isPresent()
                        || sights.of(own, viewer, found.get()).sees());
        if (!known) {
            throw Problem.notFound("there is no user `" + peer.user() + "`").exception();
        }
    }

    Committed<Person> unblock(Person self, Actor actor, Person peer) {
        return change(self, actor, own -> {
            if (!ties.of(own, self.user()).blocks(peer)) {
                throw Problem.notFound("`" + peer + "` is not blocked").exception();
            }
            CommunicationChange.RemoveBlock remove = new CommunicationChange.RemoveBlock(self.user(), peer);
            return new Outcome<>(List.of(Step.unblock(remove)), List.of(), peer);
        });
    }

    boolean findByPhone(TenantSnapshot own, int viewer) {
        return ties.of(own, own.directory().member(viewer).id()).findByPhone();
    }

    Committed<Boolean> setFindByPhone(Person self, Actor actor, boolean choice) {
        return change(self, actor, own -> {
            boolean before = ties.of(own, self.user()).findByPhone();
            return before == choice
                    ? Outcome.nothing(choice)
                    : new Outcome<>(List.of(Step.privacy(self.user(), before, choice)), List.of(), choice);
        });
    }

    private <T> Committed<T> change(Person self, Actor actor, Function<TenantSnapshot, Outcome<T>> decide) {
        return changes.apply(self.tenant(), actor, own -> decide.apply(own).withinOneTenant());
    }
}
