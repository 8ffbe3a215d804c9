package org.sightline.communication.internal;

/**
 * What one member sees of another one.
 *
 * @param relation between their tenants
 * @param sees     whether the one sees the other, in whatever way
 * @param finds    whether a search among visible people finds the other
 */
record Sight(Relation relation, boolean sees, boolean finds) {}
