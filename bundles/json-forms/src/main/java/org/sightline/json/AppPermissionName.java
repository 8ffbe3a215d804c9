package org.sightline.json;

import org.jspecify.annotations.Nullable;
import org.sightline.apps.model.AppPermission;
import org.sightline.apps.model.Identity;
import org.sightline.apps.model.PermissionName;

/** Reads the two fields {@code name} and {@code identity} that together say what an app asks for. */
final class AppPermissionName {

    /** Takes the place of a name that cannot be read, and never gets out. */
    private static final PermissionName STAND_IN = new PermissionName("none");

    private AppPermissionName() {}

    static AppPermission read(@Nullable String name, @Nullable String identity, Faults faults) {
        return new AppPermission(
                faults.required("name", name, PermissionName::new, () -> STAND_IN),
                faults.requiredWord("identity", identity, Identity::ofKey, Identity.APP));
    }
}
