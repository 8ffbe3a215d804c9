package org.sightline.trust.internal.relation;

import java.util.Optional;
import org.sightline.directory.TenantSnapshot;
import org.sightline.trust.GrantedPermissions;
import org.sightline.trust.PartyView;
import org.sightline.trust.RemovalView;
import org.sightline.trust.TrustQuota;
import org.sightline.trust.internal.Trust;
import org.sightline.trust.internal.admission.TrustQuotas;
import org.sightline.trust.model.TrustPermissions;
import org.sightline.trust.model.TrustState;
import org.sightline.trust.model.TrustedParty;

/** A relation as one side sees it: all of its own half, and of the other one what it grants. */
final class PartyViews {

    private PartyViews() {}

    /**
     * Shows a relation.
     *
     * @param limit how many relations the own tenant may sponsor
     * @throws org.sightline.problem.ProblemException {@code not_found} unless both sides have it
     */
    static PartyView of(TenantSnapshot own, TenantSnapshot partner, int limit) {
        TrustedParty ours = Trust.half(own, partner);
        TrustedParty theirs = Trust.half(partner, own);
        Optional<RemovalView> removal = own.trust()
                .pendingRemoval(ours.partner())
                .map(waiting -> new RemovalView(
                        waiting, Trust.name(partner), waiting.from().equals(Trust.key(own))));
        return new PartyView(
                ours,
                Trust.name(partner),
                granted(own.trust(), ours),
                theirs.share(),
                theirs.permissions(partner.trust().settings().defaults()),
                new TrustQuota(limit, TrustQuotas.used(own)),
                removal);
    }

    /** Returns what a half permits. */
    static GrantedPermissions granted(TrustState trust, TrustedParty half) {
        TrustPermissions permissions = half.permissions(trust.settings().defaults());
        return new GrantedPermissions(permissions, half.customAccess() != null, half.customFields() != null);
    }
}
