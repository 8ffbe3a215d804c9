package org.sightline.visibility.internal.policy;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sightline.audit.Actor;
import org.sightline.directory.Changes;
import org.sightline.directory.Committed;
import org.sightline.directory.Expectation;
import org.sightline.directory.Proposal;
import org.sightline.directory.Snapshots;
import org.sightline.directory.TenantSnapshot;
import org.sightline.directory.model.TenantKey;
import org.sightline.problem.Codes;
import org.sightline.problem.Fault;
import org.sightline.problem.Problem;
import org.sightline.problem.ProblemKind;
import org.sightline.store.StateChange;
import org.sightline.visibility.Policies;
import org.sightline.visibility.internal.mainrule.Registered;
import org.sightline.visibility.internal.mainrule.RegisteredMainRules;
import org.sightline.visibility.model.MainRuleChoice;
import org.sightline.visibility.model.Rule;
import org.sightline.visibility.model.RuleId;
import org.sightline.visibility.model.RuleSet;
import org.sightline.visibility.model.VisibilityPolicy;

/** Replaces policies: what may be saved is decided on the newest snapshot, inside the change. */
@Component(service = {Policies.class, SnapshotPolicies.class})
public final class SnapshotPolicies implements Policies {

    private final Changes changes;
    private final Snapshots snapshots;
    private final RegisteredMainRules mainRules;
    private final RuleQuotas quotas;

    /** Decides with these. */
    @Activate
    public SnapshotPolicies(
            @Reference(name = "changes") Changes changes,
            @Reference(name = "snapshots") Snapshots snapshots,
            @Reference(name = "mainRules") RegisteredMainRules mainRules,
            @Reference(name = "quotas") RuleQuotas quotas) {
        this.changes = changes;
        this.snapshots = snapshots;
        this.mainRules = mainRules;
        this.quotas = quotas;
    }

    @Override
    public Committed<VisibilityPolicy> replace(
            TenantKey tenant,
            Actor actor,
            VisibilityPolicy policy,
            Expectation<VisibilityPolicy> expectation,
            boolean dryRun) {
        VisibilityPolicy proposed = normalised(policy);
        if (dryRun) {
            TenantSnapshot now = snapshots.current(tenant);
            return new Committed<>(decide(now, proposed, expectation).result(), now.revision());
        }
        return changes.apply(tenant, actor, now -> decide(now, proposed, expectation));
    }

    @Override
    public int ruleQuota(TenantKey tenant) {
        return quotas.of(snapshots.current(tenant).directory().tenant());
    }

    /**
     * Returns a policy in the form in which it would be saved.
     *
     * @throws org.sightline.problem.ProblemException as {@link #replace}
     */
    public VisibilityPolicy checked(TenantSnapshot now, VisibilityPolicy policy) {
        return decide(now, normalised(policy), Expectation.any()).result();
    }

    private Proposal<VisibilityPolicy> decide(
            TenantSnapshot now, VisibilityPolicy proposed, Expectation<VisibilityPolicy> expectation) {
        VisibilityPolicy present = now.policy();
        if (!expectation.holdsFor(present)) {
            throw Problem.of(
                            ProblemKind.PRECONDITION_FAILED,
                            Codes.REVISION_MISMATCH,
                            "the policy has changed since you read it; read it again")
                    .exception();
        }
        if (proposed.equals(present)) {
            return Proposal.nothing(present);
        }
        List<Fault> faults = new ArrayList<>(mainRuleFaults(now, proposed.mainRule()));
        faults.addAll(RuleCheck.faults(proposed, present, now.directory()));
        if (!faults.isEmpty()) {
            throw Problem.invalid(faults).exception();
        }
        refuseAboveQuota(now, proposed);
        return new Proposal<>(
                List.of(new StateChange.PutPolicy(proposed)),
                List.of(new Proposal.AuditNote(
                        "visibility_policy.update",
                        "visibility_policy",
                        now.directory().tenant().key().value(),
                        present,
                        proposed)),
                proposed);
    }

    /**
     * Lists why a policy could not choose a main rule, with pointers below {@code /main_rule}. A choice that is already
     * stored may stay, whatever became of its rule.
     */
    public List<Fault> mainRuleFaults(TenantSnapshot now, MainRuleChoice choice) {
        if (choice.equals(now.policy().mainRule())) {
            return List.of();
        }
        Registered serving = mainRules.serving(choice.type());
        if (serving == null) {
            String why = mainRules.isRegistered(choice.type()) ? "fails and is put aside" : "is not registered";
            return List.of(new Fault("/main_rule/type", Codes.INVALID, "the main rule `" + choice.type() + "` " + why));
        }
        return mainRules.check(serving, choice, now.directory()).stream()
                .map(fault -> new Fault("/main_rule" + fault.pointer(), fault.code(), fault.detail()))
                .toList();
    }

    /** Above the quota rules can be edited, moved and removed; only new ones are refused. */
    private void refuseAboveQuota(TenantSnapshot now, VisibilityPolicy proposed) {
        int limit = quotas.of(now.directory().tenant());
        long wanted = proposed.rules().count();
        Set<RuleId> stored = now.policy().rules().map(Rule::id).collect(Collectors.toSet());
        if (wanted > limit && proposed.rules().anyMatch(rule -> !stored.contains(rule.id()))) {
            throw Problem.conflict(
                            Codes.RULE_QUOTA_EXCEEDED,
                            "the plan allows " + limit + " supplementary rules over both sets, the policy would have "
                                    + wanted)
                    .with("limit", limit)
                    .with("used", stored.size())
                    .exception();
        }
    }

    private static VisibilityPolicy normalised(VisibilityPolicy policy) {
        List<RuleSet> sets = policy.ruleSets().stream()
                .map(set -> new RuleSet(
                        set.rules().stream().map(SnapshotPolicies::normalised).toList()))
                .toList();
        return new VisibilityPolicy(policy.mainRule(), sets, policy.displayOrder());
    }

    private static Rule normalised(Rule rule) {
        String name = rule.name();
        return name == null || Normalizer.isNormalized(name, Normalizer.Form.NFC)
                ? rule
                : new Rule(
                        rule.id(),
                        Normalizer.normalize(name, Normalizer.Form.NFC),
                        rule.subjects(),
                        rule.objects(),
                        rule.effect());
    }
}
