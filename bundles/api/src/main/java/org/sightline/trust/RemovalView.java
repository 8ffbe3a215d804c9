package org.sightline.trust;

import org.sightline.trust.model.TrustRemoval;

/**
 * A removal as one of the two sides sees it.
 *
 * @param removal  the removal, in that side's copy
 * @param partner  the other side
 * @param outgoing whether it is the removing side that looks
 */
public record RemovalView(TrustRemoval removal, TenantName partner, boolean outgoing) {}
