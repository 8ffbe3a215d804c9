package org.sightline.trust.internal.ending;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sightline.audit.Actor;
import org.sightline.directory.Changes;
import org.sightline.directory.JointProposal;
import org.sightline.directory.Proposal;
import org.sightline.directory.Proposal.AuditNote;
import org.sightline.directory.Snapshots;
import org.sightline.directory.TenantDeparture;
import org.sightline.directory.TenantSnapshot;
import org.sightline.directory.model.TenantKey;
import org.sightline.notifications.model.Notice;
import org.sightline.store.StateChange;
import org.sightline.store.StateChange.ChangeTrust;
import org.sightline.trust.internal.Trust;
import org.sightline.trust.internal.request.Decided;
import org.sightline.trust.model.Decision;
import org.sightline.trust.model.RequestState;
import org.sightline.trust.model.TrustChange.PutRemoval;
import org.sightline.trust.model.TrustRemoval;
import org.sightline.trust.model.TrustRequest;

/**
 * Before a tenant is deleted its relations end, whatever its partners' settings say, and its open requests are withdrawn
 * or rejected.
 */
@Component
public final class Farewell implements TenantDeparture {

    private final Changes changes;
    private final Snapshots snapshots;
    private final Clock clock;

    /** Changes tenants with these. */
    @Activate
    public Farewell(
            @Reference(name = "changes") Changes changes,
            @Reference(name = "snapshots") Snapshots snapshots,
            @Reference(name = "clock") Clock clock) {
        this.changes = changes;
        this.snapshots = snapshots;
        this.clock = clock;
    }

    @Override
    public void leaving(TenantKey tenant, Actor actor) {
        for (TenantKey partner : concerned(snapshots.current(tenant))) {
            if (Trust.find(snapshots, partner) != null) {
                changes.applyJointly(tenant, partner, actor, (own, theirs) -> leave(own, theirs, actor));
            }
        }
    }

    private static SortedSet<TenantKey> concerned(TenantSnapshot own) {
        SortedSet<TenantKey> partners = new TreeSet<>(own.trust().parties().keySet());
        open(own).forEach(request -> partners.add(request.partnerOf(Trust.key(own))));
        return partners;
    }

    private static List<TrustRequest> open(TenantSnapshot own) {
        return own.trust().requests().stream()
                .filter(request -> request.state() == RequestState.PENDING)
                .toList();
    }

    private JointProposal<String> leave(TenantSnapshot own, TenantSnapshot theirs, Actor actor) {
        Instant now = Trust.now(clock);
        Side ours = new Side();
        Side other = new Side();
        for (TrustRequest request : open(own)) {
            if (request.partnerOf(Trust.key(own)).equals(Trust.key(theirs))) {
                boolean outgoing = request.from().equals(Trust.key(own));
                RequestState end = outgoing ? RequestState.WITHDRAWN : RequestState.REJECTED;
                var decided = new Decided(request, end, actor, now, null).proposal(own, theirs);
                ours.add(decided.own());
                other.add(decided.partner());
            }
        }
        if (Trust.related(own, theirs)) {
            removal(own, theirs).ifPresent(ours::add);
            removal(theirs, own).ifPresent(other::add);
            ours.add(Ending.proposal(own, theirs, now));
            other.add(Ending.proposal(theirs, own, now));
        }
        return new JointProposal<>(ours.proposal(), other.proposal(), "");
    }

    /** A removal that waited has nothing left to wait for. */
    private Optional<Proposal<String>> removal(TenantSnapshot side, TenantSnapshot partner) {
        return side.trust().pendingRemoval(Trust.key(partner)).map(waiting -> {
            TrustRemoval over =
                    waiting.decided(RequestState.WITHDRAWN, new Decision(Trust.now(clock), waiting.from(), null, null));
            return new Proposal<>(List.of(new ChangeTrust(new PutRemoval(over))), List.of(), "");
        });
    }

    /** What is gathered for one side. */
    private static final class Side {

        private final List<StateChange> made = new ArrayList<>();
        private final List<AuditNote> notes = new ArrayList<>();
        private final List<Notice> cards = new ArrayList<>();

        void add(Proposal<?> proposal) {
            made.addAll(proposal.changes());
            notes.addAll(proposal.audit());
            cards.addAll(proposal.notices());
        }

        Proposal<String> proposal() {
            return new Proposal<>(made, notes, cards, "");
        }
    }
}
