package org.sightline.communication;

import org.sightline.directory.model.TenantKey;
import org.sightline.directory.model.UserId;

/**
 * Somebody whom a member may know by name and no more.
 *
 * @param tenant whose member
 * @param user   which member
 * @param name   their name
 */
public record Peer(TenantKey tenant, UserId user, String name) {}
