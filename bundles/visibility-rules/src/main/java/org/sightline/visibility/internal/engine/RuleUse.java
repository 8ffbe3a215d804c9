package org.sightline.visibility.internal.engine;

import java.util.List;
import org.sightline.visibility.model.RuleId;

/**
 * What a rule is good for.
 *
 * @param rule    which one
 * @param ruleSet 1 or 2
 * @param kind    what was found out
 * @param instead rules that decide where this one could, as examples; empty unless it is {@link Kind#SHADOWED}
 */
public record RuleUse(RuleId rule, int ruleSet, Kind kind, List<RuleId> instead) {

    /** What was found out about a rule. */
    public enum Kind {
        /** Some answer would be another one without it. */
        DECIDES,

        /** No active member fits its subjects. */
        NO_SUBJECT,

        /** No department and no active member fits its objects. */
        NO_OBJECT,

        /** Every question it has a match for is answered the same, by rules, without it. */
        SHADOWED,

        /** Too large to be sure of any of these. */
        NOT_PROVED
    }

    /** Takes a copy of the list. */
    public RuleUse {
        instead = List.copyOf(instead);
    }
}
