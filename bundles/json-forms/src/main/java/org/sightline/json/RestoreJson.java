package org.sightline.json;

import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import org.jspecify.annotations.Nullable;

/**
 * A restore that is asked for.
 *
 * @param name           of the backup's file
 * @param acceptOtherKey whether secrets that are sealed with another server's key may become unreadable; not when absent
 */
public record RestoreJson(
        @Schema(requiredMode = RequiredMode.REQUIRED) @Nullable
        String name,

        @Nullable Boolean acceptOtherKey) {

    /**
     * Returns the name.
     *
     * @throws org.sightline.problem.ProblemException {@code invalid}
     */
    public String toName() {
        Faults faults = Faults.none();
        String read = faults.text("name", name);
        faults.refuseIfAny();
        return read;
    }

    /** Returns whether another key is fine. */
    public boolean toAcceptance() {
        return Boolean.TRUE.equals(acceptOtherKey);
    }
}
