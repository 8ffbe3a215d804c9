package org.sightline.json;

import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import org.jspecify.annotations.Nullable;

/**
 * A new password.
 *
 * @param password must be there
 */
public record PasswordJson(
        @Schema(requiredMode = RequiredMode.REQUIRED) @Nullable
        String password) {

    /**
     * Returns the password.
     *
     * @throws org.sightline.problem.ProblemException {@code invalid} when it is missing
     */
    public String toModel() {
        Faults faults = Faults.none();
        String text = faults.text("password", password);
        faults.refuseIfAny();
        return text;
    }

    /** Leaves the password out. */
    @Override
    public String toString() {
        return "PasswordJson[]";
    }
}
