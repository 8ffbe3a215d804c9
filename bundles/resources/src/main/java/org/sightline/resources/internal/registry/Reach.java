package org.sightline.resources.internal.registry;

import org.sightline.access.Caller;
import org.sightline.apps.model.App;
import org.sightline.apps.model.DataRange;
import org.sightline.directory.TenantSnapshot;
import org.sightline.directory.model.DirectorySnapshot;
import org.sightline.directory.model.UserId;
import org.sightline.visibility.Visibility;

/** Whom a caller can name: an app those in its data range, an app for a member those whom that member sees. */
final class Reach {

    private final Visibility visibility;

    Reach(Visibility visibility) {
        this.visibility = visibility;
    }

    /** Whether a caller sees an active member. */
    boolean sees(TenantSnapshot tenant, Caller.ByApp caller, UserId user) {
        DirectorySnapshot directory = tenant.directory();
        int target = directory.memberNumber(user);
        if (target == DirectorySnapshot.NONE || !directory.isActive(target)) {
            return false;
        }
        if (caller instanceof Caller.Delegate delegate) {
            int viewer = directory.memberNumber(delegate.user());
            return viewer != DirectorySnapshot.NONE && visibility.engine(tenant).sees(viewer, target);
        }
        DataRange range = tenant.apps().app(caller.app()).map(App::range).orElse(DataRange.NOBODY);
        return visibility.range(tenant, range).sees(target);
    }
}
