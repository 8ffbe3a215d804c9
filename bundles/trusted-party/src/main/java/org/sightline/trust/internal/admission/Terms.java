package org.sightline.trust.internal.admission;

import java.util.Optional;
import org.sightline.directory.model.Tenant;
import org.sightline.problem.Problem;

/**
 * What plug-ins say about two tenants. Asked for before anybody's turn to change is taken, since plug-ins may be slow.
 *
 * @param scanning  as they were told
 * @param inviting  as they were told
 * @param quota     how many relations the scanning one may sponsor
 * @param objection why the two may not connect; empty when nobody objects
 */
public record Terms(Tenant scanning, Tenant inviting, int quota, Optional<Problem> objection) {

    /** Whether plug-ins would still be told the same. */
    boolean fit(Tenant scanningNow, Tenant invitingNow) {
        return scanning.equals(scanningNow) && inviting.equals(invitingNow);
    }
}
