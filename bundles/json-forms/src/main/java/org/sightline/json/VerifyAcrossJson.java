package org.sightline.json;

import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import org.jspecify.annotations.Nullable;
import org.sightline.directory.model.TenantKey;
import org.sightline.directory.model.UserId;

/**
 * The question "may our A see B of a trusted party?".
 *
 * @param subjectUserId A; must be there
 * @param partner       the trusted party's tenant key
 * @param objectUserId  B; who does not exist is answered like somebody who is not shared
 */
public record VerifyAcrossJson(
        @Schema(requiredMode = RequiredMode.REQUIRED) @Nullable
        String subjectUserId,

        @Schema(requiredMode = RequiredMode.REQUIRED) @Nullable
        String partner,

        @Schema(requiredMode = RequiredMode.REQUIRED) @Nullable
        String objectUserId) {

    /**
     * Returns the question this form stands for.
     *
     * @throws org.sightline.problem.ProblemException {@code invalid} with every fault
     */
    public Question toModel() {
        Faults faults = Faults.none();
        UserId subject = faults.required("subject_user_id", subjectUserId, UserId::new, UserId::random);
        TenantKey tenant = faults.required("partner", partner, TenantKey::new, TenantKey::random);
        UserId object = faults.required("object_user_id", objectUserId, UserId::new, UserId::random);
        faults.refuseIfAny();
        return new Question(subject, tenant, object);
    }

    /**
     * "May our A see B of a trusted party?"
     *
     * @param subject A
     * @param partner whose member B is
     * @param object  B
     */
    public record Question(UserId subject, TenantKey partner, UserId object) {}
}
