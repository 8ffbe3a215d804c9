package org.sightline.trust.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.sightline.directory.model.TenantKey;

/**
 * A request for trust, kept by both sides alike (docs/concepts.md, "From request to relation").
 *
 * @param id         over the whole server
 * @param from       the tenant that scanned the invitation
 * @param to         the tenant that invited
 * @param state      how far it has come
 * @param share      what {@code from} would share
 * @param access     what {@code from} would permit: {@link TrustAccess#FULL} or {@link TrustAccess#SEARCH_ONLY}
 * @param createdAt  when it was submitted
 * @param decision   null while it is pending
 */
public record TrustRequest(
        String id,
        TenantKey from,
        TenantKey to,
        RequestState state,
        SharingScope share,
        TrustAccess access,
        Instant createdAt,
        @Nullable Decision decision) {

    /** Returns the request as it ended. */
    public TrustRequest decided(RequestState end, Decision how) {
        return new TrustRequest(id, from, to, end, share, access, createdAt, how);
    }

    /** Returns the other side, as seen from one of the two. */
    public TenantKey partnerOf(TenantKey side) {
        return side.equals(from) ? to : from;
    }
}
