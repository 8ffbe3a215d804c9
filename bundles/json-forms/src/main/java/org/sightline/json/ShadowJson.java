package org.sightline.json;

import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.sightline.visibility.PreviewResult;
import org.sightline.visibility.ShadowReport;
import org.sightline.visibility.model.MainRuleChoice;
import org.sightline.visibility.model.Shadow;

/**
 * A candidate main rule that is only compared (docs/concepts.md, "Shadow").
 *
 * @param mainRule  the candidate
 * @param since     when comparing began
 * @param compared  how many answers were compared
 * @param wouldGain how many of them would become "yes"
 * @param wouldLose how many of them would become "no"
 * @param samples   some of the pairs whose answers would change
 * @param state     {@code comparing}, {@code missing} or {@code failed}
 * @param detail    why comparing does not go on; absent when it does
 */
public record ShadowJson(
        PolicyJson.MainRuleChoiceJson mainRule,
        Instant since,
        long compared,
        long wouldGain,
        long wouldLose,
        PreviewJson.SamplesJson samples,

        @Schema(allowableValues = {"comparing", "missing", "failed"})
        String state,

        @Nullable String detail) {

    /** Returns the form of a report. */
    public static ShadowJson of(ShadowReport report) {
        return new ShadowJson(
                PolicyJson.MainRuleChoiceJson.of(report.shadow().candidate()),
                report.shadow().since(),
                report.compared(),
                report.wouldGain(),
                report.wouldLose(),
                new PreviewJson.SamplesJson(pairs(report.gained()), pairs(report.lost())),
                report.state().name().toLowerCase(Locale.ROOT),
                report.detail().isEmpty() ? null : report.detail());
    }

    private static List<List<String>> pairs(List<PreviewResult.Pair> pairs) {
        return pairs.stream()
                .map(pair -> List.of(pair.viewer().value(), pair.target().value()))
                .toList();
    }

    /**
     * Which candidate to compare.
     *
     * @param mainRule the candidate; never absent
     */
    public record CandidateJson(
            @Schema(requiredMode = RequiredMode.REQUIRED) PolicyJson.@Nullable MainRuleChoiceJson mainRule) {

        /** Returns the form of what is compared. */
        static CandidateJson of(Shadow shadow) {
            return new CandidateJson(PolicyJson.MainRuleChoiceJson.of(shadow.candidate()));
        }

        /**
         * Returns the choice this form stands for.
         *
         * @throws org.sightline.problem.ProblemException {@code invalid} with every fault
         */
        public MainRuleChoice toModel() {
            Faults faults = Faults.none();
            if (mainRule == null) {
                faults.missing("main_rule");
            }
            faults.refuseIfAny();
            MainRuleChoice choice = mainRule == null ? MainRuleChoice.of("") : mainRule.read(faults.below("main_rule"));
            faults.refuseIfAny();
            return choice;
        }
    }
}
