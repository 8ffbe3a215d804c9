package org.sightline.store;

/**
 * Where a tenant stands.
 *
 * @param origin   differs between two tenants that had the same key one after the other
 * @param revision the present one
 */
public record Standing(long origin, long revision) {}
