package org.sightline.trust.model;

/**
 * What one side permits the other, apart from whom it shares.
 *
 * @param access what may be done
 * @param fields what is seen
 */
public record TrustPermissions(TrustAccess access, FieldGrants fields) {

    /** Find and browse, and only the name. */
    public static final TrustPermissions DEFAULT = new TrustPermissions(TrustAccess.FULL, FieldGrants.NAME_ONLY);
}
