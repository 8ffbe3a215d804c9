package org.sightline.json;

import io.swagger.v3.oas.annotations.media.Schema;
import org.sightline.visibility.LintFinding;

/**
 * A rule that does nothing, or less than it seems to (docs/concepts.md, "Lint").
 *
 * @param ruleId  the rule
 * @param ruleSet 1 or 2
 * @param code    what was found
 * @param detail  the finding in words, with names
 */
public record LintJson(
        String ruleId,
        int ruleSet,

        @Schema(allowableValues = {"no_subject", "no_object", "shadowed", "entry_gone"})
        String code,

        String detail) {

    /** Returns the form of a finding. */
    public static LintJson of(LintFinding finding) {
        return new LintJson(
                finding.rule().value(), finding.ruleSet(), finding.code().key(), finding.detail());
    }
}
