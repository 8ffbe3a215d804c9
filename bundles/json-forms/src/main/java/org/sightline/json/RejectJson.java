package org.sightline.json;

import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an administrator rejects.
 *
 * @param reason for the developer
 * @param names  a permission by name, {@code name@app} or {@code name@user}; everything that waits when absent or empty
 */
public record RejectJson(
        @Schema(requiredMode = RequiredMode.REQUIRED) @Nullable
        String reason,

        @Nullable List<@Nullable String> names) {

    /**
     * Returns the names.
     *
     * @throws org.sightline.problem.ProblemException {@code invalid} with every fault
     */
    public List<String> toNames() {
        Faults faults = Faults.none();
        faults.text("reason", reason);
        List<String> read = faults.list("names", names, text -> text);
        faults.refuseIfAny();
        return read;
    }

    /** Returns the reason; empty when there is none, which {@link #toNames} has refused. */
    public String toReason() {
        return reason == null ? "" : reason;
    }
}
