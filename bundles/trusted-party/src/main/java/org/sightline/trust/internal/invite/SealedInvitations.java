package org.sightline.trust.internal.invite;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sightline.audit.Actor;
import org.sightline.directory.Changes;
import org.sightline.directory.Committed;
import org.sightline.directory.Proposal;
import org.sightline.directory.Proposal.AuditNote;
import org.sightline.directory.Snapshots;
import org.sightline.directory.TenantSnapshot;
import org.sightline.directory.model.TenantKey;
import org.sightline.problem.Codes;
import org.sightline.problem.Problem;
import org.sightline.store.StateChange;
import org.sightline.store.StateChange.ChangeTrust;
import org.sightline.trust.InspectedInvitation;
import org.sightline.trust.InvitationTerms;
import org.sightline.trust.IssuedInvitation;
import org.sightline.trust.TrustInvitations;
import org.sightline.trust.internal.Trust;
import org.sightline.trust.internal.admission.Admission;
import org.sightline.trust.model.Invitation;
import org.sightline.trust.model.TrustChange.PutInvitation;
import org.sightline.trust.model.TrustChange.RemoveInvitation;

/** Invitations whose codes are kept encrypted; the audit log says that there is one, never which. */
@Component
public final class SealedInvitations implements TrustInvitations {

    /** How many may be alive. */
    static final int MOST = 100;

    private static final String KIND = "trust_invitation";

    /** An expired invitation is kept so long, so that its receiver is told that it has expired. */
    private static final Duration REMEMBERED = Duration.ofDays(30);

    private final Changes changes;
    private final Snapshots snapshots;
    private final InvitationCodes codes;
    private final Admission admission;
    private final Clock clock;

    /** Makes codes with these. */
    @Activate
    public SealedInvitations(
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
    public Optional<IssuedInvitation> current(TenantSnapshot own) {
        Instant now = clock.instant();
        List<Invitation> all = own.trust().invitations();
        for (int newest = all.size() - 1; newest >= 0; newest--) {
            if (!InvitationCodes.isOver(all.get(newest), now)) {
                return Optional.of(codes.opened(all.get(newest)));
            }
        }
        return Optional.empty();
    }

    @Override
    public Committed<IssuedInvitation> issue(TenantKey tenant, Actor actor, InvitationTerms terms) {
        check(terms, tenant);
        return changes.apply(tenant, actor, now -> {
            List<StateChange> made = new ArrayList<>(forgotten(now));
            if (now.trust().invitations().size() - made.size() >= MOST) {
                throw Problem.conflict(
                                Codes.LIMIT_EXCEEDED,
                                "there are " + MOST + " invitations alive; reset them, which makes a new one")
                        .exception();
            }
            Invitation invitation = codes.fresh(terms);
            made.add(new ChangeTrust(new PutInvitation(invitation)));
            return proposal(made, note("create", invitation), invitation);
        });
    }

    @Override
    public Committed<IssuedInvitation> reset(TenantKey tenant, Actor actor) {
        return changes.apply(tenant, actor, now -> {
            List<StateChange> made = new ArrayList<>();
            now.trust().invitations().forEach(old -> made.add(removal(old)));
            Invitation invitation = codes.fresh(InvitationTerms.OPEN);
            made.add(new ChangeTrust(new PutInvitation(invitation)));
            return proposal(made, note("reset", invitation), invitation);
        });
    }

    @Override
    public InspectedInvitation inspect(TenantKey tenant, String code) {
        TenantSnapshot inviting = snapshots.current(codes.inviting(code));
        TenantSnapshot scanning = snapshots.current(tenant);
        Invitation invitation = codes.meantFor(tenant, inviting, codes.digest(code));
        Optional<Problem> against = codes.against(invitation, tenant, inviting)
                .or(() -> admission.againstRequest(
                        scanning, inviting, admission.terms(Trust.tenant(scanning), Trust.tenant(inviting))));
        return new InspectedInvitation(
                Trust.name(inviting),
                invitation.expiresAt(),
                against.isEmpty(),
                against.map(Problem::code).orElse(null));
    }

    private void check(InvitationTerms terms, TenantKey tenant) {
        Instant end = terms.expiresAt();
        if (end != null && !end.isAfter(clock.instant())) {
            throw Problem.invalid("/expires_at", Codes.INVALID, "must be in the future")
                    .exception();
        }
        if (tenant.equals(terms.forTenant())) {
            throw Problem.invalid(
                            "/for_tenant_key", Codes.INVALID, "must be another organisation; nobody trusts themself")
                    .exception();
        }
    }

    private List<StateChange> forgotten(TenantSnapshot now) {
        Instant before = clock.instant().minus(REMEMBERED);
        return now.trust().invitations().stream()
                .filter(old -> InvitationCodes.isOver(old, before))
                .map(SealedInvitations::removal)
                .toList();
    }

    private static StateChange removal(Invitation old) {
        return new ChangeTrust(new RemoveInvitation(old.codeDigest()));
    }

    private Proposal<IssuedInvitation> proposal(List<StateChange> made, AuditNote note, Invitation invitation) {
        return new Proposal<>(made, List.of(note), codes.opened(invitation));
    }

    private static AuditNote note(String what, Invitation invitation) {
        Map<String, Object> told = new TreeMap<>();
        told.put("single_use", invitation.singleUse());
        if (invitation.expiresAt() != null) {
            told.put("expires_at", invitation.expiresAt().toString());
        }
        if (invitation.forTenant() != null) {
            told.put("for_tenant_key", invitation.forTenant().value());
        }
        return new AuditNote(KIND + "." + what, KIND, invitation.createdAt().toString(), null, told);
    }
}
