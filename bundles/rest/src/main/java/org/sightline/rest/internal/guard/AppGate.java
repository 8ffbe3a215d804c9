package org.sightline.rest.internal.guard;

import jakarta.ws.rs.container.ResourceInfo;
import java.util.List;
import org.sightline.access.Caller;
import org.sightline.apps.MissingPermission;
import org.sightline.apps.NeededPermissions;
import org.sightline.apps.NeededPermissions.Need;
import org.sightline.apps.model.Identity;
import org.sightline.apps.model.PermissionName;
import org.sightline.problem.ProblemException;

/** Which permissions let an app through to one operation (docs/api.md, "What apps may call"). */
public final class AppGate {

    private static final Need NOTHING = new Need(List.of(), List.of());

    private final Need need;

    private AppGate(Need need) {
        this.need = need;
    }

    /**
     * Returns the gate of a resource method.
     *
     * @throws IllegalStateException when the method lets in apps of which the permissions say nothing, or the other way
     */
    static AppGate of(ResourceInfo resource, List<Role> roles, NeededPermissions permissions) {
        Address address = Address.of(resource.getResourceMethod());
        Need need = permissions.operation(address.method(), address.path()).orElse(NOTHING);
        if (roles.contains(Role.APP) == need.app().isEmpty()
                || roles.contains(Role.DELEGATE) == need.user().isEmpty()) {
            throw new IllegalStateException(
                    address + " lets in other apps than the permissions say: " + roles + ", " + need);
        }
        return new AppGate(need);
    }

    /**
     * Lets an app through that has one of the permissions, or needs none.
     *
     * @throws ProblemException {@code permission_missing}
     */
    void check(Caller.ByApp app) {
        List<PermissionName> names = need.of(app.identity());
        if (!names.isEmpty() && !need.isMetBy(app.identity(), app.permissions())) {
            throw missing(app.identity(), names);
        }
    }

    /** Returns the refusal of an app that has none of some permissions. */
    public static ProblemException missing(Identity identity, List<PermissionName> names) {
        return MissingPermission.of(identity, names).exception();
    }
}
