package org.sightline.json;

import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import org.jspecify.annotations.Nullable;
import org.sightline.trust.model.TrustSettings;

/**
 * How a tenant's relations end.
 *
 * @param removalRequiresApproval whether a partner who ends the relation waits for our approval; never absent
 */
public record TrustSettingsJson(
        @Schema(requiredMode = RequiredMode.REQUIRED) @Nullable
        Boolean removalRequiresApproval) {

    /** Returns the form of the settings. */
    public static TrustSettingsJson of(TrustSettings settings) {
        return new TrustSettingsJson(settings.removalRequiresApproval());
    }

    /**
     * Returns the value.
     *
     * @throws org.sightline.problem.ProblemException {@code invalid} when it is missing
     */
    public boolean toModel() {
        Faults faults = Faults.none();
        if (removalRequiresApproval == null) {
            faults.missing("removal_requires_approval");
        }
        faults.refuseIfAny();
        return Boolean.TRUE.equals(removalRequiresApproval);
    }
}
