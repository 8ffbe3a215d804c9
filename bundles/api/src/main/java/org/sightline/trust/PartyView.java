package org.sightline.trust;

import java.util.Optional;
import org.sightline.trust.model.SharingScope;
import org.sightline.trust.model.TrustPermissions;
import org.sightline.trust.model.TrustedParty;

/**
 * A relation as one of its two sides sees it.
 *
 * @param own          our half
 * @param partner      the other tenant
 * @param granted      what we permit
 * @param theirShare   whom the partner shares; only how many are named is for our eyes
 * @param theirGrants  what the partner permits
 * @param quota        ours
 * @param removal      the removal that waits; empty when none does
 */
public record PartyView(
        TrustedParty own,
        TenantName partner,
        GrantedPermissions granted,
        SharingScope theirShare,
        TrustPermissions theirGrants,
        TrustQuota quota,
        Optional<RemovalView> removal) {}
