package org.sightline.json;

import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import org.jspecify.annotations.Nullable;

/**
 * What a member has decided about being found (docs/concepts.md, "Found by phone number").
 *
 * @param findByPhone whether members of other tenants find them by their phone number; never absent in answers
 */
public record PrivacyJson(
        @Schema(requiredMode = RequiredMode.REQUIRED) @Nullable
        Boolean findByPhone) {

    /**
     * Returns the choice.
     *
     * @throws org.sightline.problem.ProblemException {@code invalid} when it is missing
     */
    public boolean toModel() {
        Faults faults = Faults.none();
        if (findByPhone == null) {
            faults.missing("find_by_phone");
        }
        faults.refuseIfAny();
        return Boolean.TRUE.equals(findByPhone);
    }
}
