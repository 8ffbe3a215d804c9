package org.sightline.visibility;

import java.util.List;
import org.sightline.visibility.model.RuleId;

/**
 * The answer to "may A see B?" and why.
 *
 * @param visible     the answer
 * @param layer       which layer decided
 * @param rules       the rules that decided: those of the deciding effect that were not outranked, without repeats;
 *                    empty unless a rule set decided
 * @param fallback    whether the tenant's main rule is missing or failing, so that {@code nobody} served instead
 * @param explanation the decision in words
 * @param matches     the matches of the deciding rule set; empty unless a rule set decided
 */
public record Decision(
        boolean visible, Layer layer, List<RuleId> rules, boolean fallback, String explanation, List<Match> matches) {

    /** Takes copies of the lists. */
    public Decision {
        rules = List.copyOf(rules);
        matches = List.copyOf(matches);
    }
}
