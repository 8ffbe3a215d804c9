package org.sightline.visibility.model;

import java.util.List;
import java.util.stream.Stream;

/**
 * All that decides who sees whom in a tenant (docs/concepts.md, "Visibility").
 *
 * @param mainRule     the lowest layer
 * @param ruleSets     at most two; the first outranks the second
 * @param displayOrder how the contacts tree is sorted; without bearing on decisions
 */
public record VisibilityPolicy(MainRuleChoice mainRule, List<RuleSet> ruleSets, DisplayOrder displayOrder) {

    /** How many rule sets a policy can have. */
    public static final int MAX_RULE_SETS = 2;

    /** What a new tenant starts with: everyone sees everyone. */
    public static final VisibilityPolicy DEFAULT =
            new VisibilityPolicy(MainRuleChoice.of("everyone"), List.of(), DisplayOrder.DEPARTMENTS_FIRST);

    /**
     * Takes a copy of the list.
     *
     * @throws IllegalArgumentException when there are more than two rule sets
     */
    public VisibilityPolicy {
        ruleSets = List.copyOf(ruleSets);
        if (ruleSets.size() > MAX_RULE_SETS) {
            throw new IllegalArgumentException("a policy has at most " + MAX_RULE_SETS + " rule sets");
        }
    }

    /** Returns the rules of both sets, the first set's first. */
    public Stream<Rule> rules() {
        return ruleSets.stream().flatMap(set -> set.rules().stream());
    }
}
