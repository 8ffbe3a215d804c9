package org.sightline.apps;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.sightline.apps.model.Permission;
import org.sightline.apps.model.PermissionName;

/** The catalogue of permissions as it is right now: the server's own, the operator's and those of bundles. */
@ProviderType
public interface AppPermissions {

    /** Returns all permissions by name. */
    List<Permission> list();

    /** Returns a permission; empty for an unknown name. */
    Optional<Permission> find(PermissionName name);
}
