package org.sightline.json;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.sightline.apps.model.PermissionDecision;

/**
 * What became of one permission that a version asks for.
 *
 * @param name         of the permission
 * @param identity     as whom the app would use it
 * @param state        what became of it
 * @param by           who brought it there
 * @param reason       why the developer asks for it; absent when that was not said
 * @param rejectReason why it was rejected; absent when it was not
 */
public record PermissionDecisionJson(
        String name,

        @Schema(allowableValues = {"app", "user"}) String identity,

        @Schema(allowableValues = {"granted", "pending", "rejected", "revoked"})
        String state,

        @Schema(allowableValues = {"rule", "admin", "policy"})
        String by,

        @Nullable String reason,
        @Nullable String rejectReason) {

    /** Returns the form of a decision. */
    public static PermissionDecisionJson of(PermissionDecision decision) {
        return new PermissionDecisionJson(
                decision.permission().name().value(),
                decision.permission().identity().key(),
                decision.state().key(),
                decision.by().key(),
                decision.reason(),
                decision.refusal());
    }
}
