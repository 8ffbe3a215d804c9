package org.sightline.visibility.internal.preview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.sightline.directory.Move;
import org.sightline.directory.Rehearsal;
import org.sightline.directory.TenantSnapshot;
import org.sightline.directory.model.DepartmentId;
import org.sightline.directory.model.Member;
import org.sightline.directory.model.MemberStatus;
import org.sightline.directory.model.Membership;
import org.sightline.directory.model.Plan;
import org.sightline.directory.model.Profile;
import org.sightline.directory.model.UserId;
import org.sightline.problem.Codes;
import org.sightline.problem.ProblemException;
import org.sightline.spi.Sight;
import org.sightline.store.TenantState;
import org.sightline.testkit.world.WorldSnapshot;
import org.sightline.visibility.PreviewResult;
import org.sightline.visibility.internal.VendorRule;
import org.sightline.visibility.internal.Worlds;
import org.sightline.visibility.internal.mainrule.Everyone;
import org.sightline.visibility.internal.mainrule.OwnDepartment;
import org.sightline.visibility.internal.mainrule.RegisteredMainRules;
import org.sightline.visibility.internal.policy.OneTenant;
import org.sightline.visibility.internal.policy.RuleQuotas;
import org.sightline.visibility.internal.policy.SnapshotPolicies;
import org.sightline.visibility.internal.tenants.CompiledVisibility;
import org.sightline.visibility.model.VisibilityPolicy;

/** Previews of policies and of moves, and what is refused; the numbers themselves are compared elsewhere. */
class ExactPreviewTest {

    private static final UserId ANN = new UserId("ann");
    private static final UserId BOB = new UserId("bob");

    private final RegisteredMainRules mainRules = new RegisteredMainRules(Duration.ofSeconds(5));
    private final CompiledVisibility visibility = new CompiledVisibility(mainRules, 1_000_000L);

    ExactPreviewTest() {
        mainRules.add(new Everyone(), Map.of(), "test");
        mainRules.add(new OwnDepartment(), Map.of(), "test");
        mainRules.add(new VendorRule("pairs", directory -> new Sight.ByPairs(new EveryPair())), Map.of(), "test");
    }

    @Test
    void aRuleThatHidesLosesAPair() {
        PreviewResult result = preview(unmoved()).ofPolicy(now("everyone"), hiding());

        assertThat(result.pairsGained()).isZero();
        assertThat(result.pairsLost()).isOne();
        assertThat(result.viewers()).containsExactly(new PreviewResult.ViewerChange(ANN, 0, 1));
        assertThat(result.lost()).containsExactly(new PreviewResult.Pair(ANN, BOB));
        assertThat(result.gained()).isEmpty();
    }

    @Test
    void aMoveOutOfTheDepartmentLosesAndGains() {
        TenantSnapshot now = now("own_department");
        TenantState moved = withMember(
                Worlds.small(now.policy(), Plan.PRO, 1),
                new Member(
                        ANN,
                        "ann",
                        Profile.EMPTY,
                        List.of(new Membership(DepartmentId.ROOT, 0)),
                        Map.of(),
                        MemberStatus.ACTIVE));

        PreviewResult result = preview((state, moves) -> WorldSnapshot.tenant(moved))
                .ofMoves(now, List.of(new Move.OfMember(ANN, List.of())));

        assertThat(result.pairsGained()).isZero();
        assertThat(result.lost()).containsExactly(new PreviewResult.Pair(BOB, ANN));
    }

    @Test
    void aPolicyThatCouldNotBeSavedIsRefused() {
        ProblemException refusal = catchThrowableOfType(ProblemException.class, () -> preview(unmoved())
                .ofPolicy(now("everyone"), Worlds.policy("everyone", Worlds.rule("r1", "nobody", "bob"))));

        assertThat(refusal.problem().faults()).singleElement().satisfies(fault -> assertThat(fault.pointer())
                .isEqualTo("/rule_sets/0/rules/0/subjects/user_ids/0"));
    }

    @Test
    void aRuleByPairsIsAskedUpToAStatedSize() {
        TenantSnapshot few = now("pairs");
        assertThat(preview(unmoved()).ofPolicy(few, Worlds.policy("everyone")).pairsLost())
                .isZero();

        TenantState many = Worlds.small(Worlds.policy("pairs"), Plan.PRO, 2);
        List<Member> members = new ArrayList<>();
        IntStream.rangeClosed(0, ExactPreview.MOST_MEMBERS_BY_PAIRS)
                .mapToObj(number -> new Member(
                        new UserId("m" + number),
                        "m",
                        Profile.EMPTY,
                        List.of(new Membership(DepartmentId.ROOT, 0)),
                        Map.of(),
                        MemberStatus.ACTIVE))
                .forEach(members::add);
        TenantSnapshot tooMany = WorldSnapshot.tenant(withMembers(many, members));
        ProblemException refusal = catchThrowableOfType(
                ProblemException.class, () -> preview(unmoved()).ofPolicy(tooMany, Worlds.policy("everyone")));
        assertThat(refusal.problem().code()).isEqualTo(Codes.LIMIT_EXCEEDED);
    }

    private static Rehearsal unmoved() {
        return (now, moves) -> now;
    }

    private ExactPreview preview(Rehearsal rehearsal) {
        OneTenant tenant = new OneTenant();
        SnapshotPolicies policies = new SnapshotPolicies(tenant, tenant, mainRules, new RuleQuotas());
        return new ExactPreview(visibility, mainRules, policies, rehearsal);
    }

    private static VisibilityPolicy hiding() {
        return Worlds.policy("everyone", Worlds.rule("r1", "ann", "bob"));
    }

    private static TenantSnapshot now(String mainRule) {
        return Worlds.snapshot(Worlds.policy(mainRule), 1);
    }

    private static TenantState withMember(TenantState world, Member member) {
        return withMembers(
                world,
                world.members().stream()
                        .map(each -> each.id().equals(member.id()) ? member : each)
                        .toList());
    }

    private static TenantState withMembers(TenantState world, List<Member> members) {
        return new TenantState(
                world.tenant(),
                world.revision(),
                world.departments(),
                members,
                world.groups(),
                world.units(),
                world.fields(),
                world.administrators(),
                world.policy(),
                world.policyRevision());
    }

    /** Everybody sees everybody, one question at a time. */
    private static final class EveryPair implements Sight.Pairs {

        @Override
        public boolean seesMember(int viewer, int member) {
            return true;
        }

        @Override
        public boolean seesDepartment(int viewer, int department) {
            return true;
        }
    }
}
