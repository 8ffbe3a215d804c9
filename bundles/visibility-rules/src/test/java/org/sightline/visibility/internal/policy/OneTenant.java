package org.sightline.visibility.internal.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sightline.audit.Actor;
import org.sightline.directory.Changes;
import org.sightline.directory.Committed;
import org.sightline.directory.JointProposal;
import org.sightline.directory.Proposal;
import org.sightline.directory.Snapshots;
import org.sightline.directory.TenantSnapshot;
import org.sightline.directory.model.Plan;
import org.sightline.directory.model.TenantKey;
import org.sightline.directory.model.Unit;
import org.sightline.problem.Problem;
import org.sightline.store.StateChange;
import org.sightline.testkit.world.WorldSnapshot;
import org.sightline.visibility.internal.Worlds;
import org.sightline.visibility.model.Shadow;
import org.sightline.visibility.model.VisibilityPolicy;

/** A tenant in memory of which only the policy changes. */
public final class OneTenant implements Changes, Snapshots {

    final List<Proposal.AuditNote> audit = new ArrayList<>();
    private VisibilityPolicy policy = VisibilityPolicy.DEFAULT;
    private @Nullable Shadow shadow;
    private Plan plan = Plan.PRO;
    private Unit[] units = {};
    private long revision = 1;

    void downgradeTo(Plan newPlan) {
        plan = newPlan;
    }

    void with(Unit... newUnits) {
        units = newUnits;
    }

    /** Returns what was written down, in order. */
    public List<String> audited() {
        return audit.stream().map(Proposal.AuditNote::action).toList();
    }

    /** Puts a policy in place without asking anybody. */
    void force(VisibilityPolicy newPolicy) {
        policy = newPolicy;
    }

    VisibilityPolicy policy() {
        return policy;
    }

    @Override
    public TenantSnapshot current(TenantKey tenant) {
        if (!tenant.equals(Worlds.KEY)) {
            throw Problem.notFound("there is no tenant `" + tenant + "`").exception();
        }
        TenantSnapshot plain = WorldSnapshot.tenant(Worlds.small(policy, plan, revision, units));
        return new TenantSnapshot(
                plain.directory(),
                plain.policy(),
                plain.policyRevision(),
                plain.trust(),
                plain.operatorAccess(),
                plain.apps(),
                shadow);
    }

    @Override
    public TenantSnapshot current(TenantKey tenant, long atLeast) {
        return current(tenant);
    }

    @Override
    public <T> Committed<T> apply(TenantKey tenant, Actor actor, Function<TenantSnapshot, Proposal<T>> decide) {
        Proposal<T> proposal = decide.apply(current(tenant));
        for (StateChange change : proposal.changes()) {
            if (change instanceof StateChange.PutShadow put) {
                shadow = put.shadow();
            } else if (change instanceof StateChange.RemoveShadow) {
                shadow = null;
            } else {
                policy = ((StateChange.PutPolicy) change).policy();
            }
        }
        if (!proposal.changes().isEmpty()) {
            revision++;
        }
        audit.addAll(proposal.audit());
        return new Committed<>(proposal.result(), revision);
    }

    @Override
    public <T> Committed<T> applyJointly(
            TenantKey tenant,
            TenantKey partner,
            Actor actor,
            BiFunction<TenantSnapshot, TenantSnapshot, JointProposal<T>> decide) {
        throw new UnsupportedOperationException("one tenant only");
    }

    @Override
    public void note(TenantKey tenant, Actor actor, Proposal.AuditNote note) {
        audit.add(note);
    }
}
