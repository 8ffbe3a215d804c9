package org.sightline.trust.model;

/**
 * A tenant's settings for all its trusted parties.
 *
 * @param defaults                what applies where a relation has no custom settings
 * @param removalRequiresApproval whether a partner who ends the relation waits for our approval
 */
public record TrustSettings(TrustPermissions defaults, boolean removalRequiresApproval) {

    /** As every tenant begins. */
    public static final TrustSettings DEFAULT = new TrustSettings(TrustPermissions.DEFAULT, false);
}
