package org.sightline.visibility.internal.shadow;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sightline.audit.Actor;
import org.sightline.directory.Changes;
import org.sightline.directory.Committed;
import org.sightline.directory.Proposal;
import org.sightline.directory.TenantSnapshot;
import org.sightline.directory.model.TenantKey;
import org.sightline.problem.Fault;
import org.sightline.problem.Problem;
import org.sightline.problem.ProblemException;
import org.sightline.store.ShadowStore;
import org.sightline.store.ShadowStore.Tally;
import org.sightline.store.StateChange;
import org.sightline.visibility.PreviewResult;
import org.sightline.visibility.ShadowReport;
import org.sightline.visibility.Shadows;
import org.sightline.visibility.internal.policy.SnapshotPolicies;
import org.sightline.visibility.model.MainRuleChoice;
import org.sightline.visibility.model.Shadow;

/** Decides on the newest snapshot, inside the change, which candidate is compared. */
@Component
public final class SnapshotShadows implements Shadows {

    private static final String KIND = "visibility_shadow";

    private final Changes changes;
    private final SnapshotPolicies policies;
    private final Comparing comparing;
    private final Clock clock;

    /** Decides with these. */
    @Activate
    public SnapshotShadows(
            @Reference(name = "changes") Changes changes,
            @Reference(name = "policies") SnapshotPolicies policies,
            @Reference(name = "comparing") Comparing comparing,
            @Reference(name = "clock") Clock clock) {
        this.changes = changes;
        this.policies = policies;
        this.comparing = comparing;
        this.clock = clock;
    }

    @Override
    public Committed<Shadow> put(TenantKey tenant, Actor actor, MainRuleChoice candidate) {
        Shadow wanted = new Shadow(candidate, clock.instant().truncatedTo(ChronoUnit.MICROS));
        return changes.apply(tenant, actor, now -> {
            Shadow present = now.shadow();
            if (present != null && present.candidate().equals(candidate)) {
                return Proposal.nothing(present);
            }
            List<Fault> faults = policies.mainRuleFaults(now, candidate);
            if (!faults.isEmpty()) {
                throw Problem.invalid(faults).exception();
            }
            return new Proposal<>(
                    List.of(new StateChange.PutShadow(wanted)),
                    List.of(new Proposal.AuditNote(KIND + ".update", KIND, tenant.value(), present, wanted)),
                    wanted);
        });
    }

    @Override
    public Committed<Shadow> remove(TenantKey tenant, Actor actor) {
        return changes.apply(tenant, actor, now -> {
            Shadow present = required(now);
            return new Proposal<>(
                    List.of(new StateChange.RemoveShadow()),
                    List.of(new Proposal.AuditNote(KIND + ".delete", KIND, tenant.value(), present, null)),
                    present);
        });
    }

    @Override
    public ShadowReport report(TenantSnapshot state) {
        Shadow shadow = required(state);
        TenantKey tenant = state.directory().tenant().key();
        Trial trial = comparing.standing(tenant, shadow);
        Tally shown = comparing.shown(tenant, trial);
        return new ShadowReport(
                shadow,
                trial.state(),
                trial.detail(),
                shown.compared(),
                shown.gained(),
                shown.lost(),
                pairs(shown.gainedSamples()),
                pairs(shown.lostSamples()));
    }

    private static List<PreviewResult.Pair> pairs(List<ShadowStore.Pair> kept) {
        return kept.stream()
                .map(pair -> new PreviewResult.Pair(pair.viewer(), pair.target()))
                .toList();
    }

    /**
     * Returns what is compared.
     *
     * @throws ProblemException {@code not_found} when nothing is
     */
    private static Shadow required(TenantSnapshot state) {
        Shadow shadow = state.shadow();
        if (shadow == null) {
            throw Problem.notFound("no candidate main rule is compared").exception();
        }
        return shadow;
    }
}
