package org.sightline.trust.internal.ending;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sightline.audit.Actor;
import org.sightline.directory.Changes;
import org.sightline.directory.Committed;
import org.sightline.directory.JointProposal;
import org.sightline.directory.Proposal;
import org.sightline.directory.Proposal.AuditNote;
import org.sightline.directory.Snapshots;
import org.sightline.directory.TenantSnapshot;
import org.sightline.directory.model.TenantKey;
import org.sightline.notifications.model.Notice;
import org.sightline.notifications.model.NoticeType;
import org.sightline.problem.Codes;
import org.sightline.problem.Problem;
import org.sightline.store.StateChange;
import org.sightline.store.StateChange.ChangeTrust;
import org.sightline.trust.RemovalView;
import org.sightline.trust.TrustRemovals;
import org.sightline.trust.TrustedParties;
import org.sightline.trust.internal.Cards;
import org.sightline.trust.internal.Trust;
import org.sightline.trust.internal.request.RequestNotes;
import org.sightline.trust.model.Decision;
import org.sightline.trust.model.RequestState;
import org.sightline.trust.model.TrustChange.PutRemoval;
import org.sightline.trust.model.TrustRemoval;
import org.sightline.trust.model.TrustedParty;

/** Removals that both sides keep; as with requests, every step is one transaction over the two. */
@Component
public final class JointRemovals implements TrustRemovals {

    private static final String KIND = "trust_removal";

    private final Changes changes;
    private final Snapshots snapshots;
    private final TrustedParties parties;
    private final Clock clock;

    /** Decides with these. */
    @Activate
    public JointRemovals(
            @Reference(name = "changes") Changes changes,
            @Reference(name = "snapshots") Snapshots snapshots,
            @Reference(name = "parties") TrustedParties parties,
            @Reference(name = "clock") Clock clock) {
        this.changes = changes;
        this.snapshots = snapshots;
        this.parties = parties;
        this.clock = clock;
    }

    @Override
    public Committed<Optional<RemovalView>> remove(TenantKey tenant, Actor actor, TenantKey partner) {
        if (parties.partner(snapshots.current(tenant), partner).isEmpty()) {
            throw Trust.noParty(partner);
        }
        return changes.applyJointly(tenant, partner, actor, (own, theirs) -> {
            TrustedParty half = Trust.half(own, theirs);
            if (own.trust().pendingRemoval(partner).isPresent()) {
                throw Problem.conflict(
                                Codes.CONFLICT, "a removal of this relation waits already; it has to be decided first")
                        .exception();
            }
            if (theirs.trust().settings().removalRequiresApproval()) {
                return asked(own, theirs, half, actor);
            }
            Instant now = Trust.now(clock);
            return new JointProposal<>(
                    Ending.proposal(own, theirs, now), Ending.proposal(theirs, own, now), Optional.empty());
        });
    }

    private JointProposal<Optional<RemovalView>> asked(
            TenantSnapshot own, TenantSnapshot theirs, TrustedParty half, Actor actor) {
        TrustRemoval ours = new TrustRemoval(
                Trust.freshId(),
                half.relationId(),
                Trust.key(own),
                half.partner(),
                RequestState.PENDING,
                Trust.person(actor),
                Trust.now(clock),
                null);
        return new JointProposal<>(
                proposal(own, theirs, ours, null),
                proposal(theirs, own, withoutPerson(ours), null),
                Optional.of(new RemovalView(ours, Trust.name(theirs), true)));
    }

    @Override
    public Committed<RemovalView> approve(TenantKey tenant, Actor actor, String removalId) {
        return decide(tenant, actor, removalId, false, RequestState.APPROVED);
    }

    @Override
    public Committed<RemovalView> reject(TenantKey tenant, Actor actor, String removalId) {
        return decide(tenant, actor, removalId, false, RequestState.REJECTED);
    }

    @Override
    public Committed<RemovalView> withdraw(TenantKey tenant, Actor actor, String removalId) {
        return decide(tenant, actor, removalId, true, RequestState.WITHDRAWN);
    }

    private Committed<RemovalView> decide(
            TenantKey tenant, Actor actor, String removalId, boolean outgoing, RequestState end) {
        TrustRemoval asked = decidable(snapshots.current(tenant), removalId, outgoing);
        TenantKey partner = outgoing ? asked.to() : asked.from();
        return changes.applyJointly(tenant, partner, actor, (own, theirs) -> {
            TrustRemoval before = decidable(own, removalId, outgoing);
            TrustRemoval mirrored = theirs.trust().removal(removalId).orElse(before);
            Instant at = Trust.now(clock);
            TrustRemoval ours = before.decided(end, new Decision(at, tenant, Trust.person(actor), null));
            TrustRemoval told = mirrored.decided(end, new Decision(at, tenant, null, null));
            return new JointProposal<>(
                    proposal(own, theirs, ours, before),
                    proposal(theirs, own, told, mirrored),
                    new RemovalView(ours, Trust.name(theirs), outgoing));
        });
    }

    /** What a step of a removal does on one side; an approval ends the relation there. */
    private static Proposal<String> proposal(
            TenantSnapshot side, TenantSnapshot partner, TrustRemoval after, @Nullable TrustRemoval before) {
        List<StateChange> made = new ArrayList<>(List.of(new ChangeTrust(new PutRemoval(after))));
        List<AuditNote> notes = new ArrayList<>(List.of(note(after, before)));
        List<Notice> cards = new ArrayList<>(card(side, partner, after));
        if (after.state() == RequestState.APPROVED) {
            TrustedParty half = Trust.half(side, partner);
            made.add(Ending.change(half.partner()));
            notes.add(Ending.note(half));
            cards.addAll(Ending.card(side, partner, when(after)));
        }
        return new Proposal<>(made, notes, cards, "");
    }

    /** Administrators of both sides hear of it, but of a withdrawal there is nothing to tell. */
    private static List<Notice> card(TenantSnapshot side, TenantSnapshot partner, TrustRemoval removal) {
        return switch (removal.state()) {
            case PENDING -> card(side, partner, removal, NoticeType.TRUST_REMOVAL_REQUESTED);
            case APPROVED -> card(side, partner, removal, NoticeType.TRUST_REMOVAL_APPROVED);
            case REJECTED -> card(side, partner, removal, NoticeType.TRUST_REMOVAL_REJECTED);
            case WITHDRAWN -> List.of();
        };
    }

    private static List<Notice> card(
            TenantSnapshot side, TenantSnapshot partner, TrustRemoval removal, NoticeType type) {
        return Cards.card(side, type, when(removal), KIND, removal.id(), Trust.tenant(partner), null);
    }

    private static Instant when(TrustRemoval removal) {
        Decision decision = removal.decision();
        return decision == null ? removal.createdAt() : decision.at();
    }

    private static AuditNote note(TrustRemoval after, @Nullable TrustRemoval before) {
        String what =
                switch (after.state()) {
                    case PENDING -> "request";
                    case APPROVED -> "approve";
                    case REJECTED -> "reject";
                    case WITHDRAWN -> "withdraw";
                };
        return new AuditNote(KIND + "." + what, KIND, after.id(), before == null ? null : facts(before), facts(after));
    }

    private static Map<String, String> facts(TrustRemoval removal) {
        return Map.of(
                "from", removal.from().value(),
                "to", removal.to().value(),
                "state", removal.state().key());
    }

    private static TrustRemoval withoutPerson(TrustRemoval removal) {
        return new TrustRemoval(
                removal.id(),
                removal.relationId(),
                removal.from(),
                removal.to(),
                removal.state(),
                null,
                removal.createdAt(),
                removal.decision());
    }

    /** Finds a removal that may still be decided by one side. */
    private static TrustRemoval decidable(TenantSnapshot own, String removalId, boolean outgoing) {
        TrustRemoval removal = own.trust().removal(removalId).orElseThrow(() -> Problem.notFound(
                        "there is no removal `" + removalId + "`")
                .exception());
        boolean isOurs = removal.from().equals(Trust.key(own));
        if (isOurs != outgoing) {
            throw RequestNotes.notYours(
                    isOurs
                            ? "the other organisation decides on this removal; you can withdraw it"
                            : "the other organisation can withdraw this removal; you can approve or reject it");
        }
        if (removal.state() != RequestState.PENDING) {
            throw RequestNotes.decided("removal", removal.state());
        }
        return removal;
    }

    @Override
    public Function<TrustRemoval, RemovalView> viewOf(TenantKey tenant) {
        return removal -> {
            boolean outgoing = removal.from().equals(tenant);
            return new RemovalView(removal, Trust.name(snapshots, outgoing ? removal.to() : removal.from()), outgoing);
        };
    }
}
