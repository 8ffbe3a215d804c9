package org.sightline.spi;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;
import org.sightline.apps.model.Permission;

/**
 * Adds permissions that apps can ask for. Register an implementation as an OSGi service; its permissions are in the
 * catalogue while it is there. Of several that name the same permission the one with the highest service ranking
 * counts; all of them outrank what the server ships, and the operator's file outranks them
 * (docs/concepts.md, "Permissions").
 */
@ConsumerType
public interface PermissionCatalogue {

    /** Returns the permissions. Called once, when the service arrives. */
    List<Permission> permissions();
}
