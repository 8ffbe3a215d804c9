package org.sightline.json;

import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import org.jspecify.annotations.Nullable;

/**
 * A code that somebody received.
 *
 * @param code must be there
 */
public record InvitationCodeJson(
        @Schema(requiredMode = RequiredMode.REQUIRED) @Nullable
        String code) {

    /**
     * Returns the code.
     *
     * @throws org.sightline.problem.ProblemException {@code invalid} when it is missing
     */
    public String toModel() {
        Faults faults = Faults.none();
        String text = faults.text("code", code);
        faults.refuseIfAny();
        return text;
    }

    /** Leaves the code out. */
    @Override
    public String toString() {
        return "InvitationCodeJson[]";
    }
}
