package org.sightline.visibility.internal.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.sightline.directory.model.DepartmentId;
import org.sightline.directory.model.DirectorySnapshot;
import org.sightline.directory.model.UserId;
import org.sightline.store.TenantState;
import org.sightline.testkit.bruteforce.BruteForce;
import org.sightline.testkit.world.RandomWorlds;
import org.sightline.testkit.world.WorldSnapshot;
import org.sightline.visibility.Decision;
import org.sightline.visibility.VisibilityEngine;
import org.sightline.visibility.internal.mainrule.MainSight;
import org.sightline.visibility.internal.mainrule.Sights;
import org.sightline.visibility.model.Effect;
import org.sightline.visibility.model.Rule;
import org.sightline.visibility.model.RuleSet;
import org.sightline.visibility.model.VisibilityPolicy;

/** Compares the engine with the brute-force evaluator on one world, pair by pair and list by list. */
final class Comparison {

    private final TenantState world;
    private final DirectorySnapshot directory;
    private final VisibilityEngine engine;
    private final BruteForce bruteForce;
    private final List<String> differences = new ArrayList<>();
    private long pairs;

    private Comparison(TenantState world, VisibilityEngine engine, DirectorySnapshot directory) {
        this.world = world;
        this.directory = directory;
        this.engine = engine;
        String type = world.policy().mainRule().type();
        boolean builtIn =
                Set.of("everyone", "nobody", "own_unit", "own_department").contains(type);
        this.bruteForce = new BruteForce(world, builtIn ? null : OddMainRules.plainly(type));
    }

    /** Compiles a world. */
    static CompiledEngine compile(TenantState world) {
        DirectorySnapshot directory = WorldSnapshot.of(world);
        return CompiledEngine.compile(directory, world.policy(), sight(world, directory), 1_000_000);
    }

    /**
     * Goes through other policies, each made from the engine of the one before, and compares the last; a wrong answer
     * here and none in a fresh engine means that something was kept that should not have been.
     */
    static Comparison afterChanges(TenantState world, int changes, long seed, boolean explanations) {
        CompiledEngine engine = compile(world);
        TenantState last = world;
        for (int change = 0; change < changes; change++) {
            VisibilityPolicy policy = change == changes - 1 && seed % 2 == 0
                    ? withOtherEffects(last.policy(), new Random(seed))
                    : RandomWorlds.otherPolicy(world, seed + change);
            last = withPolicy(world, policy);
            engine = engine.with(engine.directory(), policy, sight(last, engine.directory()));
            engine.visibleTo((int) (seed % engine.directory().memberCount()));
        }
        return of(last, engine, explanations);
    }

    /**
     * Goes through changes of members, groups, departments and units, now and then of the policy, each engine made from
     * the one before, and compares them all.
     *
     * @param every compares only every so many changes
     */
    static List<Comparison> alongChanges(TenantState world, int changes, long seed, int every, boolean explanations) {
        RandomChanges people = new RandomChanges(world, seed);
        List<Comparison> comparisons = new ArrayList<>();
        CompiledEngine engine = compile(world);
        VisibilityPolicy policy = world.policy();
        for (int change = 1; change <= changes; change++) {
            TenantState next = people.next();
            policy = change % 5 == 0 ? RandomWorlds.otherPolicy(next, seed + change) : policy;
            TenantState last = withPolicy(next, policy);
            DirectorySnapshot directory = WorldSnapshot.of(last);
            for (int viewer = 0; viewer < engine.directory().memberCount(); viewer += 2) {
                engine.visibleTo(viewer);
            }
            engine = engine.with(directory, policy, sight(last, directory));
            if (change % every == 0) {
                comparisons.add(of(last, engine, explanations));
            }
        }
        return comparisons;
    }

    private static VisibilityPolicy withOtherEffects(VisibilityPolicy policy, Random random) {
        List<RuleSet> sets = policy.ruleSets().stream()
                .map(set -> new RuleSet(set.rules().stream()
                        .map(rule -> new Rule(
                                rule.id(),
                                rule.name(),
                                rule.subjects(),
                                rule.objects(),
                                random.nextBoolean() ? Effect.VISIBLE : Effect.HIDDEN))
                        .toList()))
                .toList();
        return new VisibilityPolicy(policy.mainRule(), sets, policy.displayOrder());
    }

    static TenantState withPolicy(TenantState world, VisibilityPolicy policy) {
        return new TenantState(
                world.tenant(),
                world.revision(),
                world.departments(),
                world.members(),
                world.groups(),
                world.units(),
                world.fields(),
                world.administrators(),
                policy,
                world.revision());
    }

    private static MainSight sight(TenantState world, DirectorySnapshot directory) {
        return Sights.of(
                OddMainRules.named(world.policy().mainRule().type()),
                world.policy().mainRule(),
                directory,
                failure -> {
                    throw new AssertionError(failure);
                });
    }

    /** Compares everything, also explanations when asked to. */
    static Comparison of(TenantState world, boolean explanations) {
        CompiledEngine engine = compile(world);
        return of(world, engine, explanations);
    }

    /** Compares an engine that can remember next to nothing. */
    static Comparison withFewCells(TenantState world) {
        DirectorySnapshot directory = WorldSnapshot.of(world);
        return of(world, CompiledEngine.compile(directory, world.policy(), sight(world, directory), 40), false);
    }

    static Comparison of(TenantState world, CompiledEngine engine, boolean explanations) {
        Comparison comparison = new Comparison(world, engine, engine.directory());
        comparison.run(explanations);
        return comparison;
    }

    List<String> differences() {
        return differences;
    }

    long pairs() {
        return pairs;
    }

    private void run(boolean explanations) {
        int members = directory.memberCount();
        boolean[][] seen = new boolean[members][members];
        for (int viewer = 0; viewer < members; viewer++) {
            UserId viewerId = directory.member(viewer).id();
            for (int target = 0; target < members; target++) {
                BruteForce.Answer expected =
                        bruteForce.sees(viewerId, directory.member(target).id());
                seen[viewer][target] = expected.visible();
                check("sees", viewer, target, expected.visible(), engine.sees(viewer, target));
                if (explanations) {
                    checkExplanation(viewer + " -> " + target, expected, engine.explain(viewer, target));
                }
            }
            checkDepartments(viewer, viewerId, seen[viewer], explanations);
        }
        for (int member = 0; member < members; member++) {
            int target = member;
            checkList("visibleTo", member, seen[member], engine.visibleTo(member));
            boolean[] seenBy = new boolean[members];
            for (int viewer = 0; viewer < members; viewer++) {
                seenBy[viewer] = seen[viewer][target];
            }
            checkList("viewersOf", member, seenBy, engine.viewersOf(member));
        }
    }

    private void checkDepartments(int viewer, UserId viewerId, boolean[] members, boolean explanations) {
        boolean[] seen = new boolean[directory.departmentCount()];
        for (int department = 0; department < seen.length; department++) {
            DepartmentId id = directory.department(department).id();
            BruteForce.Answer expected = bruteForce.seesDepartment(viewerId, id);
            seen[department] = expected.visible();
            check("department", viewer, department, expected.visible(), engine.seesDepartment(viewer, department));
            if (explanations) {
                checkExplanation(
                        viewer + " -> department " + department,
                        expected,
                        engine.explainDepartment(viewer, department));
            }
        }
        checkList("departmentsVisibleTo", viewer, seen, engine.departmentsVisibleTo(viewer));
        checkOverview(viewer, members, seen);
    }

    private void checkOverview(int viewer, boolean[] members, boolean[] departments) {
        int[] counts = new int[departments.length];
        boolean[] outside = new boolean[members.length];
        for (int member = 0; member < members.length; member++) {
            if (!members[member]) {
                continue;
            }
            outside[member] = true;
            for (int department = 0; department < departments.length; department++) {
                boolean below = false;
                for (int own : directory.departmentsOf(member)) {
                    below |= own >= department && own < directory.subtreeEnd(department);
                    outside[member] &= !departments[own];
                }
                counts[department] += below ? 1 : 0;
            }
        }
        for (int department = 0; department < counts.length; department++) {
            int counted = engine.countVisibleIn(viewer, department);
            if (counted != counts[department]) {
                differences.add("count " + viewer + " in " + department + " should be " + counts[department]
                        + " but is " + counted);
            }
        }
        checkList("visibleOutside", viewer, outside, engine.visibleOutside(viewer));
    }

    private void check(String what, int viewer, int target, boolean expected, boolean actual) {
        pairs++;
        if (expected != actual) {
            differences.add(what + " " + viewer + " -> " + target + " should be " + expected);
        }
    }

    private void checkList(String what, int member, boolean[] expected, int[] actual) {
        int[] wanted = java.util.stream.IntStream.range(0, expected.length)
                .filter(index -> expected[index])
                .toArray();
        if (!Arrays.equals(wanted, actual)) {
            differences.add(what + " " + member + " should be " + Arrays.toString(wanted) + " but is "
                    + Arrays.toString(actual));
        }
    }

    private void checkExplanation(String pair, BruteForce.Answer expected, Decision actual) {
        Set<String> wanted = new TreeSet<>();
        expected.matches()
                .forEach(match -> wanted.add(match.found().rule() + " "
                        + match.found().subject() + " " + match.found().object() + " "
                        + match.found().effect() + " " + match.outranked()));
        Set<String> told = new TreeSet<>();
        actual.matches()
                .forEach(match -> told.add(match.rule() + " " + match.subject().id() + " "
                        + match.object().id() + " " + match.effect() + " " + match.outranked()));
        boolean equal = expected.visible() == actual.visible()
                && expected.layer().equals(actual.layer().key())
                && expected.rules().equals(new HashSet<>(actual.rules()))
                && wanted.equals(told)
                && !actual.explanation().isBlank();
        if (!equal) {
            differences.add(
                    "explain " + pair + " should be " + expected + " but is " + actual + " in " + world.policy());
        }
    }
}
