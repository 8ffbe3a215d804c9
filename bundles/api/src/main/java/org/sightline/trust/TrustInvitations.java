package org.sightline.trust;

import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.sightline.audit.Actor;
import org.sightline.directory.Committed;
import org.sightline.directory.TenantSnapshot;
import org.sightline.directory.model.TenantKey;

/** Inviting other tenants to ask for trust (docs/concepts.md, "Invitation"). */
@ProviderType
public interface TrustInvitations {

    /**
     * Returns the newest invitation that has not expired; empty when there is none.
     *
     * @throws org.sightline.problem.ProblemException {@code unavailable} when it was sealed with another server's key
     */
    Optional<IssuedInvitation> current(TenantSnapshot own);

    /**
     * Makes a further invitation; earlier ones stay.
     *
     * @throws org.sightline.problem.ProblemException {@code invalid}, {@code limit_exceeded}
     */
    Committed<IssuedInvitation> issue(TenantKey tenant, Actor actor, InvitationTerms terms);

    /** Makes every earlier invitation invalid and returns a new one for anybody; submitted requests stay. */
    Committed<IssuedInvitation> reset(TenantKey tenant, Actor actor);

    /**
     * Tells who invites and whether a request would be accepted.
     *
     * @throws org.sightline.problem.ProblemException {@code invitation_invalid} at {@code /code}
     */
    InspectedInvitation inspect(TenantKey tenant, String code);
}
