package org.sightline.trust;

import org.sightline.trust.model.TrustPermissions;

/**
 * What one side permits the other, and where that comes from.
 *
 * @param permissions  what applies
 * @param customAccess whether access is the relation's own and not the tenant's default
 * @param customFields whether the fields are the relation's own and not the tenant's default
 */
public record GrantedPermissions(TrustPermissions permissions, boolean customAccess, boolean customFields) {}
