package org.sightline.apps;

import java.util.Set;
import org.sightline.apps.model.PermissionName;

/**
 * What a member is asked to agree to.
 *
 * @param client      the app, and whose members may agree
 * @param permissions what it would get, as much as is granted to it right now; not empty
 */
public record ConsentRequest(AppClient client, Set<PermissionName> permissions) {

    /** Takes a copy of the permissions. */
    public ConsentRequest {
        permissions = Set.copyOf(permissions);
    }
}
