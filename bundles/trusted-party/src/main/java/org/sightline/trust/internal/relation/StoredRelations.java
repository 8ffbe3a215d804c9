package org.sightline.trust.internal.relation;

import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sightline.audit.Actor;
import org.sightline.directory.Changes;
import org.sightline.directory.Committed;
import org.sightline.directory.Expectation;
import org.sightline.directory.Proposal;
import org.sightline.directory.Proposal.AuditNote;
import org.sightline.directory.Snapshots;
import org.sightline.directory.TenantSnapshot;
import org.sightline.directory.model.DepartmentId;
import org.sightline.directory.model.TenantKey;
import org.sightline.problem.Codes;
import org.sightline.problem.Fault;
import org.sightline.problem.Problem;
import org.sightline.problem.ProblemException;
import org.sightline.problem.ProblemKind;
import org.sightline.store.StateChange.ChangeTrust;
import org.sightline.trust.PartyView;
import org.sightline.trust.SharedEntry;
import org.sightline.trust.TrustRelations;
import org.sightline.trust.TrustedParties;
import org.sightline.trust.internal.Trust;
import org.sightline.trust.internal.admission.TrustQuotas;
import org.sightline.trust.internal.scope.ScopeCheck;
import org.sightline.trust.internal.scope.SharedPart;
import org.sightline.trust.model.FieldGrants;
import org.sightline.trust.model.SharingScope;
import org.sightline.trust.model.TrustAccess;
import org.sightline.trust.model.TrustChange.PutParty;
import org.sightline.trust.model.TrustChange.PutSettings;
import org.sightline.trust.model.TrustSettings;
import org.sightline.trust.model.TrustedParty;

/** What each side grants: changed on the own side only, read from both. */
@Component
public final class StoredRelations implements TrustRelations {

    private final Changes changes;
    private final Snapshots snapshots;
    private final TrustedParties parties;
    private final TrustQuotas quotas;

    /** Decides with these. */
    @Activate
    public StoredRelations(
            @Reference(name = "changes") Changes changes,
            @Reference(name = "snapshots") Snapshots snapshots,
            @Reference(name = "parties") TrustedParties parties,
            @Reference(name = "quotas") TrustQuotas quotas) {
        this.changes = changes;
        this.snapshots = snapshots;
        this.parties = parties;
        this.quotas = quotas;
    }

    @Override
    public List<PartyView> all(TenantSnapshot own) {
        int limit = quotas.limit(Trust.tenant(own));
        return parties.partners(own).stream()
                .map(partner -> PartyViews.of(own, partner, limit))
                .toList();
    }

    @Override
    public PartyView with(TenantSnapshot own, TenantKey partner) {
        return PartyViews.of(own, partner(own, partner), quotas.limit(Trust.tenant(own)));
    }

    @Override
    public Committed<PartyView> share(
            TenantKey tenant, Actor actor, TenantKey partner, SharingScope scope, Expectation<PartyView> expectation) {
        return change(tenant, actor, partner, expectation, "share", (own, half) -> {
            List<Fault> faults = ScopeCheck.faults("", scope, half.share(), own.directory());
            if (!faults.isEmpty()) {
                throw Problem.invalid(faults).exception();
            }
            return half.withShare(scope);
        });
    }

    @Override
    public Committed<PartyView> permit(
            TenantKey tenant,
            Actor actor,
            TenantKey partner,
            @Nullable TrustAccess access,
            @Nullable FieldGrants fields,
            Expectation<PartyView> expectation) {
        return change(tenant, actor, partner, expectation, "permissions", (own, half) -> {
            if (fields != null) {
                FieldGrants present =
                        half.permissions(own.trust().settings().defaults()).fields();
                FieldCheck.require(fields, present, own.directory());
            }
            return half.withCustom(access, fields);
        });
    }

    /** Makes the next half of a relation. */
    @FunctionalInterface
    private interface Edit {

        TrustedParty of(TenantSnapshot own, TrustedParty half);
    }

    private Committed<PartyView> change(
            TenantKey tenant,
            Actor actor,
            TenantKey partner,
            Expectation<PartyView> expectation,
            String what,
            Edit edit) {
        int limit = quotas.limit(Trust.tenant(snapshots.current(tenant)));
        return changes.apply(tenant, actor, own -> {
            TenantSnapshot theirs = partner(own, partner);
            PartyView before = PartyViews.of(own, theirs, limit);
            require(expectation, before);
            TrustedParty next = edit.of(own, before.own());
            if (next.equals(before.own())) {
                return Proposal.nothing(before);
            }
            PutParty put = new PutParty(next);
            PartyView after = PartyViews.of(Drafts.after(own, put), theirs, limit);
            return new Proposal<>(List.of(new ChangeTrust(put)), List.of(note(what, partner, before, after)), after);
        });
    }

    private static AuditNote note(String what, TenantKey partner, PartyView before, PartyView after) {
        return new AuditNote(
                "trusted_party." + what,
                "trusted_party",
                partner.value(),
                what.equals("share") ? before.own().share() : before.granted(),
                what.equals("share") ? after.own().share() : after.granted());
    }

    @Override
    public Committed<TrustSettings> settings(
            TenantKey tenant, Actor actor, Expectation<TrustSettings> expectation, UnaryOperator<TrustSettings> edit) {
        return changes.apply(tenant, actor, own -> {
            TrustSettings before = own.trust().settings();
            require(expectation, before);
            TrustSettings after = edit.apply(before);
            if (after.equals(before)) {
                return Proposal.nothing(before);
            }
            FieldCheck.require(after.defaults().fields(), before.defaults().fields(), own.directory());
            return new Proposal<>(
                    List.of(new ChangeTrust(new PutSettings(after))),
                    List.of(new AuditNote("trust_settings.update", "trust_settings", tenant.value(), before, after)),
                    after);
        });
    }

    private static <T> void require(Expectation<T> expectation, T present) {
        if (!expectation.holdsFor(present)) {
            throw changed();
        }
    }

    private static ProblemException changed() {
        return Problem.of(
                        ProblemKind.PRECONDITION_FAILED,
                        Codes.REVISION_MISMATCH,
                        "it has changed since you read it; read it again and repeat the change on that")
                .exception();
    }

    @Override
    public List<SharedEntry> sharedBy(
            TenantSnapshot own, TenantKey partner, @Nullable DepartmentId below, @Nullable String words) {
        TenantSnapshot theirs = partner(own, partner);
        SharingScope scope = Trust.half(theirs, own).share();
        return new SharedLists(new SharedPart(scope, theirs.directory())).list(below, words);
    }

    private TenantSnapshot partner(TenantSnapshot own, TenantKey partner) {
        return parties.partner(own, partner).orElseThrow(() -> Trust.noParty(partner));
    }
}
