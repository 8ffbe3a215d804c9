package org.sightline.directory.model;

import java.util.Set;

/**
 * What a member may do as an administrator (docs/concepts.md, "Roles").
 *
 * @param user        the member
 * @param primary     whether everything in the tenant is allowed
 * @param permissions what is allowed beside; without meaning for a primary administrator
 */
public record Administrator(UserId user, boolean primary, Set<AdminPermission> permissions) {

    /** Takes a copy of the set. */
    public Administrator {
        permissions = Set.copyOf(permissions);
    }

    /** Whether this administrator may do what the permission allows. */
    public boolean may(AdminPermission permission) {
        return primary || permissions.contains(permission);
    }
}
