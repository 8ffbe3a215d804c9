package org.sightline.json;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.sightline.trust.RemovalView;
import org.sightline.trust.model.Decision;
import org.sightline.trust.model.TrustRemoval;

/**
 * A removal that needs, or needed, approval (docs/concepts.md, "Ending a relation").
 *
 * @param removalId   the removal
 * @param direction   {@code outgoing} on the side that removes
 * @param partner     the other side
 * @param state       how far it has come
 * @param requestedBy the member who removes; absent on the other side
 * @param createdAt   when it was asked for
 * @param decidedAt   absent while it is pending
 * @param decidedBy   the member who decided; absent while it is pending, and on the other side
 */
public record TrustRemovalJson(
        String removalId,

        @Schema(allowableValues = {"incoming", "outgoing"}) String direction,

        TenantNameJson partner,

        @Schema(allowableValues = {"pending", "approved", "rejected", "withdrawn"})
        String state,

        @Nullable String requestedBy,
        Instant createdAt,
        @Nullable Instant decidedAt,
        @Nullable String decidedBy) {

    /** Returns the form of a removal. */
    public static TrustRemovalJson of(RemovalView view) {
        TrustRemoval removal = view.removal();
        Decision decision = removal.decision();
        return new TrustRemovalJson(
                removal.id(),
                view.outgoing() ? "outgoing" : "incoming",
                TenantNameJson.of(view.partner()),
                removal.state().key(),
                removal.requestedBy(),
                removal.createdAt(),
                decision == null ? null : decision.at(),
                decision == null ? null : decision.actor());
    }
}
