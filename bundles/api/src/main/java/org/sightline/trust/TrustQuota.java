package org.sightline.trust;

/**
 * How many trusted parties a tenant may sponsor (docs/concepts.md, "Plans").
 *
 * @param limit how many it may
 * @param used  how many it does
 */
public record TrustQuota(int limit, int used) {}
