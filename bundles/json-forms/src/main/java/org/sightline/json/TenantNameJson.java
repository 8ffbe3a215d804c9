package org.sightline.json;

import org.sightline.trust.TenantName;

/**
 * Another tenant.
 *
 * @param tenantKey the tenant
 * @param name      for people
 */
public record TenantNameJson(String tenantKey, String name) {

    /** Returns the form of a tenant's name. */
    public static TenantNameJson of(TenantName tenant) {
        return new TenantNameJson(tenant.key().value(), tenant.name());
    }
}
