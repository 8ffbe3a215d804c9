package org.sightline.trust;

import org.jspecify.annotations.Nullable;
import org.sightline.trust.model.TrustRequest;

/**
 * A request for trust as one of the two sides sees it.
 *
 * @param request  the request; whom it shares is for the asking side's eyes only
 * @param from     the tenant that asks
 * @param to       the tenant that invited
 * @param outgoing whether it is the asking side that looks
 */
public record RequestView(TrustRequest request, TenantName from, TenantName to, boolean outgoing) {

    /** Returns who decided; null while nobody has, and when it was the other side. */
    public @Nullable String decidedBy() {
        return request.decision() == null ? null : request.decision().actor();
    }
}
