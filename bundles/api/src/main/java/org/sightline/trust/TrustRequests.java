package org.sightline.trust;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;
import org.sightline.audit.Actor;
import org.sightline.directory.Committed;
import org.sightline.directory.model.TenantKey;
import org.sightline.trust.model.SharingScope;
import org.sightline.trust.model.TrustAccess;
import org.sightline.trust.model.TrustRequest;

/** From an invitation to a relation (docs/concepts.md, "From request to relation"). */
@ProviderType
public interface TrustRequests {

    /**
     * Asks for trust.
     *
     * @param tenant the tenant that scanned the invitation
     * @param share  whom it would share once the request is approved
     * @param access what it would permit: {@link TrustAccess#FULL} or {@link TrustAccess#SEARCH_ONLY}
     * @throws org.sightline.problem.ProblemException in this order {@code invitation_invalid},
     *     {@code invitation_expired}, {@code own_invitation}, {@code already_trusted}, {@code request_open},
     *     {@code plan_not_eligible}, {@code trust_quota_exceeded}, {@code region_mismatch} or what another policy says;
     *     {@code invalid} when {@code share} names what does not exist
     */
    Committed<RequestView> submit(TenantKey tenant, Actor actor, String code, SharingScope share, TrustAccess access);

    /**
     * Agrees, which makes the relation.
     *
     * @param tenant the tenant that invited
     * @throws org.sightline.problem.ProblemException {@code not_found}, {@code forbidden} to the asking side,
     *     {@code already_decided}, and what {@link #submit} says of plan, quota and policies
     */
    Committed<RequestView> approve(TenantKey tenant, Actor actor, String requestId);

    /**
     * Does not agree.
     *
     * @param reason for the asking side; null for none
     * @throws org.sightline.problem.ProblemException {@code not_found}, {@code forbidden} to the asking side,
     *     {@code already_decided}, {@code invalid}
     */
    Committed<RequestView> reject(TenantKey tenant, Actor actor, String requestId, @Nullable String reason);

    /**
     * Takes a request back.
     *
     * @param tenant the tenant that asked
     * @throws org.sightline.problem.ProblemException {@code not_found}, {@code forbidden} to the inviting side,
     *     {@code already_decided}
     */
    Committed<RequestView> withdraw(TenantKey tenant, Actor actor, String requestId);

    /** Returns what turns a tenant's requests into what that tenant sees of them. */
    Function<TrustRequest, RequestView> viewOf(TenantKey tenant);
}
