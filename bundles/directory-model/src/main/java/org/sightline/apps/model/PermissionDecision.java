package org.sightline.apps.model;

import org.jspecify.annotations.Nullable;

/**
 * What became of one permission that a version asks for.
 *
 * @param permission which one, and for which identity
 * @param state      what became of it
 * @param by         who brought it there
 * @param reason     why the developer asks for it; null when none was needed and none was given
 * @param refusal    why it was rejected; null when it was not
 */
public record PermissionDecision(
        AppPermission permission,
        DecisionState state,
        Decider by,
        @Nullable String reason,
        @Nullable String refusal) {

    /** Whether it waits for an administrator. */
    public boolean isPending() {
        return state == DecisionState.PENDING;
    }

    /** Returns the decision as it is after somebody changed it. */
    public PermissionDecision decided(DecisionState next, Decider decider, @Nullable String why) {
        return new PermissionDecision(permission, next, decider, reason, why);
    }
}
