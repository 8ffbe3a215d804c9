package org.sightline.visibility.model;

import java.util.List;

/**
 * Supplementary rules of one rank.
 *
 * @param rules in the administrator's order, which has no bearing on decisions
 */
public record RuleSet(List<Rule> rules) {

    /** Takes a copy of the list. */
    public RuleSet {
        rules = List.copyOf(rules);
    }
}
