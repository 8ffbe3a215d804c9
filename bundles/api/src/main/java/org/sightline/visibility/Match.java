package org.sightline.visibility;

import org.sightline.visibility.model.Effect;
import org.sightline.visibility.model.RuleId;

/**
 * A subject entry that fits the viewer together with an object entry that fits the target, in one rule
 * (docs/concepts.md, "The decision").
 *
 * @param rule      the rule
 * @param ruleSet   1 or 2
 * @param subject   the entry that fits the viewer
 * @param object    the entry that fits the target
 * @param effect    what the rule says
 * @param outranked whether a more specific match of the same set overrules this one
 */
public record Match(RuleId rule, int ruleSet, Entry subject, Entry object, Effect effect, boolean outranked) {}
