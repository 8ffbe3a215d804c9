package org.sightline.json;

import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sightline.apps.model.AppPermission;
import org.sightline.apps.model.Approval;
import org.sightline.apps.model.ApprovalRules;
import org.sightline.apps.model.ApprovalRules.ApprovalException;
import org.sightline.apps.model.ApprovalRules.ByLevel;

/**
 * A tenant's approval rules (docs/concepts.md, "Approval rules").
 *
 * @param app        for the app's own identity; never absent
 * @param user       for a member's identity; never absent
 * @param exceptions permissions that are treated in a way of their own; none when absent
 */
public record ApprovalRulesJson(
        @Schema(requiredMode = RequiredMode.REQUIRED) @Nullable
        AppRulesJson app,

        @Schema(requiredMode = RequiredMode.REQUIRED) @Nullable
        UserRulesJson user,

        @Nullable List<@Nullable ExceptionJson> exceptions) {

    /** Returns the form of approval rules. */
    public static ApprovalRulesJson of(ApprovalRules rules) {
        return new ApprovalRulesJson(
                new AppRulesJson(
                        rules.app().nonSensitive().key(), rules.app().advanced().key()),
                new UserRulesJson(
                        rules.user().nonSensitive().key(),
                        rules.user().advanced().key(),
                        rules.userSpecificSensitive().key()),
                rules.exceptions().stream().map(ExceptionJson::of).toList());
    }

    /**
     * Returns the rules this form stands for.
     *
     * @throws org.sightline.problem.ProblemException {@code invalid} with every fault
     */
    public ApprovalRules toModel() {
        Faults faults = Faults.none();
        if (app == null) {
            faults.missing("app");
        }
        if (user == null) {
            faults.missing("user");
        }
        List<ApprovalException> read = Forms.each(faults, "exceptions", exceptions, ExceptionJson::read);
        refuseTwice(read, faults.below("exceptions"));
        ApprovalRules standIn = ApprovalRules.RECOMMENDED;
        ApprovalRules rules = new ApprovalRules(
                app == null ? standIn.app() : app.read(faults.below("app")),
                user == null ? standIn.user() : user.read(faults.below("user")),
                user == null ? standIn.userSpecificSensitive() : user.readMarked(faults.below("user")),
                read);
        faults.refuseIfAny();
        return rules;
    }

    private static void refuseTwice(List<ApprovalException> exceptions, Faults faults) {
        Set<AppPermission> seen = new HashSet<>();
        for (int at = 0; at < exceptions.size(); at++) {
            AppPermission named = exceptions.get(at).permission();
            if (!seen.add(named)) {
                faults.invalid(Integer.toString(at), "there is another exception for `" + named + "`");
            }
        }
    }

    private static Approval approval(String name, @Nullable String word, Faults faults) {
        return faults.requiredWord(name, word, Approval::ofKey, Approval.REVIEW);
    }

    /**
     * For the app's own identity.
     *
     * @param nonSensitive {@code auto} or {@code review}; never absent
     * @param advanced     {@code auto} or {@code review}; never absent
     */
    public record AppRulesJson(
            @Schema(
                    requiredMode = RequiredMode.REQUIRED,
                    allowableValues = {"auto", "review"})
            @Nullable
            String nonSensitive,

            @Schema(
                    requiredMode = RequiredMode.REQUIRED,
                    allowableValues = {"auto", "review"})
            @Nullable
            String advanced) {

        ByLevel read(Faults faults) {
            return new ByLevel(approval("non_sensitive", nonSensitive, faults), approval("advanced", advanced, faults));
        }
    }

    /**
     * For a member's identity.
     *
     * @param nonSensitive      {@code auto} or {@code review}; never absent
     * @param advanced          {@code auto} or {@code review}; never absent
     * @param specificSensitive {@code auto} or {@code review}, whatever the level; never absent
     */
    public record UserRulesJson(
            @Schema(
                    requiredMode = RequiredMode.REQUIRED,
                    allowableValues = {"auto", "review"})
            @Nullable
            String nonSensitive,

            @Schema(
                    requiredMode = RequiredMode.REQUIRED,
                    allowableValues = {"auto", "review"})
            @Nullable
            String advanced,

            @Schema(
                    requiredMode = RequiredMode.REQUIRED,
                    allowableValues = {"auto", "review"})
            @Nullable
            String specificSensitive) {

        ByLevel read(Faults faults) {
            return new ByLevel(approval("non_sensitive", nonSensitive, faults), approval("advanced", advanced, faults));
        }

        Approval readMarked(Faults faults) {
            return approval("specific_sensitive", specificSensitive, faults);
        }
    }

    /**
     * A permission that is treated in a way of its own.
     *
     * @param name     of the permission; never absent
     * @param identity {@code app} or {@code user}; never absent
     * @param decision {@code auto} or {@code review}; never absent
     */
    public record ExceptionJson(
            @Schema(requiredMode = RequiredMode.REQUIRED) @Nullable
            String name,

            @Schema(
                    requiredMode = RequiredMode.REQUIRED,
                    allowableValues = {"app", "user"})
            @Nullable
            String identity,

            @Schema(
                    requiredMode = RequiredMode.REQUIRED,
                    allowableValues = {"auto", "review"})
            @Nullable
            String decision) {

        static ExceptionJson of(ApprovalException exception) {
            return new ExceptionJson(
                    exception.permission().name().value(),
                    exception.permission().identity().key(),
                    exception.decision().key());
        }

        ApprovalException read(Faults faults) {
            return new ApprovalException(
                    AppPermissionName.read(name, identity, faults), approval("decision", decision, faults));
        }
    }
}
