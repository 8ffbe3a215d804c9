package org.sightline.resources.internal.delivery;

import java.util.Set;
import org.sightline.apps.model.AppId;
import org.sightline.apps.model.PermissionName;
import org.sightline.directory.TenantSnapshot;
import org.sightline.directory.model.UserId;

/** What members let apps do for them. */
@FunctionalInterface
interface Consents {

    /** Returns what a member lets an app do right now; nothing when they agreed to nothing. */
    Set<PermissionName> of(TenantSnapshot tenant, AppId app, UserId user);
}
