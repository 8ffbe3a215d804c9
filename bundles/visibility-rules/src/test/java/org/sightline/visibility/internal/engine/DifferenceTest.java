package org.sightline.visibility.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.sightline.directory.model.Department;
import org.sightline.directory.model.DepartmentId;
import org.sightline.directory.model.Member;
import org.sightline.directory.model.Membership;
import org.sightline.directory.model.UserId;
import org.sightline.store.TenantState;
import org.sightline.testkit.bruteforce.BruteForce;
import org.sightline.testkit.world.RandomWorlds;
import org.sightline.visibility.model.Effect;
import org.sightline.visibility.model.Rule;
import org.sightline.visibility.model.RuleSet;
import org.sightline.visibility.model.VisibilityPolicy;

/** Random worlds and random changes: gains and losses are what two brute-force evaluations differ by. */
class DifferenceTest {

    private static final Set<String> BUILT_IN = Set.of("everyone", "nobody", "own_unit", "own_department");

    @Test
    void ofPoliciesThatHaveNothingInCommon() {
        for (long seed = 1; seed <= 150; seed++) {
            TenantState world = RandomWorlds.world(seed, 20);
            VisibilityPolicy other = RandomWorlds.otherPolicy(world, seed + 50_000);
            comparePolicies(seed, world, Comparison.withPolicy(world, other));
        }
    }

    @Test
    void ofPoliciesThatDifferInOneRule() {
        for (long seed = 1; seed <= 300; seed++) {
            TenantState world = RandomWorlds.world(seed, 20);
            Random random = new Random(seed);
            comparePolicies(seed, world, Comparison.withPolicy(world, withOneChange(world, random)));
        }
    }

    @Test
    void ofAPolicyAndItself() {
        TenantState world = RandomWorlds.world(5, 20);

        Difference difference = Comparison.compile(world).differenceTo(world.policy(), sight(world));

        assertThat(difference.gained()).isZero();
        assertThat(difference.lost()).isZero();
        assertThat(difference.mostChanged(100)).isEmpty();
        assertThat(difference.someGained(20)).isEmpty();
    }

    @Test
    void ofMoves() {
        for (long seed = 1; seed <= 300; seed++) {
            TenantState world = RandomWorlds.world(seed, 20);
            BitSet moved = new BitSet();
            TenantState after = moved(world, new Random(seed), moved);
            CompiledEngine engine = Comparison.compile(world);
            CompiledEngine engineAfter = Comparison.compile(after);
            boolean builtIn = BUILT_IN.contains(world.policy().mainRule().type());
            Difference difference =
                    builtIn ? engine.differenceAfterMoves(engineAfter, moved) : engine.differenceTo(engineAfter);
            check("moves, seed " + seed, difference, world, after);
        }
    }

    private static void comparePolicies(long seed, TenantState world, TenantState after) {
        CompiledEngine engine = Comparison.compile(world);
        boolean sameMainRule = world.policy().mainRule().equals(after.policy().mainRule());
        Difference difference = engine.differenceTo(after.policy(), sameMainRule ? engine.mainSight() : sight(after));
        check("policies, seed " + seed, difference, world, after);
    }

    private static org.sightline.visibility.internal.mainrule.MainSight sight(TenantState world) {
        return Comparison.compile(world).mainSight();
    }

    private static VisibilityPolicy withOneChange(TenantState world, Random random) {
        List<Rule> pool =
                RandomWorlds.otherPolicy(world, random.nextLong()).rules().toList();
        List<RuleSet> sets = new ArrayList<>();
        for (RuleSet set : world.policy().ruleSets()) {
            List<Rule> rules = new ArrayList<>(set.rules());
            int what = random.nextInt(4);
            if (what == 0 && !rules.isEmpty()) {
                rules.remove(random.nextInt(rules.size()));
            } else if (what == 1 && !pool.isEmpty()) {
                rules.add(pool.get(random.nextInt(pool.size())));
            } else if (what == 2 && !rules.isEmpty()) {
                int at = random.nextInt(rules.size());
                rules.set(at, flipped(rules.get(at)));
            }
            sets.add(new RuleSet(rules));
        }
        return new VisibilityPolicy(
                world.policy().mainRule(), sets, world.policy().displayOrder());
    }

    private static Rule flipped(Rule rule) {
        Effect effect = rule.effect() == Effect.HIDDEN ? Effect.VISIBLE : Effect.HIDDEN;
        return new Rule(rule.id(), rule.name(), rule.subjects(), rule.objects(), effect);
    }

    private static TenantState moved(TenantState world, Random random, BitSet moved) {
        List<Department> departments = new ArrayList<>(world.departments());
        Set<DepartmentId> around = new HashSet<>();
        for (int at = 1; at < departments.size(); at++) {
            Department department = departments.get(at);
            // Units are made of departments below the root; moving those could bring a unit into another one.
            if (random.nextInt(6) == 0 && !DepartmentId.ROOT.equals(department.parent())) {
                DepartmentId parent = departments.get(random.nextInt(at)).id();
                departments.set(
                        at,
                        new Department(
                                department.id(), department.name(), parent, department.order(), department.leaders()));
                around.add(department.id());
            }
        }
        List<Member> members = new ArrayList<>(world.members());
        for (int number = 0; number < members.size(); number++) {
            Member member = members.get(number);
            boolean within = member.departments().stream()
                    .anyMatch(place -> isBelow(place.department(), around, world)
                            || isBelow(place.department(), around, departments));
            moved.set(number, within);
            if (random.nextInt(8) == 0 && !member.departments().isEmpty()) {
                DepartmentId to =
                        departments.get(random.nextInt(departments.size())).id();
                members.set(number, member.withDepartments(List.of(new Membership(to, 0))));
                moved.set(number);
            }
        }
        return new TenantState(
                world.tenant(),
                world.revision(),
                departments,
                members,
                world.groups(),
                world.units(),
                world.fields(),
                world.administrators(),
                world.policy(),
                world.policyRevision());
    }

    private static boolean isBelow(DepartmentId department, Set<DepartmentId> tops, TenantState world) {
        return isBelow(department, tops, world.departments());
    }

    private static boolean isBelow(DepartmentId department, Set<DepartmentId> tops, List<Department> tree) {
        DepartmentId at = department;
        while (at != null) {
            if (tops.contains(at)) {
                return true;
            }
            DepartmentId wanted = at;
            at = tree.stream()
                    .filter(each -> each.id().equals(wanted))
                    .findFirst()
                    .orElseThrow()
                    .parent();
        }
        return false;
    }

    private static void check(String what, Difference difference, TenantState before, TenantState after) {
        BruteForce judgeBefore = judge(before);
        BruteForce judgeAfter = judge(after);
        List<UserId> ids = before.members().stream().map(Member::id).toList();
        Set<List<Integer>> gained = new HashSet<>();
        Set<List<Integer>> lost = new HashSet<>();
        for (int viewer = 0; viewer < ids.size(); viewer++) {
            int more = 0;
            int less = 0;
            for (int target = 0; target < ids.size(); target++) {
                boolean was = judgeBefore.sees(ids.get(viewer), ids.get(target)).visible();
                boolean is = judgeAfter.sees(ids.get(viewer), ids.get(target)).visible();
                if (is && !was) {
                    more++;
                    gained.add(List.of(viewer, target));
                } else if (was && !is) {
                    less++;
                    lost.add(List.of(viewer, target));
                }
            }
            assertThat(difference.gainedBy(viewer))
                    .as("%s, gained by %s", what, viewer)
                    .isEqualTo(more);
            assertThat(difference.lostBy(viewer))
                    .as("%s, lost by %s", what, viewer)
                    .isEqualTo(less);
        }
        assertThat(difference.gained()).as(what).isEqualTo(gained.size());
        assertThat(difference.lost()).as(what).isEqualTo(lost.size());
        checkSamples(what, difference.someGained(20), gained);
        checkSamples(what, difference.someLost(20), lost);
        int most = -1;
        for (int viewer : difference.mostChanged(100)) {
            int changes = difference.gainedBy(viewer) + difference.lostBy(viewer);
            assertThat(changes).as(what).isPositive();
            assertThat(most < 0 || changes <= most).as(what).isTrue();
            most = changes;
        }
    }

    private static void checkSamples(String what, List<int[]> samples, Set<List<Integer>> pairs) {
        assertThat(samples).as(what).hasSize(Math.min(20, pairs.size()));
        assertThat(samples).as(what).allSatisfy(pair -> assertThat(pairs).contains(List.of(pair[0], pair[1])));
    }

    private static BruteForce judge(TenantState world) {
        String type = world.policy().mainRule().type();
        return new BruteForce(world, BUILT_IN.contains(type) ? null : OddMainRules.plainly(type));
    }
}
