package org.sightline.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sightline.directory.model.UserId;
import org.sightline.visibility.model.DisplayOrder;
import org.sightline.visibility.model.Effect;
import org.sightline.visibility.model.MainRuleChoice;
import org.sightline.visibility.model.Rule;
import org.sightline.visibility.model.RuleId;
import org.sightline.visibility.model.RuleSet;
import org.sightline.visibility.model.Subjects;
import org.sightline.visibility.model.Targets;
import org.sightline.visibility.model.VisibilityPolicy;

/** What of a policy is kept about a change: only what differs. */
class PolicyDifferenceTest {

    private static final VisibilityPolicy BEFORE = policy(List.of(rule("a", Effect.VISIBLE), rule("b", Effect.HIDDEN)));

    @Test
    void rulesThatAreTheSameAreLeftOut() {
        VisibilityPolicy after = policy(List.of(rule("a", Effect.VISIBLE), rule("b", Effect.VISIBLE)));

        assertThat(PolicyJson.ofDifference(BEFORE, after))
                .isEqualTo(PolicyJson.of(policy(List.of(rule("b", Effect.HIDDEN)))));
        assertThat(PolicyJson.ofDifference(after, BEFORE))
                .isEqualTo(PolicyJson.of(policy(List.of(rule("b", Effect.VISIBLE)))));
    }

    @Test
    void rulesOfAnotherSetAreNotTheSame() {
        VisibilityPolicy after = policy(
                new RuleSet(List.of()), new RuleSet(List.of(rule("a", Effect.VISIBLE), rule("b", Effect.HIDDEN))));

        assertThat(PolicyJson.ofDifference(BEFORE, after)).isEqualTo(PolicyJson.of(BEFORE));
        assertThat(PolicyJson.ofDifference(after, BEFORE)).isEqualTo(PolicyJson.of(after));
    }

    private static VisibilityPolicy policy(List<Rule> rules) {
        return policy(new RuleSet(rules));
    }

    private static VisibilityPolicy policy(RuleSet... sets) {
        return new VisibilityPolicy(MainRuleChoice.of("nobody"), List.of(sets), DisplayOrder.DEPARTMENTS_FIRST);
    }

    private static Rule rule(String id, Effect effect) {
        UserId user = new UserId("u");
        return new Rule(
                new RuleId(id),
                null,
                new Subjects(List.of(user), List.of(), List.of()),
                new Targets(List.of(user), List.of()),
                effect);
    }
}
