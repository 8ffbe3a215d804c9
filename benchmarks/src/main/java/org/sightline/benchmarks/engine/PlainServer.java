package org.sightline.benchmarks.engine;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.sightline.directory.TenantSnapshot;
import org.sightline.directory.internal.edit.RehearsedMoves;
import org.sightline.directory.internal.live.LiveTenants;
import org.sightline.directory.internal.snapshot.ArraySnapshot;
import org.sightline.store.StateChange;
import org.sightline.store.TenantState;
import org.sightline.testkit.store.InMemoryTenantStore;
import org.sightline.visibility.Preview;
import org.sightline.visibility.SightAcross;
import org.sightline.visibility.VisibilityEngine;
import org.sightline.visibility.internal.mainrule.Everyone;
import org.sightline.visibility.internal.mainrule.Nobody;
import org.sightline.visibility.internal.mainrule.OwnDepartment;
import org.sightline.visibility.internal.mainrule.OwnUnit;
import org.sightline.visibility.internal.mainrule.RegisteredMainRules;
import org.sightline.visibility.internal.policy.RuleQuotas;
import org.sightline.visibility.internal.policy.SnapshotPolicies;
import org.sightline.visibility.internal.preview.ExactPreview;
import org.sightline.visibility.internal.tenants.CompiledVisibility;
import org.sightline.visibility.model.VisibilityPolicy;

/**
 * The parts of the server that answer questions, put together without a framework and without a database. The only class
 * here that looks into the rooms of other bundles.
 */
public final class PlainServer {

    private static final Duration MAIN_RULE_LIMIT = Duration.ofMinutes(1);

    /** As the server's own default. */
    private static final long REMEMBERED_BYTES = 128_000_000;

    private final CompiledVisibility visibility;
    private final Preview preview;

    /** Starts without engines. */
    public PlainServer() {
        RegisteredMainRules mainRules = new RegisteredMainRules(MAIN_RULE_LIMIT);
        for (var rule : List.of(new Everyone(), new OwnUnit(), new OwnDepartment(), new Nobody())) {
            mainRules.add(rule, Map.of(), "sightline");
        }
        visibility = new CompiledVisibility(mainRules, REMEMBERED_BYTES);
        LiveTenants noTenants = new LiveTenants(new InMemoryTenantStore(), Clock.systemUTC());
        SnapshotPolicies policies = new SnapshotPolicies(noTenants, noTenants, mainRules, new RuleQuotas());
        preview = new ExactPreview(visibility, mainRules, policies, new RehearsedMoves());
    }

    /** Returns the first snapshot of a stored state. */
    public static TenantSnapshot load(TenantState state) {
        return new TenantSnapshot(
                ArraySnapshot.of(state), state.policy(), state.policyRevision(), state.trust(), state.operatorAccess());
    }

    /** Returns the snapshot after another policy was stored. */
    public static TenantSnapshot withPolicy(TenantSnapshot now, VisibilityPolicy policy) {
        if (!(now.directory() instanceof ArraySnapshot directory)) {
            throw new IllegalArgumentException("not a snapshot of `load`");
        }
        long revision = now.revision() + 1;
        return new TenantSnapshot(
                directory.with(List.of(new StateChange.PutPolicy(policy)), revision), policy, revision);
    }

    /** Returns the engine for a snapshot. */
    public VisibilityEngine engine(TenantSnapshot snapshot) {
        return visibility.engine(snapshot);
    }

    /** Returns what answers between two snapshots. */
    public SightAcross across(TenantSnapshot own, TenantSnapshot partner) {
        return visibility.across(own, partner);
    }

    /** Returns what tells the effects of changes. */
    public Preview preview() {
        return preview;
    }
}
