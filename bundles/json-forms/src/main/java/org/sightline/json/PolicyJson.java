package org.sightline.json;

import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sightline.directory.model.DepartmentId;
import org.sightline.directory.model.GroupId;
import org.sightline.directory.model.UserId;
import org.sightline.visibility.model.DisplayOrder;
import org.sightline.visibility.model.Effect;
import org.sightline.visibility.model.MainRuleChoice;
import org.sightline.visibility.model.Rule;
import org.sightline.visibility.model.RuleId;
import org.sightline.visibility.model.RuleSet;
import org.sightline.visibility.model.Subjects;
import org.sightline.visibility.model.Targets;
import org.sightline.visibility.model.VisibilityPolicy;

/**
 * A tenant's visibility policy (docs/concepts.md, "Visibility").
 *
 * @param mainRule     the lowest layer; never absent
 * @param ruleSets     at most two, the first outranks the second; none when absent
 * @param displayOrder {@code departments_first}, also when absent, or {@code members_first}
 */
public record PolicyJson(
        @Schema(requiredMode = RequiredMode.REQUIRED) @Nullable
        MainRuleChoiceJson mainRule,

        @Schema(requiredMode = RequiredMode.REQUIRED) @Nullable
        List<@Nullable RuleSetJson> ruleSets,

        @Schema(allowableValues = {"departments_first", "members_first"}) @Nullable
        String displayOrder) {

    /** Returns the form of a policy. */
    public static PolicyJson of(VisibilityPolicy policy) {
        return new PolicyJson(
                MainRuleChoiceJson.of(policy.mainRule()),
                policy.ruleSets().stream().map(RuleSetJson::of).toList(),
                policy.displayOrder().key());
    }

    /** Returns the form of a policy with only those rules that another policy does not have in the same set. */
    public static PolicyJson ofDifference(VisibilityPolicy policy, VisibilityPolicy other) {
        List<RuleSet> sets = new ArrayList<>();
        for (int set = 0; set < policy.ruleSets().size(); set++) {
            Set<Rule> common = set < other.ruleSets().size()
                    ? Set.copyOf(other.ruleSets().get(set).rules())
                    : Set.of();
            sets.add(new RuleSet(policy.ruleSets().get(set).rules().stream()
                    .filter(rule -> !common.contains(rule))
                    .toList()));
        }
        return of(new VisibilityPolicy(policy.mainRule(), sets, policy.displayOrder()));
    }

    /**
     * Returns the policy this form stands for; rules without an id get one.
     *
     * @throws org.sightline.problem.ProblemException {@code invalid} with every fault
     */
    public VisibilityPolicy toModel() {
        return toModel(Faults.none());
    }

    /**
     * Returns the policy this form stands for where the form lies inside a larger document.
     *
     * @param faults seen from the form's place
     * @throws org.sightline.problem.ProblemException {@code invalid} with every fault
     */
    public VisibilityPolicy toModel(Faults faults) {
        if (mainRule == null) {
            faults.missing("main_rule");
        }
        if (ruleSets != null && ruleSets.size() > VisibilityPolicy.MAX_RULE_SETS) {
            faults.invalid("rule_sets", "there are at most " + VisibilityPolicy.MAX_RULE_SETS + " rule sets");
        }
        MainRuleChoice choice =
                mainRule == null ? VisibilityPolicy.DEFAULT.mainRule() : mainRule.read(faults.below("main_rule"));
        List<RuleSet> sets = Forms.each(faults, "rule_sets", ruleSets, RuleSetJson::read);
        DisplayOrder order = faults.word(
                "display_order", displayOrder, DisplayOrder::ofKey, VisibilityPolicy.DEFAULT.displayOrder());
        faults.refuseIfAny();
        return new VisibilityPolicy(choice, sets, order);
    }

    /**
     * The chosen main rule.
     *
     * @param type      a registered main rule; never absent
     * @param unitTypes the unit types that count for {@code own_unit}; absent for all
     * @param params    what the type's own schema allows; absent for none
     */
    public record MainRuleChoiceJson(
            @Schema(requiredMode = RequiredMode.REQUIRED, example = "own_department") @Nullable
            String type,

            @Nullable List<@Nullable String> unitTypes,
            @Nullable Map<String, @Nullable Object> params) {

        static MainRuleChoiceJson of(MainRuleChoice choice) {
            return new MainRuleChoiceJson(
                    choice.type(),
                    choice.unitTypes().isEmpty() ? null : List.copyOf(choice.unitTypes()),
                    choice.parameters().isEmpty() ? null : choice.parameters());
        }

        MainRuleChoice read(Faults faults) {
            return new MainRuleChoice(
                    faults.text("type", type),
                    faults.list("unit_types", unitTypes, text -> text),
                    params == null ? Map.of() : PlainValues.object(faults.below("params"), params));
        }
    }

    /**
     * Rules of one rank.
     *
     * @param rules in the administrator's order, which has no bearing on decisions; none when absent
     */
    public record RuleSetJson(
            @Schema(requiredMode = RequiredMode.REQUIRED) @Nullable
            List<@Nullable RuleJson> rules) {

        static RuleSetJson of(RuleSet set) {
            return new RuleSetJson(set.rules().stream().map(RuleJson::of).toList());
        }

        RuleSet read(Faults faults) {
            return new RuleSet(Forms.each(faults, "rules", rules, RuleJson::read));
        }
    }

    /**
     * A supplementary rule.
     *
     * @param ruleId   generated when absent
     * @param name     for people; absent when nobody named it
     * @param subjects the viewers it is about; never absent
     * @param objects  what they see or do not see; never absent
     * @param effect   {@code visible} or {@code hidden}; never absent
     */
    public record RuleJson(
            @Nullable String ruleId,
            @Nullable String name,

            @Schema(requiredMode = RequiredMode.REQUIRED) @Nullable
            SubjectsJson subjects,

            @Schema(requiredMode = RequiredMode.REQUIRED) @Nullable
            ObjectsJson objects,

            @Schema(
                    requiredMode = RequiredMode.REQUIRED,
                    allowableValues = {"visible", "hidden"})
            @Nullable
            String effect) {

        static RuleJson of(Rule rule) {
            return new RuleJson(
                    rule.id().value(),
                    rule.name(),
                    SubjectsJson.of(rule.subjects()),
                    ObjectsJson.of(rule.objects()),
                    rule.effect().key());
        }

        Rule read(Faults faults) {
            if (subjects == null) {
                faults.missing("subjects");
            }
            if (objects == null) {
                faults.missing("objects");
            }
            return new Rule(
                    faults.optional("rule_id", ruleId, RuleId::new, RuleId::random),
                    Texts.orNull(name),
                    subjects == null
                            ? new Subjects(List.of(), List.of(), List.of())
                            : subjects.read(faults.below("subjects")),
                    objects == null ? new Targets(List.of(), List.of()) : objects.read(faults.below("objects")),
                    faults.requiredWord("effect", effect, Effect::ofKey, Effect.VISIBLE));
        }
    }

    /**
     * The viewers a rule is about; the entries are alternatives, and absent lists are empty.
     *
     * @param userIds       members named one by one
     * @param groupIds      everyone in the group
     * @param departmentIds everyone in the department and below
     */
    public record SubjectsJson(
            @Nullable List<@Nullable String> userIds,
            @Nullable List<@Nullable String> groupIds,
            @Nullable List<@Nullable String> departmentIds) {

        static SubjectsJson of(Subjects subjects) {
            return new SubjectsJson(
                    texts(subjects.members().stream().map(UserId::value).toList()),
                    texts(subjects.groups().stream().map(GroupId::value).toList()),
                    texts(subjects.departments().stream()
                            .map(DepartmentId::value)
                            .toList()));
        }

        Subjects read(Faults faults) {
            return new Subjects(
                    faults.list("user_ids", userIds, UserId::new),
                    faults.list("group_ids", groupIds, GroupId::new),
                    faults.list("department_ids", departmentIds, DepartmentId::new));
        }
    }

    /**
     * What a rule's subjects see or do not see; the entries are alternatives, and absent lists are empty.
     *
     * @param userIds       members named one by one
     * @param departmentIds the department itself, all below it, and everyone in these
     */
    public record ObjectsJson(
            @Nullable List<@Nullable String> userIds,
            @Nullable List<@Nullable String> departmentIds) {

        static ObjectsJson of(Targets objects) {
            return new ObjectsJson(
                    texts(objects.members().stream().map(UserId::value).toList()),
                    texts(objects.departments().stream()
                            .map(DepartmentId::value)
                            .toList()));
        }

        Targets read(Faults faults) {
            return new Targets(
                    faults.list("user_ids", userIds, UserId::new),
                    faults.list("department_ids", departmentIds, DepartmentId::new));
        }
    }

    private static @Nullable List<@Nullable String> texts(List<String> ids) {
        return ids.isEmpty() ? null : List.copyOf(ids);
    }
}
