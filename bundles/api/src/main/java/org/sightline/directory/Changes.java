package org.sightline.directory;

import java.util.function.BiFunction;
import java.util.function.Function;
import org.osgi.annotation.versioning.ProviderType;
import org.sightline.audit.Actor;
import org.sightline.directory.model.TenantKey;

/**
 * The one way to change a tenant. Changes of one tenant run one after the other; each is one durable transaction with
 * the tenant's next revision, and its new snapshot is in place before the call returns.
 */
@ProviderType
public interface Changes {

    /**
     * Decides on the present state and commits what was decided. A proposal without state changes commits nothing and
     * keeps the revision.
     *
     * @param decide called with the newest snapshot, possibly again when another server was faster; may refuse by
     *     throwing a {@link org.sightline.problem.ProblemException}, and then nothing has changed
     * @throws org.sightline.problem.ProblemException what {@code decide} throws; {@code not_found} for an unknown
     *     tenant; {@code unavailable} when the store does not take the transaction
     */
    <T> Committed<T> apply(TenantKey tenant, Actor actor, Function<TenantSnapshot, Proposal<T>> decide);

    /**
     * Decides on the present state of two tenants and commits for both in one transaction, each getting its next
     * revision; a tenant for which nothing is proposed keeps its own. Whoever reads one tenant after the call sees the
     * change, and so does whoever reads the other.
     *
     * @param tenant the one whose {@code actor} acts; in the other one's audit log the actor is this tenant
     * @param partner another tenant
     * @param decide called with the newest snapshots, in the same order, as in {@link #apply}
     * @return the result with the revision of {@code tenant}
     * @throws org.sightline.problem.ProblemException as {@link #apply}
     */
    <T> Committed<T> applyJointly(
            TenantKey tenant,
            TenantKey partner,
            Actor actor,
            BiFunction<TenantSnapshot, TenantSnapshot, JointProposal<T>> decide);

    /**
     * Writes down something that changes nothing and is audited all the same, such as looking through somebody else's
     * eyes. It is durable when the method returns, and stands at the tenant's present revision.
     *
     * @throws org.sightline.problem.ProblemException {@code not_found} for an unknown tenant; {@code unavailable} when
     *     the store does not take it
     */
    void note(TenantKey tenant, Actor actor, Proposal.AuditNote note);
}
