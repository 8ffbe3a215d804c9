package org.sightline.json;

import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sightline.apps.Submission;
import org.sightline.apps.Submission.RequestedPermission;
import org.sightline.apps.model.AppPermission;

/**
 * A version as a developer submits it for release (docs/concepts.md, "Versions").
 *
 * @param version     its name, unique for the app
 * @param permissions what it asks for, each at most once for an identity
 * @param dataRange   whose data it wants to reach as itself; absent to leave that as it is
 * @param events      the events it wants to hear of; none when absent
 */
public record SubmissionJson(
        @Schema(requiredMode = RequiredMode.REQUIRED, example = "1.0.0") @Nullable
        String version,

        @Schema(requiredMode = RequiredMode.REQUIRED) @Nullable
        List<@Nullable RequestJson> permissions,

        @Nullable DataRangeJson dataRange,
        @Nullable List<@Nullable String> events) {

    /**
     * Returns the submission this form stands for.
     *
     * @throws org.sightline.problem.ProblemException {@code invalid} with every fault
     */
    public Submission toModel() {
        Faults faults = Faults.none();
        String name = faults.text("version", version);
        if (permissions == null) {
            faults.missing("permissions");
        }
        List<RequestedPermission> asked = Forms.each(faults, "permissions", permissions, RequestJson::read);
        refuseTwice(asked, faults.below("permissions"));
        Submission submission = new Submission(
                name,
                asked,
                dataRange == null ? null : dataRange.read(faults.below("data_range")),
                faults.list("events", events, text -> text));
        faults.refuseIfAny();
        return submission;
    }

    private static void refuseTwice(List<RequestedPermission> asked, Faults faults) {
        Set<AppPermission> seen = new HashSet<>();
        for (int at = 0; at < asked.size(); at++) {
            if (!seen.add(asked.get(at).permission())) {
                faults.invalid(Integer.toString(at), "`" + asked.get(at).permission() + "` stands in the list twice");
            }
        }
    }

    /**
     * One permission that a version asks for.
     *
     * @param name     of the permission
     * @param identity {@code app} or {@code user}
     * @param reason   why; required for every permission that will be reviewed
     */
    public record RequestJson(
            @Schema(requiredMode = RequiredMode.REQUIRED, example = "contact:user.email:readonly") @Nullable
            String name,

            @Schema(
                    requiredMode = RequiredMode.REQUIRED,
                    allowableValues = {"app", "user"})
            @Nullable
            String identity,

            @Nullable String reason) {

        RequestedPermission read(Faults faults) {
            return new RequestedPermission(AppPermissionName.read(name, identity, faults), Texts.orNull(reason));
        }
    }
}
