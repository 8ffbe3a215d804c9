package org.sightline.trust.internal.request;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sightline.audit.Actor;
import org.sightline.directory.JointProposal;
import org.sightline.directory.Proposal;
import org.sightline.directory.Proposal.AuditNote;
import org.sightline.directory.TenantSnapshot;
import org.sightline.notifications.model.NoticeType;
import org.sightline.store.StateChange;
import org.sightline.store.StateChange.ChangeTrust;
import org.sightline.trust.RequestView;
import org.sightline.trust.internal.Cards;
import org.sightline.trust.internal.Trust;
import org.sightline.trust.model.Decision;
import org.sightline.trust.model.RequestState;
import org.sightline.trust.model.TrustChange.PutRequest;
import org.sightline.trust.model.TrustRequest;

/**
 * A request with its decision, for both sides. Who decided is told to the own side only.
 *
 * @param before   the request as it was
 * @param end      how it ends
 * @param actor    who decides
 * @param at       when
 * @param reason   for the other side; null for none
 * @param relation what comes of it; null when nothing does
 */
public record Decided(
        TrustRequest before,
        RequestState end,
        Actor actor,
        Instant at,
        @Nullable String reason,
        @Nullable NewRelation relation) {

    /** Describes a decision of which no relation comes. */
    public Decided(TrustRequest before, RequestState end, Actor actor, Instant at, @Nullable String reason) {
        this(before, end, actor, at, reason, null);
    }

    Decided and(NewRelation made) {
        return new Decided(before, end, actor, at, reason, made);
    }

    /** Returns the change of both sides; the own one decides. */
    public JointProposal<RequestView> proposal(TenantSnapshot own, TenantSnapshot partner) {
        TrustRequest ours = decided(own, Trust.person(actor));
        TrustRequest theirs = decided(own, null);
        boolean outgoing = before.from().equals(Trust.key(own));
        return new JointProposal<>(
                new Proposal<>(changes(ours, relation == null ? List.of() : relation.inviting()), notes(own, ours), ""),
                new Proposal<>(
                        changes(theirs, relation == null ? List.of() : relation.scanning()),
                        notes(partner, theirs),
                        Cards.card(partner, card(), at, RequestNotes.KIND, before.id(), Trust.tenant(own), reason),
                        ""),
                new RequestView(
                        ours, Trust.name(outgoing ? own : partner), Trust.name(outgoing ? partner : own), outgoing));
    }

    private TrustRequest decided(TenantSnapshot own, @Nullable String person) {
        return before.decided(end, new Decision(at, Trust.key(own), person, reason));
    }

    private static List<StateChange> changes(TrustRequest request, List<StateChange> more) {
        List<StateChange> changes = new ArrayList<>(List.of(new ChangeTrust(new PutRequest(request))));
        changes.addAll(more);
        return changes;
    }

    private List<AuditNote> notes(TenantSnapshot side, TrustRequest after) {
        List<AuditNote> notes = new ArrayList<>(List.of(RequestNotes.decided(before, after)));
        if (relation != null) {
            notes.add(relation.note(Trust.key(side).equals(before.from()) ? before.to() : before.from()));
        }
        return notes;
    }

    private NoticeType card() {
        return switch (end) {
            case APPROVED -> NoticeType.TRUST_REQUEST_APPROVED;
            case REJECTED -> NoticeType.TRUST_REQUEST_REJECTED;
            case WITHDRAWN -> NoticeType.TRUST_REQUEST_WITHDRAWN;
            case PENDING -> throw new IllegalStateException("nothing was decided");
        };
    }
}
