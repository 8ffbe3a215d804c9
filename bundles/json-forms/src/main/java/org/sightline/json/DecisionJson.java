package org.sightline.json;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sightline.visibility.Decision;
import org.sightline.visibility.Entry;
import org.sightline.visibility.Match;
import org.sightline.visibility.model.RuleId;

/**
 * The answer to "may A see B?" and why (docs/concepts.md, "The decision").
 *
 * @param visible     the answer
 * @param decidedBy   what settled it
 * @param explanation the decision in words
 * @param matches     the matches of the deciding rule set; empty unless a rule set decided
 */
public record DecisionJson(boolean visible, DecidedByJson decidedBy, String explanation, List<MatchJson> matches) {

    /** Returns the form of a decision. */
    public static DecisionJson of(Decision decision) {
        return new DecisionJson(
                decision.visible(),
                DecidedByJson.of(decision),
                decision.explanation(),
                decision.matches().stream().map(MatchJson::of).toList());
    }

    /**
     * What settled a decision.
     *
     * @param layer    which layer of the policy
     * @param ruleIds  the rules of the deciding effect that were not outranked; empty unless a rule set decided
     * @param fallback true when the main rule is missing or failing, so that {@code nobody} served; absent otherwise
     */
    public record DecidedByJson(
            @Schema(allowableValues = {"self", "status", "rule_set_1", "rule_set_2", "main_rule"})
            String layer,

            List<String> ruleIds,
            @Nullable Boolean fallback) {

        static DecidedByJson of(Decision decision) {
            return new DecidedByJson(
                    decision.layer().key(),
                    decision.rules().stream().map(RuleId::value).toList(),
                    decision.fallback() ? true : null);
        }
    }

    /**
     * A subject entry that fits the viewer together with an object entry that fits the target.
     *
     * @param ruleId    the rule
     * @param ruleSet   1 or 2
     * @param subject   the entry that fits the viewer
     * @param object    the entry that fits the target
     * @param effect    what the rule says
     * @param outranked whether a more specific match overrules this one
     */
    public record MatchJson(
            String ruleId,
            int ruleSet,
            EntryJson subject,
            EntryJson object,
            @Schema(allowableValues = {"visible", "hidden"}) String effect,
            boolean outranked) {

        static MatchJson of(Match match) {
            return new MatchJson(
                    match.rule().value(),
                    match.ruleSet(),
                    EntryJson.of(match.subject()),
                    EntryJson.of(match.object()),
                    match.effect().key(),
                    match.outranked());
        }
    }

    /**
     * One subject or object entry of a rule.
     *
     * @param type what it names
     * @param id   which one
     */
    public record EntryJson(
            @Schema(allowableValues = {"user", "group", "department"})
            String type,

            String id) {

        static EntryJson of(Entry entry) {
            return new EntryJson(entry.type().key(), entry.id());
        }
    }
}
