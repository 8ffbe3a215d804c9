package org.sightline.trust;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.sightline.directory.TenantSnapshot;
import org.sightline.directory.model.TenantKey;

/** Tells which other tenants a tenant trusts right now; without this service there is no sight across a trust. */
@ProviderType
public interface TrustedParties {

    /**
     * Returns the newest state of a trusted partner; empty unless both sides have the same relation.
     *
     * @throws org.sightline.problem.ProblemException {@code unavailable} when the partner cannot be loaded
     */
    Optional<TenantSnapshot> partner(TenantSnapshot own, TenantKey partner);

    /** Returns the newest state of all trusted partners, by key. */
    List<TenantSnapshot> partners(TenantSnapshot own);
}
