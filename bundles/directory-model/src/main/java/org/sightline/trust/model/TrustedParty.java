package org.sightline.trust.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.sightline.directory.model.TenantKey;

/**
 * One tenant's half of a relation: what it grants, and the facts that both halves tell alike. The relation is there only
 * while both tenants have a half with the same {@code relationId}.
 *
 * @param partner       the other tenant
 * @param relationId    the same in both halves, and never the same again
 * @param since         when the request was approved
 * @param sponsor       whose quota the relation counts against: the tenant that scanned the invitation
 * @param share         whom we share with the partner
 * @param customAccess  in place of the tenant's defaults; null when these apply
 * @param customFields  in place of the tenant's defaults; null when these apply
 */
public record TrustedParty(
        TenantKey partner,
        String relationId,
        Instant since,
        TenantKey sponsor,
        SharingScope share,
        @Nullable TrustAccess customAccess,
        @Nullable FieldGrants customFields) {

    /** Returns the half with another sharing scope. */
    public TrustedParty withShare(SharingScope changed) {
        return new TrustedParty(partner, relationId, since, sponsor, changed, customAccess, customFields);
    }

    /** Returns the half with other custom settings; null for the tenant's defaults. */
    public TrustedParty withCustom(@Nullable TrustAccess access, @Nullable FieldGrants fields) {
        return new TrustedParty(partner, relationId, since, sponsor, share, access, fields);
    }

    /** Returns what we permit the partner. */
    public TrustPermissions permissions(TrustPermissions defaults) {
        return new TrustPermissions(
                customAccess == null ? defaults.access() : customAccess,
                customFields == null ? defaults.fields() : customFields);
    }
}
