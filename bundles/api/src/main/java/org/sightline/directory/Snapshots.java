package org.sightline.directory;

import org.osgi.annotation.versioning.ProviderType;
import org.sightline.directory.model.TenantKey;

/** The present state of tenants, in memory; a tenant is loaded when it is first asked for. */
@ProviderType
public interface Snapshots {

    /**
     * Returns the newest state; whoever acknowledged a change before the call sees it.
     *
     * @throws org.sightline.problem.ProblemException {@code not_found} for an unknown tenant, {@code unavailable} when
     *     it cannot be loaded
     */
    TenantSnapshot current(TenantKey tenant);

    /**
     * Returns a state not older than a revision, waiting up to two seconds for it.
     *
     * @throws org.sightline.problem.ProblemException as {@link #current(TenantKey)}; {@code unavailable} when the
     *     revision does not come in time
     */
    TenantSnapshot current(TenantKey tenant, long atLeast);
}
