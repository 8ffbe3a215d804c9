package org.sightline.visibility.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.sightline.directory.model.Department;
import org.sightline.directory.model.Member;
import org.sightline.store.TenantState;
import org.sightline.testkit.bruteforce.BruteForce;
import org.sightline.testkit.world.RandomWorlds;
import org.sightline.visibility.model.RuleId;
import org.sightline.visibility.model.RuleSet;
import org.sightline.visibility.model.VisibilityPolicy;

/** Random worlds: whatever is said to decide nothing can go, and whatever is said to decide something cannot. */
class RuleUsesTest {

    private static final int WORLDS = 60;
    private static final int MEMBERS = 9;

    @Test
    void whatDecidesNothingCanGo() {
        Map<RuleUse.Kind, Integer> counts = new EnumMap<>(RuleUse.Kind.class);
        for (long seed = 1; seed <= WORLDS; seed++) {
            TenantState world = RandomWorlds.world(seed, MEMBERS);
            List<Said> answers = answers(world);
            for (RuleUse use : Comparison.compile(world).ruleUses()) {
                counts.merge(use.kind(), 1, Integer::sum);
                List<Said> without = answers(without(world, use.rule()));
                boolean differs = differ(answers, without);
                assertThat(differs)
                        .as("seed %s, rule %s is said to be %s", seed, use.rule(), use.kind())
                        .isEqualTo(use.kind() == RuleUse.Kind.DECIDES);
                boolean namesOthers = use.kind() == RuleUse.Kind.SHADOWED;
                assertThat(use.instead().isEmpty() || namesOthers)
                        .as("seed %s, rule %s", seed, use.rule())
                        .isTrue();
                assertThat(use.instead()).doesNotContain(use.rule());
            }
        }
        assertThat(counts)
                .containsKeys(
                        RuleUse.Kind.DECIDES, RuleUse.Kind.NO_SUBJECT, RuleUse.Kind.NO_OBJECT, RuleUse.Kind.SHADOWED)
                .doesNotContainKey(RuleUse.Kind.NOT_PROVED);
    }

    /** An answer as far as rules give it: what the main rule says does not count, only that it was asked. */
    private record Said(boolean byRules, boolean visible) {}

    private static boolean differ(List<Said> one, List<Said> other) {
        return !one.equals(other);
    }

    private static List<Said> answers(TenantState world) {
        String type = world.policy().mainRule().type();
        boolean builtIn =
                Set.of("everyone", "nobody", "own_unit", "own_department").contains(type);
        BruteForce judge = new BruteForce(world, builtIn ? null : OddMainRules.plainly(type));
        List<Said> answers = new ArrayList<>();
        for (Member viewer : world.members()) {
            for (Member target : world.members()) {
                answers.add(said(judge.sees(viewer.id(), target.id())));
            }
            for (Department target : world.departments()) {
                answers.add(said(judge.seesDepartment(viewer.id(), target.id())));
            }
        }
        return answers;
    }

    private static Said said(BruteForce.Answer answer) {
        return new Said(answer.layer().startsWith("rule_set"), answer.visible());
    }

    private static TenantState without(TenantState world, RuleId rule) {
        List<RuleSet> sets = world.policy().ruleSets().stream()
                .map(set -> new RuleSet(set.rules().stream()
                        .filter(each -> !each.id().equals(rule))
                        .toList()))
                .toList();
        VisibilityPolicy policy = new VisibilityPolicy(
                world.policy().mainRule(), sets, world.policy().displayOrder());
        return Comparison.withPolicy(world, policy);
    }
}
