package org.sightline.visibility.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sightline.store.TenantState;
import org.sightline.testkit.world.RandomWorlds;
import org.sightline.visibility.model.Effect;
import org.sightline.visibility.model.Rule;
import org.sightline.visibility.model.RuleId;
import org.sightline.visibility.model.RuleSet;
import org.sightline.visibility.model.Subjects;
import org.sightline.visibility.model.Targets;
import org.sightline.visibility.model.VisibilityPolicy;

/** What holds for any policy over any directory. */
class EnginePropertiesTest {

    private static final int MEMBERS = 20;

    static LongStream seeds() {
        return LongStream.rangeClosed(5_001, 5_040);
    }

    /** A new hidden match either hides or is outranked by something that outranked all it could outrank. */
    @ParameterizedTest
    @MethodSource("seeds")
    void anotherHidingRuleNeverReveals(long seed) {
        TenantState world = RandomWorlds.world(seed, MEMBERS);
        long revealed = differences(world, withRuleOf(world, seed, Effect.HIDDEN), false, true);
        assertThat(revealed).isZero();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void anotherShowingRuleNeverHides(long seed) {
        TenantState world = RandomWorlds.world(seed, MEMBERS);
        long hidden = differences(world, withRuleOf(world, seed, Effect.VISIBLE), true, false);
        assertThat(hidden).isZero();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theOrderOfRulesDoesNotMatter(long seed) {
        TenantState world = RandomWorlds.world(seed, MEMBERS);
        List<RuleSet> turned = world.policy().ruleSets().stream()
                .map(set -> {
                    List<Rule> rules = new ArrayList<>(set.rules());
                    Collections.shuffle(rules, new Random(seed));
                    return new RuleSet(rules);
                })
                .toList();
        assertSame(world, with(world, turned));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aRuleWithSeveralEntriesIsSeveralRulesWithOneEach(long seed) {
        TenantState world = RandomWorlds.world(seed, MEMBERS);
        List<RuleSet> split = world.policy().ruleSets().stream()
                .map(set -> new RuleSet(set.rules().stream()
                        .flatMap(rule -> split(rule).stream())
                        .toList()))
                .toList();
        assertSame(world, with(world, split));
    }

    private static List<Rule> split(Rule rule) {
        List<Subjects> subjects = new ArrayList<>();
        rule.subjects().members().forEach(id -> subjects.add(new Subjects(List.of(id), List.of(), List.of())));
        rule.subjects().groups().forEach(id -> subjects.add(new Subjects(List.of(), List.of(id), List.of())));
        rule.subjects().departments().forEach(id -> subjects.add(new Subjects(List.of(), List.of(), List.of(id))));
        List<Targets> objects = new ArrayList<>();
        rule.objects().members().forEach(id -> objects.add(new Targets(List.of(id), List.of())));
        rule.objects().departments().forEach(id -> objects.add(new Targets(List.of(), List.of(id))));
        List<Rule> rules = new ArrayList<>();
        for (Subjects subject : subjects) {
            for (Targets object : objects) {
                rules.add(new Rule(new RuleId(rule.id() + "." + rules.size()), null, subject, object, rule.effect()));
            }
        }
        return rules;
    }

    private static TenantState withRuleOf(TenantState world, long seed, Effect effect) {
        List<Rule> others = RandomWorlds.otherPolicy(world, seed).rules().toList();
        List<RuleSet> sets = new ArrayList<>(world.policy().ruleSets());
        if (!others.isEmpty()) {
            Rule other = others.get(0);
            int set = (int) (seed % sets.size());
            List<Rule> rules = new ArrayList<>(sets.get(set).rules());
            rules.add(new Rule(new RuleId("one-more"), null, other.subjects(), other.objects(), effect));
            sets.set(set, new RuleSet(rules));
        }
        return with(world, sets);
    }

    private static TenantState with(TenantState world, List<RuleSet> sets) {
        VisibilityPolicy policy = new VisibilityPolicy(
                world.policy().mainRule(), sets, world.policy().displayOrder());
        return new TenantState(
                world.tenant(),
                world.revision() + 1,
                world.departments(),
                world.members(),
                world.groups(),
                world.units(),
                world.fields(),
                world.administrators(),
                policy,
                world.revision() + 1);
    }

    private static void assertSame(TenantState world, TenantState other) {
        assertThat(differences(world, other, true, false)).isZero();
        assertThat(differences(world, other, false, true)).isZero();
    }

    /** How many answers are {@code before} in one world and {@code after} in the other. */
    private static long differences(TenantState one, TenantState other, boolean before, boolean after) {
        CompiledEngine first = Comparison.compile(one);
        CompiledEngine second = Comparison.compile(other);
        long count = 0;
        for (int viewer = 0; viewer < MEMBERS; viewer++) {
            for (int target = 0; target < MEMBERS; target++) {
                if (first.sees(viewer, target) == before && second.sees(viewer, target) == after) {
                    count++;
                }
            }
            for (int department = 0; department < one.departments().size(); department++) {
                if (first.seesDepartment(viewer, department) == before
                        && second.seesDepartment(viewer, department) == after) {
                    count++;
                }
            }
        }
        return count;
    }
}
