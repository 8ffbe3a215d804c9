package org.sightline.json;

import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.AccessMode;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sightline.problem.Codes;
import org.sightline.trust.RuleView;
import org.sightline.trust.model.CollaborationRule;
import org.sightline.visibility.model.RuleId;
import org.sightline.visibility.model.Subjects;
import org.sightline.visibility.model.Targets;

/**
 * A collaboration rule (docs/concepts.md, "Collaboration rules").
 *
 * @param ruleId       generated when absent
 * @param subjects     own members, groups and departments; never absent
 * @param objects      the partner's members and departments; never absent
 * @param subjectValid whether any subject is an active member whom we share; only in answers
 * @param objectValid  whether any object is an active member whom the partner shares; only in answers
 */
public record CollaborationRuleJson(
        @Nullable String ruleId,

        @Schema(requiredMode = RequiredMode.REQUIRED) PolicyJson.@Nullable SubjectsJson subjects,

        @Schema(requiredMode = RequiredMode.REQUIRED) PolicyJson.@Nullable ObjectsJson objects,

        @Schema(accessMode = AccessMode.READ_ONLY) @Nullable Boolean subjectValid,

        @Schema(accessMode = AccessMode.READ_ONLY) @Nullable Boolean objectValid) {

    /** Returns the form of a rule with its validity. */
    public static CollaborationRuleJson of(RuleView view) {
        return of(view.rule(), view.subjectValid(), view.objectValid());
    }

    /** Returns the form of a rule alone. */
    static CollaborationRuleJson of(CollaborationRule rule) {
        return of(rule, null, null);
    }

    private static CollaborationRuleJson of(
            CollaborationRule rule, @Nullable Boolean subjectValid, @Nullable Boolean objectValid) {
        return new CollaborationRuleJson(
                rule.id().value(),
                PolicyJson.SubjectsJson.of(rule.subjects()),
                PolicyJson.ObjectsJson.of(rule.objects()),
                subjectValid,
                objectValid);
    }

    /**
     * A rule to be saved.
     *
     * @param id       the rule's
     * @param subjects own members, groups and departments
     * @param objects  the partner's members and departments
     */
    public record Wanted(RuleId id, Subjects subjects, Targets objects) {}

    /**
     * Returns the rule this form stands for.
     *
     * @param inPath the id that the path names; null when it names none
     * @throws org.sightline.problem.ProblemException {@code invalid} with every fault; {@code immutable_field} when the
     *     form names another rule than the path
     */
    public Wanted toModel(@Nullable RuleId inPath) {
        Faults faults = Faults.none();
        if (subjects == null) {
            faults.missing("subjects");
        }
        if (objects == null) {
            faults.missing("objects");
        }
        Wanted wanted = new Wanted(
                id(faults, inPath),
                subjects == null
                        ? new Subjects(List.of(), List.of(), List.of())
                        : subjects.read(faults.below("subjects")),
                objects == null ? new Targets(List.of(), List.of()) : objects.read(faults.below("objects")));
        faults.refuseIfAny();
        return wanted;
    }

    private RuleId id(Faults faults, @Nullable RuleId inPath) {
        if (inPath == null) {
            return faults.optional("rule_id", ruleId, RuleId::new, RuleId::random);
        }
        if (ruleId != null && !ruleId.equals(inPath.value())) {
            faults.add("rule_id", Codes.IMMUTABLE_FIELD, "must be the rule of the path, `" + inPath + "`, or left out");
        }
        return inPath;
    }
}
