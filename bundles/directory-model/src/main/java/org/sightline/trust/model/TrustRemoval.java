package org.sightline.trust.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.sightline.directory.model.TenantKey;

/**
 * A removal that needs, or needed, the other side's approval; kept by both sides (docs/concepts.md, "Ending a relation").
 *
 * @param id          over the whole server
 * @param relationId  the relation it ends
 * @param from        the tenant that removes
 * @param to          the tenant that is asked
 * @param state       how far it has come
 * @param requestedBy who at {@code from}; known only in that tenant's own copy, null in the other one
 * @param createdAt   when it was asked for
 * @param decision    null while it is pending
 */
public record TrustRemoval(
        String id,
        String relationId,
        TenantKey from,
        TenantKey to,
        RequestState state,
        @Nullable String requestedBy,
        Instant createdAt,
        @Nullable Decision decision) {

    /** Returns the removal as it ended. */
    public TrustRemoval decided(RequestState end, Decision how) {
        return new TrustRemoval(id, relationId, from, to, end, requestedBy, createdAt, how);
    }
}
