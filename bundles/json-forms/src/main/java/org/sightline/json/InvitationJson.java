package org.sightline.json;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.sightline.directory.model.TenantKey;
import org.sightline.trust.InvitationTerms;
import org.sightline.trust.IssuedInvitation;

/**
 * An invitation as its own administrators see it.
 *
 * @param code         what the other tenant's administrator sends in; absent in a repeated answer
 * @param link         the code as an address; absent in a repeated answer
 * @param createdAt    the newest is the current one
 * @param expiresAt    absent when it does not expire
 * @param singleUse    whether one submitted request uses it up
 * @param forTenantKey the only tenant that may use it; absent for any
 */
public record InvitationJson(
        @Nullable String code,
        @Nullable String link,
        Instant createdAt,
        @Nullable Instant expiresAt,
        boolean singleUse,
        @Nullable String forTenantKey) {

    /** Returns the form of an invitation. */
    public static InvitationJson of(IssuedInvitation invitation) {
        InvitationTerms terms = invitation.terms();
        TenantKey receiver = terms.forTenant();
        return new InvitationJson(
                invitation.code(),
                invitation.link(),
                invitation.createdAt(),
                terms.expiresAt(),
                terms.singleUse(),
                receiver == null ? null : receiver.value());
    }

    /** Leaves the code out. */
    @Override
    public String toString() {
        return "InvitationJson[createdAt=" + createdAt + "]";
    }
}
