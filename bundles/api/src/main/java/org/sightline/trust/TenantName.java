package org.sightline.trust;

import org.sightline.directory.model.TenantKey;

/**
 * Another tenant as everybody who deals with it may know it.
 *
 * @param key  the tenant
 * @param name for people; the key when the tenant is gone
 */
public record TenantName(TenantKey key, String name) {}
