package org.sightline.json;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.sightline.visibility.TrustDecision;
import org.sightline.visibility.model.RuleId;

/**
 * The answer to "may our A see B of a trusted party?" and why (docs/concepts.md, "Sight across a trust").
 *
 * @param find        whether A may find B by search
 * @param browse      whether A sees B in the structure
 * @param explanation the decision in words
 * @param ruleIds     our collaboration rules that join the two
 * @param checks      all that must hold; {@code find} needs all but the last, {@code browse} all but the one before it
 */
public record TrustDecisionJson(
        boolean find, boolean browse, String explanation, List<String> ruleIds, List<CheckJson> checks) {

    /** Returns the form of a decision. */
    public static TrustDecisionJson of(TrustDecision decision) {
        return new TrustDecisionJson(
                decision.find(),
                decision.browse(),
                decision.explanation(),
                decision.rules().stream().map(RuleId::value).toList(),
                decision.checks().stream()
                        .map(result -> new CheckJson(result.check().key(), result.holds()))
                        .toList());
    }

    /**
     * The result of one check.
     *
     * @param check which
     * @param holds whether it holds
     */
    public record CheckJson(
            @Schema(
                    allowableValues = {
                        "relation_active",
                        "subject_active",
                        "subject_in_our_scope",
                        "object_in_their_scope",
                        "rule",
                        "find",
                        "browse"
                    })
            String check,

            boolean holds) {}
}
