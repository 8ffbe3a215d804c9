package org.sightline.trust;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.sightline.directory.model.TenantKey;

/**
 * Whom an invitation is for, and for how long (docs/concepts.md, "Invitation").
 *
 * @param expiresAt null when it does not expire
 * @param singleUse whether one submitted request uses it up
 * @param forTenant the only tenant that may use it; null for any
 */
public record InvitationTerms(
        @Nullable Instant expiresAt,
        boolean singleUse,
        @Nullable TenantKey forTenant) {

    /** For anybody, as often as they like, until it is reset. */
    public static final InvitationTerms OPEN = new InvitationTerms(null, false, null);
}
