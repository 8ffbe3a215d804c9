package org.sightline.trust.internal.request;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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
import org.sightline.directory.Snapshots;
import org.sightline.directory.TenantSnapshot;
import org.sightline.directory.model.TenantKey;
import org.sightline.notifications.model.NoticeType;
import org.sightline.problem.Fault;
import org.sightline.problem.Problem;
import org.sightline.store.StateChange;
import org.sightline.store.StateChange.ChangeTrust;
import org.sightline.trust.RequestView;
import org.sightline.trust.TrustRequests;
import org.sightline.trust.internal.Cards;
import org.sightline.trust.internal.Trust;
import org.sightline.trust.internal.admission.Admission;
import org.sightline.trust.internal.admission.Terms;
import org.sightline.trust.internal.invite.InvitationCodes;
import org.sightline.trust.internal.scope.ScopeCheck;
import org.sightline.trust.model.Invitation;
import org.sightline.trust.model.RequestState;
import org.sightline.trust.model.SharingScope;
import org.sightline.trust.model.TrustAccess;
import org.sightline.trust.model.TrustChange.PutRequest;
import org.sightline.trust.model.TrustChange.RemoveInvitation;
import org.sightline.trust.model.TrustRequest;

/** Requests that both sides keep: every step is one transaction over the two, so that they never tell different stories. */
@Component
public final class JointRequests implements TrustRequests {

    private final Changes changes;
    private final Snapshots snapshots;
    private final InvitationCodes codes;
    private final Admission admission;
    private final Clock clock;

    /** Decides with these. */
    @Activate
    public JointRequests(
            @Reference(name = "changes") Changes changes,
            @Reference(name = "snapshots") Snapshots snapshots,
            @Reference(name = "codes") InvitationCodes codes,
            @Reference(name = "admission") Admission admission,
            @Reference(name = "clock") Clock clock) {
        this.changes = changes;
        this.snapshots = snapshots;
        this.codes = codes;
        this.admission = admission;
        this.clock = clock;
    }

    @Override
    public Committed<RequestView> submit(
            TenantKey tenant, Actor actor, String code, SharingScope share, TrustAccess access) {
        TenantKey inviting = codes.inviting(code);
        String digest = codes.digest(code);
        if (inviting.equals(tenant)) {
            TenantSnapshot own = snapshots.current(tenant);
            refuseAny(codes.against(codes.meantFor(tenant, own, digest), tenant, own));
        }
        Terms terms = terms(tenant, inviting);
        return changes.applyJointly(tenant, inviting, actor, (own, partner) -> {
            Invitation invitation = codes.meantFor(tenant, partner, digest);
            refuseAny(codes.against(invitation, tenant, partner));
            refuseAny(admission.againstRequest(own, partner, terms));
            List<Fault> faults = ScopeCheck.faults("/share", share, SharingScope.NOBODY, own.directory());
            if (!faults.isEmpty()) {
                throw Problem.invalid(faults).exception();
            }
            TrustRequest request = new TrustRequest(
                    Trust.freshId(), tenant, inviting, RequestState.PENDING, share, access, Trust.now(clock), null);
            return submitted(own, partner, request, invitation);
        });
    }

    private static JointProposal<RequestView> submitted(
            TenantSnapshot own, TenantSnapshot partner, TrustRequest request, Invitation invitation) {
        StateChange kept = new ChangeTrust(new PutRequest(request));
        List<StateChange> theirs = new ArrayList<>(List.of(kept));
        if (invitation.singleUse()) {
            theirs.add(new ChangeTrust(new RemoveInvitation(invitation.codeDigest())));
        }
        var note = RequestNotes.submitted(request);
        return new JointProposal<>(
                new Proposal<>(List.of(kept), List.of(note), ""),
                new Proposal<>(
                        theirs,
                        List.of(note),
                        Cards.card(
                                partner,
                                NoticeType.TRUST_REQUEST_RECEIVED,
                                request.createdAt(),
                                RequestNotes.KIND,
                                request.id(),
                                Trust.tenant(own),
                                null),
                        ""),
                new RequestView(request, Trust.name(own), Trust.name(partner), true));
    }

    @Override
    public Committed<RequestView> approve(TenantKey tenant, Actor actor, String requestId) {
        TrustRequest asked = decidable(snapshots.current(tenant), requestId, false);
        Terms terms = terms(asked.from(), tenant);
        return changes.applyJointly(tenant, asked.from(), actor, (own, partner) -> {
            TrustRequest request = decidable(own, requestId, false);
            refuseAny(admission.againstApproval(partner, own, terms));
            Instant now = Trust.now(clock);
            return new Decided(request, RequestState.APPROVED, actor, now, null)
                    .and(NewRelation.of(request, now, own, partner))
                    .proposal(own, partner);
        });
    }

    @Override
    public Committed<RequestView> reject(TenantKey tenant, Actor actor, String requestId, @Nullable String reason) {
        return decide(tenant, actor, requestId, false, RequestState.REJECTED, reason);
    }

    @Override
    public Committed<RequestView> withdraw(TenantKey tenant, Actor actor, String requestId) {
        return decide(tenant, actor, requestId, true, RequestState.WITHDRAWN, null);
    }

    private Committed<RequestView> decide(
            TenantKey tenant,
            Actor actor,
            String requestId,
            boolean outgoing,
            RequestState end,
            @Nullable String reason) {
        TenantKey partner =
                decidable(snapshots.current(tenant), requestId, outgoing).partnerOf(tenant);
        return changes.applyJointly(tenant, partner, actor, (own, theirs) -> {
            TrustRequest request = decidable(own, requestId, outgoing);
            return new Decided(request, end, actor, Trust.now(clock), reason).proposal(own, theirs);
        });
    }

    /** Finds a request that may still be decided by one side. */
    private static TrustRequest decidable(TenantSnapshot own, String requestId, boolean outgoing) {
        TrustRequest request = own.trust().request(requestId).orElseThrow(() -> Problem.notFound(
                        "there is no trust request `" + requestId + "`")
                .exception());
        boolean isOurs = request.from().equals(Trust.key(own));
        if (isOurs != outgoing) {
            throw RequestNotes.notYours(
                    isOurs
                            ? "the organisation that was asked decides on this request; you can withdraw it"
                            : "the organisation that asked can withdraw this request; you can approve or reject it");
        }
        if (request.state() != RequestState.PENDING) {
            throw RequestNotes.decided("request", request.state());
        }
        return request;
    }

    private Terms terms(TenantKey scanning, TenantKey inviting) {
        return admission.terms(Trust.tenant(snapshots.current(scanning)), Trust.tenant(snapshots.current(inviting)));
    }

    private static void refuseAny(Optional<Problem> problem) {
        problem.ifPresent(found -> {
            throw found.exception();
        });
    }

    @Override
    public Function<TrustRequest, RequestView> viewOf(TenantKey tenant) {
        return request -> new RequestView(
                request,
                Trust.name(snapshots, request.from()),
                Trust.name(snapshots, request.to()),
                request.from().equals(tenant));
    }
}
