package org.sightline.visibility.internal.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.sightline.audit.Actor;
import org.sightline.directory.Committed;
import org.sightline.directory.Expectation;
import org.sightline.directory.model.DepartmentId;
import org.sightline.directory.model.GroupId;
import org.sightline.directory.model.Plan;
import org.sightline.directory.model.Tenant;
import org.sightline.directory.model.Unit;
import org.sightline.directory.model.UnitId;
import org.sightline.directory.model.UserId;
import org.sightline.problem.Codes;
import org.sightline.problem.Fault;
import org.sightline.problem.Problem;
import org.sightline.problem.ProblemException;
import org.sightline.problem.ProblemKind;
import org.sightline.spi.MainRule;
import org.sightline.spi.PlanQuotaPolicy;
import org.sightline.visibility.internal.VendorRule;
import org.sightline.visibility.internal.Worlds;
import org.sightline.visibility.internal.mainrule.Everyone;
import org.sightline.visibility.internal.mainrule.OwnUnit;
import org.sightline.visibility.internal.mainrule.RegisteredMainRules;
import org.sightline.visibility.model.DisplayOrder;
import org.sightline.visibility.model.Effect;
import org.sightline.visibility.model.MainRuleChoice;
import org.sightline.visibility.model.Rule;
import org.sightline.visibility.model.RuleId;
import org.sightline.visibility.model.RuleSet;
import org.sightline.visibility.model.Subjects;
import org.sightline.visibility.model.Targets;
import org.sightline.visibility.model.VisibilityPolicy;

/** What a policy may say, and what is refused, with which code at which place. */
class SnapshotPoliciesTest {

    private static final Rule ANN_NOT_BOB = Worlds.rule("r1", "ann", "bob");

    private final OneTenant tenant = new OneTenant();
    private final RegisteredMainRules mainRules = new RegisteredMainRules(Duration.ofSeconds(5));
    private final RuleQuotas quotas = new RuleQuotas();
    private final SnapshotPolicies policies = new SnapshotPolicies(tenant, tenant, mainRules, quotas);

    SnapshotPoliciesTest() {
        register(new Everyone());
        register(new OwnUnit());
    }

    @Test
    void aChangeGetsTheNextRevisionAndAnAuditNoteWithBeforeAndAfter() {
        VisibilityPolicy policy = Worlds.policy("everyone", ANN_NOT_BOB);
        Committed<VisibilityPolicy> committed = replace(policy);
        assertThat(committed).isEqualTo(new Committed<>(policy, 2));
        assertThat(tenant.policy()).isEqualTo(policy);
        assertThat(tenant.audit).singleElement().satisfies(note -> {
            assertThat(note.action()).isEqualTo("visibility_policy.update");
            assertThat(note.before()).isEqualTo(VisibilityPolicy.DEFAULT);
            assertThat(note.after()).isEqualTo(policy);
        });
    }

    @Test
    void theSamePolicyAgainChangesNothing() {
        replace(Worlds.policy("everyone", ANN_NOT_BOB));
        assertThat(replace(Worlds.policy("everyone", ANN_NOT_BOB)).revision()).isEqualTo(2);
        assertThat(tenant.audit).hasSize(1);
    }

    @Test
    void aDryRunChecksAndChangesNothing() {
        VisibilityPolicy policy = Worlds.policy("everyone", ANN_NOT_BOB);
        assertThat(policies.replace(Worlds.KEY, Actor.SYSTEM, policy, Expectation.any(), true))
                .isEqualTo(new Committed<>(policy, 1));
        assertThat(tenant.policy()).isEqualTo(VisibilityPolicy.DEFAULT);
        VisibilityPolicy wrong = Worlds.policy("everyone", Worlds.rule("r1", "nobody-knows", "bob"));
        assertThat(faults(wrong, true))
                .extracting(Fault::pointer)
                .containsExactly("/rule_sets/0/rules/0/subjects/user_ids/0");
    }

    @Test
    void whoExpectsAnotherPolicyIsRefused() {
        ProblemException refusal = catchThrowableOfType(
                ProblemException.class,
                () -> policies.replace(
                        Worlds.KEY, Actor.SYSTEM, Worlds.policy("everyone", ANN_NOT_BOB), present -> false, false));
        assertThat(refusal.problem().kind()).isEqualTo(ProblemKind.PRECONDITION_FAILED);
        assertThat(refusal.problem().code()).isEqualTo(Codes.REVISION_MISMATCH);
    }

    @Test
    void unknownAndDeletedEntriesAreRefusedEachAtItsPlace() {
        Rule rule = new Rule(
                new RuleId("r1"),
                null,
                new Subjects(
                        List.of(new UserId("ann"), new UserId("x")),
                        List.of(new GroupId("all"), new GroupId("x")),
                        List.of(new DepartmentId("sales"), new DepartmentId("x"))),
                new Targets(List.of(new UserId("cem")), List.of(DepartmentId.ROOT, new DepartmentId("x"))),
                Effect.VISIBLE);
        assertThat(faults(Worlds.policy("everyone", rule), false))
                .extracting(Fault::pointer)
                .containsExactly(
                        "/rule_sets/0/rules/0/subjects/user_ids/1",
                        "/rule_sets/0/rules/0/subjects/group_ids/1",
                        "/rule_sets/0/rules/0/subjects/department_ids/1",
                        "/rule_sets/0/rules/0/objects/user_ids/0",
                        "/rule_sets/0/rules/0/objects/department_ids/1");
    }

    @Test
    void whatTheStoredRuleAlreadyNamesMayStay() {
        Rule stale = Worlds.rule("r1", "gone", "bob");
        tenant.force(Worlds.policy("everyone", stale));
        Rule edited = new Rule(stale.id(), "New name", stale.subjects(), stale.objects(), Effect.VISIBLE);
        assertThat(replace(Worlds.policy("everyone", edited)).value().rules()).containsExactly(edited);
        Rule other = Worlds.rule("r2", "gone", "bob");
        assertThat(faults(Worlds.policy("everyone", edited, other), false))
                .extracting(Fault::pointer)
                .containsExactly("/rule_sets/0/rules/1/subjects/user_ids/0");
    }

    @Test
    void emptySubjectsAndObjectsAreRefused() {
        Rule empty = new Rule(
                new RuleId("r1"),
                null,
                new Subjects(List.of(), List.of(), List.of()),
                new Targets(List.of(), List.of()),
                Effect.VISIBLE);
        assertThat(faults(Worlds.policy("everyone", empty), false))
                .extracting(Fault::pointer)
                .containsExactly("/rule_sets/0/rules/0/subjects", "/rule_sets/0/rules/0/objects");
    }

    @Test
    void oneIdForTwoRulesAndOneEntryTwiceAreRefused() {
        Rule twice = new Rule(
                new RuleId("r1"),
                null,
                new Subjects(List.of(new UserId("ann"), new UserId("ann")), List.of(), List.of()),
                new Targets(List.of(new UserId("bob")), List.of()),
                Effect.VISIBLE);
        VisibilityPolicy policy = new VisibilityPolicy(
                MainRuleChoice.of("everyone"),
                List.of(new RuleSet(List.of(ANN_NOT_BOB)), new RuleSet(List.of(twice))),
                DisplayOrder.MEMBERS_FIRST);
        assertThat(faults(policy, false))
                .extracting(Fault::pointer)
                .containsExactly("/rule_sets/1/rules/0/rule_id", "/rule_sets/1/rules/0/subjects/user_ids/1");
    }

    @Test
    void aRuleWithTooManyEntriesIsRefused() {
        List<UserId> many = IntStream.rangeClosed(0, RuleCheck.MOST_ENTRIES)
                .mapToObj(number -> new UserId("u" + number))
                .toList();
        Rule rule = new Rule(
                new RuleId("r1"),
                null,
                new Subjects(many, List.of(), List.of()),
                new Targets(List.of(new UserId("bob")), List.of()),
                Effect.VISIBLE);
        assertThat(faults(Worlds.policy("everyone", rule), false))
                .singleElement()
                .satisfies(fault -> assertThat(fault.detail()).contains("1000"));
    }

    @Test
    void namesAreStoredComposedAndWithoutControlCharacters() {
        Rule decomposed =
                new Rule(ANN_NOT_BOB.id(), "Bu\u0308ro", ANN_NOT_BOB.subjects(), ANN_NOT_BOB.objects(), Effect.HIDDEN);
        assertThat(replace(Worlds.policy("everyone", decomposed)).value().rules())
                .extracting(Rule::name)
                .containsExactly("B\u00fcro");
        Rule nul = new Rule(ANN_NOT_BOB.id(), "a\u0000b", ANN_NOT_BOB.subjects(), ANN_NOT_BOB.objects(), Effect.HIDDEN);
        assertThat(faults(Worlds.policy("everyone", nul), false))
                .extracting(Fault::pointer)
                .containsExactly("/rule_sets/0/rules/0/name");
    }

    @Test
    void aboveTheQuotaNewRulesAreRefusedAndOldOnesMayBeEditedMovedAndRemoved() {
        Rule second = Worlds.rule("r2", "bob", "ann");
        Rule third = Worlds.rule("r3", "ann", "bob");
        replace(Worlds.policy("everyone", ANN_NOT_BOB, second, third));
        tenant.downgradeTo(Plan.STARTER);

        Problem refusal =
                refusal(Worlds.policy("everyone", ANN_NOT_BOB, second, Worlds.rule("r4", "ann", "bob")), false);
        assertThat(refusal.kind()).isEqualTo(ProblemKind.CONFLICT);
        assertThat(refusal.code()).isEqualTo(Codes.RULE_QUOTA_EXCEEDED);
        assertThat(refusal.members()).containsEntry("limit", 1).containsEntry("used", 3);

        List<Rule> turned = new ArrayList<>(Arrays.asList(ANN_NOT_BOB, second, third));
        Collections.reverse(turned);
        assertThat(replace(Worlds.policy("everyone", turned.toArray(new Rule[0])))
                        .revision())
                .isEqualTo(3);
        assertThat(replace(Worlds.policy("everyone", second, third)).revision()).isEqualTo(4);
        assertThat(replace(Worlds.policy("everyone", Worlds.rule("r9", "ann", "bob")))
                        .revision())
                .isEqualTo(5);
    }

    @Test
    void plansAllowWhatTheTableSays() {
        assertThat(policies.ruleQuota(Worlds.KEY)).isEqualTo(500);
        tenant.downgradeTo(Plan.BASIC);
        assertThat(policies.ruleQuota(Worlds.KEY)).isEqualTo(1);
    }

    @Test
    void ofSeveralQuotaPoliciesTheHighestThatAnswersCounts() {
        quotas.bindPolicy(quota(OptionalInt.of(7)), Map.of("service.ranking", 1, "service.id", 1L));
        quotas.bindPolicy(quota(OptionalInt.empty()), Map.of("service.ranking", 9, "service.id", 2L));
        PlanQuotaPolicy broken = new PlanQuotaPolicy() {
            @Override
            public OptionalInt supplementaryRules(Tenant any) {
                throw new IllegalStateException("broken");
            }
        };
        quotas.bindPolicy(broken, Map.of("service.ranking", 5, "service.id", 3L));
        assertThat(policies.ruleQuota(Worlds.KEY)).isEqualTo(7);
    }

    @Test
    void anUnknownMainRuleIsRefusedUnlessItIsStoredAlready() {
        assertThat(faults(Worlds.policy("own_planet"), false))
                .extracting(Fault::pointer)
                .containsExactly("/main_rule/type");
        tenant.force(Worlds.policy("own_planet"));
        assertThat(replace(Worlds.policy("own_planet", ANN_NOT_BOB)).revision()).isEqualTo(2);
    }

    @Test
    void ownUnitNeedsAUnit() {
        assertThat(refusal(Worlds.policy("own_unit"), false).code()).isEqualTo(Codes.NO_UNIT_EXISTS);
        tenant.with(new Unit(new UnitId("u"), "Unit", "region", List.of(new DepartmentId("sales"))));
        assertThat(replace(Worlds.policy("own_unit")).revision()).isEqualTo(2);
        VisibilityPolicy typeWithoutUnit = unitTypes("region", "planet");
        assertThat(replace(typeWithoutUnit).revision()).isEqualTo(3);
        VisibilityPolicy twice = unitTypes("planet", "region", "planet");
        assertThat(faults(twice, false)).extracting(Fault::pointer).containsExactly("/main_rule/unit_types/2");
    }

    private static VisibilityPolicy unitTypes(String... types) {
        return new VisibilityPolicy(
                new MainRuleChoice("own_unit", List.of(types), Map.of()), List.of(), DisplayOrder.DEPARTMENTS_FIRST);
    }

    @Test
    void parametersThatNobodyTakesAreRefused() {
        VisibilityPolicy policy = new VisibilityPolicy(
                new MainRuleChoice("everyone", List.of(), Map.of("radius", "5")),
                List.of(),
                DisplayOrder.DEPARTMENTS_FIRST);
        assertThat(faults(policy, false)).extracting(Fault::pointer).containsExactly("/main_rule/params");
    }

    @Test
    void aMainRuleThatFailsWhileItChecksIsPutAside() {
        register(new MainRule() {
            @Override
            public String type() {
                return "broken";
            }

            @Override
            public Map<java.util.Locale, String> labels() {
                return Map.of();
            }

            @Override
            public List<org.sightline.spi.ParameterFault> check(
                    MainRuleChoice choice, org.sightline.directory.model.DirectorySnapshot directory) {
                throw new IllegalStateException("broken");
            }

            @Override
            public org.sightline.spi.Sight sight(
                    MainRuleChoice choice, org.sightline.directory.model.DirectorySnapshot directory) {
                throw new IllegalStateException("broken");
            }
        });
        assertThat(faults(Worlds.policy("broken"), false))
                .extracting(Fault::pointer)
                .containsExactly("/main_rule/type");
        assertThat(mainRules.serving("broken")).isNull();
        register(VendorRule.open("fine"));
        assertThat(replace(Worlds.policy("fine")).revision()).isEqualTo(2);
    }

    private void register(MainRule rule) {
        mainRules.add(rule, Map.of(), "a test");
    }

    private static PlanQuotaPolicy quota(OptionalInt rules) {
        return new PlanQuotaPolicy() {
            @Override
            public OptionalInt supplementaryRules(Tenant any) {
                return rules;
            }
        };
    }

    private Committed<VisibilityPolicy> replace(VisibilityPolicy policy) {
        return policies.replace(Worlds.KEY, Actor.SYSTEM, policy, Expectation.any(), false);
    }

    private List<Fault> faults(VisibilityPolicy policy, boolean dryRun) {
        return refusal(policy, dryRun).faults();
    }

    private Problem refusal(VisibilityPolicy policy, boolean dryRun) {
        ProblemException refusal = catchThrowableOfType(
                ProblemException.class,
                () -> policies.replace(Worlds.KEY, Actor.SYSTEM, policy, Expectation.any(), dryRun));
        assertThat(refusal).isNotNull();
        return refusal.problem();
    }
}
