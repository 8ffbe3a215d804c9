package org.sightline.apps.model;

/**
 * What the catalogue says about a permission for one identity.
 *
 * @param level       how sensitive it is
 * @param recommended what the platform recommends to tenants; a tenant's own rules may say otherwise
 */
public record PermissionUse(PermissionLevel level, Approval recommended) {}
