package org.sightline.json;

import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import org.jspecify.annotations.Nullable;
import org.sightline.directory.model.DepartmentId;
import org.sightline.directory.model.UserId;

/**
 * The question "may A see B?"; B is a member or a department, named by exactly one of the two.
 *
 * @param subjectUserId      A; must be there
 * @param objectUserId       B as a member
 * @param objectDepartmentId B as a department
 */
public record VerifyJson(
        @Schema(requiredMode = RequiredMode.REQUIRED) @Nullable
        String subjectUserId,

        @Nullable String objectUserId,
        @Nullable String objectDepartmentId) {

    /**
     * Returns the question this form stands for.
     *
     * @throws org.sightline.problem.ProblemException {@code invalid} with every fault
     */
    public Question toModel() {
        Faults faults = Faults.none();
        UserId subject = faults.required("subject_user_id", subjectUserId, UserId::new, UserId::random);
        if (objectUserId == null && objectDepartmentId == null) {
            faults.invalid("object_user_id", "`object_user_id` or `object_department_id` is missing");
        }
        if (objectUserId != null && objectDepartmentId != null) {
            faults.invalid("object_department_id", "give `object_user_id` or `object_department_id`, not both");
        }
        UserId user = objectUserId == null
                ? null
                : faults.required("object_user_id", objectUserId, UserId::new, UserId::random);
        DepartmentId department = objectDepartmentId == null
                ? null
                : faults.required("object_department_id", objectDepartmentId, DepartmentId::new, DepartmentId::random);
        faults.refuseIfAny();
        return new Question(subject, user, department);
    }

    /**
     * "May A see B?" with exactly one B.
     *
     * @param subject    A
     * @param user       B as a member; null when B is a department
     * @param department B as a department; null when B is a member
     */
    public record Question(
            UserId subject, @Nullable UserId user, @Nullable DepartmentId department) {}
}
