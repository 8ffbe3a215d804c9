package org.sightline.directory;

import java.time.Instant;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.sightline.directory.model.TenantKey;

/** Tenants as they were (docs/concepts.md, "Revisions"). */
@ProviderType
public interface History {

    /**
     * Returns a tenant's state at a revision.
     *
     * @throws org.sightline.problem.ProblemException {@code not_found} for an unknown tenant, {@code invalid} for a
     *     revision it has not reached, {@code revision_not_retained} for one that is not kept any more,
     *     {@code unavailable} when the state cannot be loaded
     */
    TenantSnapshot at(TenantKey tenant, long revision);

    /**
     * Returns a tenant's state at an instant.
     *
     * @throws org.sightline.problem.ProblemException {@code not_found} for an unknown tenant, {@code invalid} for an
     *     instant before the tenant was created or in the future, {@code revision_not_retained} when the state then is not
     *     kept any more, {@code unavailable} when it cannot be loaded
     */
    TenantSnapshot at(TenantKey tenant, Instant instant);

    /**
     * Keeps a state that will be asked for again by {@link #kept}: for ten minutes after it was last asked for, as far
     * as memory allows, and not longer than its tenant is there.
     */
    void keep(TenantSnapshot state);

    /**
     * Returns a tenant's state at a revision without loading it; empty when it is neither the present one nor kept.
     *
     * @throws org.sightline.problem.ProblemException {@code not_found} for an unknown tenant
     */
    Optional<TenantSnapshot> kept(TenantKey tenant, long revision);

    /** Forgets states older than a revision that are in memory, since the store does not keep them any more. */
    void forgetBefore(TenantKey tenant, long revision);
}
