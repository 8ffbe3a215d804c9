package org.sightline.trust;

import java.util.Optional;
import java.util.function.Function;
import org.osgi.annotation.versioning.ProviderType;
import org.sightline.audit.Actor;
import org.sightline.directory.Committed;
import org.sightline.directory.model.TenantKey;
import org.sightline.trust.model.TrustRemoval;

/** Ending relations (docs/concepts.md, "Ending a relation"). */
@ProviderType
public interface TrustRemovals {

    /**
     * Ends a relation, or asks the other side to approve that.
     *
     * @return the removal that waits now; empty when the relation has ended
     * @throws org.sightline.problem.ProblemException {@code not_found}; {@code conflict} while a removal waits
     */
    Committed<Optional<RemovalView>> remove(TenantKey tenant, Actor actor, TenantKey partner);

    /**
     * Approves a removal, which ends the relation.
     *
     * @param tenant the side that was asked
     * @throws org.sightline.problem.ProblemException {@code not_found}, {@code forbidden} to the removing side,
     *     {@code already_decided}
     */
    Committed<RemovalView> approve(TenantKey tenant, Actor actor, String removalId);

    /**
     * Rejects a removal; the relation stays.
     *
     * @param tenant the side that was asked
     * @throws org.sightline.problem.ProblemException {@code not_found}, {@code forbidden} to the removing side,
     *     {@code already_decided}
     */
    Committed<RemovalView> reject(TenantKey tenant, Actor actor, String removalId);

    /**
     * Takes a removal back; the relation stays.
     *
     * @param tenant the side that removes
     * @throws org.sightline.problem.ProblemException {@code not_found}, {@code forbidden} to the side that was asked,
     *     {@code already_decided}
     */
    Committed<RemovalView> withdraw(TenantKey tenant, Actor actor, String removalId);

    /** Returns what turns a tenant's removals into what that tenant sees of them. */
    Function<TrustRemoval, RemovalView> viewOf(TenantKey tenant);
}
