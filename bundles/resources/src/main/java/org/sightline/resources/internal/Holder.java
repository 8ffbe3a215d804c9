package org.sightline.resources.internal;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sightline.access.Caller;
import org.sightline.apps.model.App;
import org.sightline.apps.model.AppId;
import org.sightline.apps.model.Identity;
import org.sightline.directory.TenantSnapshot;
import org.sightline.directory.model.DirectorySnapshot;
import org.sightline.directory.model.MemberStatus;
import org.sightline.directory.model.UserId;
import org.sightline.events.model.EventReceiver;
import org.sightline.resources.model.Owner;
import org.sightline.resources.model.Resource;

/** As whom a caller acts, and what is theirs (docs/concepts.md, "Resources"). */
public final class Holder {

    private Holder() {}

    /** Returns as whom a caller acts. */
    public static Owner of(Caller.ByApp caller) {
        return receiver(caller).acting();
    }

    /** Returns whom the caller's events are for. */
    public static EventReceiver receiver(Caller.ByApp caller) {
        return new EventReceiver(caller.app(), user(caller));
    }

    /** Returns the member the app calls for; null when it calls as itself. */
    public static @Nullable UserId user(Caller.ByApp caller) {
        return caller instanceof Caller.Delegate delegate ? delegate.user() : null;
    }

    /**
     * Returns since when what bears somebody's name can be theirs: an app that has the id of a deleted one does not get
     * what was that one's.
     */
    public static Instant since(TenantSnapshot tenant, Owner holder) {
        return app(tenant, holder).map(App::createdAt).orElse(Instant.EPOCH);
    }

    /** Whether somebody owns a resource. */
    public static boolean owns(TenantSnapshot tenant, Owner somebody, Resource resource) {
        return resource.owner().equals(somebody) && !resource.createdAt().isBefore(since(tenant, somebody));
    }

    /** Whether somebody owns or administers a resource. */
    public static boolean holds(TenantSnapshot tenant, Owner somebody, Resource resource) {
        return owns(tenant, somebody, resource) || resource.isAdministeredBy(somebody);
    }

    /** Whether a resource has its owner still: an app that was not deleted, or a member who was not. */
    public static boolean hasOwner(TenantSnapshot tenant, Resource resource) {
        Owner owner = resource.owner();
        if (owner.kind() == Identity.APP) {
            return app(tenant, owner)
                    .filter(app -> !resource.createdAt().isBefore(app.createdAt()))
                    .isPresent();
        }
        return isThere(tenant.directory(), new UserId(owner.id()));
    }

    private static boolean isThere(DirectorySnapshot directory, UserId user) {
        int number = directory.memberNumber(user);
        return number != DirectorySnapshot.NONE && directory.member(number).status() != MemberStatus.DELETED;
    }

    private static Optional<App> app(TenantSnapshot tenant, Owner owner) {
        return owner.kind() == Identity.APP ? tenant.apps().app(new AppId(owner.id())) : Optional.empty();
    }
}
