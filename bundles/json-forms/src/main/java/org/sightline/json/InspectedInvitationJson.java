package org.sightline.json;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.sightline.trust.InspectedInvitation;

/**
 * An invitation as its receiver sees it before asking for trust.
 *
 * @param from       who invites
 * @param expiresAt  absent when it does not expire
 * @param canRequest whether a request would be accepted at this moment
 * @param reason     the code with which it would be refused; absent when it would not
 */
public record InspectedInvitationJson(
        TenantNameJson from,
        @Nullable Instant expiresAt,
        boolean canRequest,
        @Nullable String reason) {

    /** Returns the form of an inspected invitation. */
    public static InspectedInvitationJson of(InspectedInvitation invitation) {
        return new InspectedInvitationJson(
                TenantNameJson.of(invitation.from()),
                invitation.expiresAt(),
                invitation.canRequest(),
                invitation.reason());
    }
}
