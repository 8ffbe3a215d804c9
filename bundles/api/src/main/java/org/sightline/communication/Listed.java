package org.sightline.communication;

import org.jspecify.annotations.Nullable;

/**
 * A record in a member's list.
 *
 * @param <T>   what is listed
 * @param tie   the record
 * @param name  of the other one; null where the member may not learn it
 * @param shown false while the other one is not an active member; such a record keeps its place and is not shown
 */
public record Listed<T>(T tie, @Nullable String name, boolean shown) {}
