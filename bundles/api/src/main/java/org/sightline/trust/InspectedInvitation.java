package org.sightline.trust;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An invitation as its receiver sees it before asking for trust.
 *
 * @param from       who invites
 * @param expiresAt  null when it does not expire
 * @param canRequest whether a request would be accepted at this moment
 * @param reason     the code with which it would be refused; null when it would not
 */
public record InspectedInvitation(
        TenantName from,
        @Nullable Instant expiresAt,
        boolean canRequest,
        @Nullable String reason) {}
