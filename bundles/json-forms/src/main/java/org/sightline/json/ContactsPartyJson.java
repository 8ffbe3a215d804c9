package org.sightline.json;

import org.sightline.directory.model.Tenant;

/**
 * A trusted party as one of our members sees it.
 *
 * @param tenantKey   the trusted party
 * @param name        its name
 * @param memberCount how many of its members the viewer sees in its structure
 */
public record ContactsPartyJson(String tenantKey, String name, int memberCount) {

    /** Returns the form of a trusted party. */
    public static ContactsPartyJson of(Tenant tenant, int memberCount) {
        return new ContactsPartyJson(tenant.key().value(), tenant.name(), memberCount);
    }
}
