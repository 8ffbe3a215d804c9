package org.sightline.resources.internal.registry;

import java.util.Locale;
import org.sightline.access.Caller;
import org.sightline.apps.MissingPermission;
import org.sightline.apps.NeededPermissions;
import org.sightline.resources.model.ResourceType;

/** What is done with resources, each of which takes a permission of its own for each type. */
enum Need {
    CREATE,
    READ,
    UPDATE,
    DELETE,
    SHARE,
    UNSHARE;

    /** Whether an app may do this with a type of resource. */
    boolean isMet(Caller.ByApp caller, ResourceType type) {
        return of(type).isMetBy(caller.identity(), caller.permissions());
    }

    /**
     * Makes sure that an app may do this with a type of resource.
     *
     * @throws org.sightline.problem.ProblemException {@code permission_missing}
     */
    void require(Caller.ByApp caller, ResourceType type) {
        if (!isMet(caller, type)) {
            throw MissingPermission.of(caller.identity(), of(type).of(caller.identity()))
                    .exception();
        }
    }

    private NeededPermissions.Need of(ResourceType type) {
        String name = type.key() + "." + name().toLowerCase(Locale.ROOT);
        NeededPermissions.Need need = NeededPermissions.shipped().resources().get(name);
        if (need == null) {
            throw new IllegalStateException("the file of permissions says nothing about `" + name + "`");
        }
        return need;
    }
}
