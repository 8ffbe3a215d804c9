package org.sightline.resources.internal.delivery;

import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.sightline.apps.NeededPermissions;
import org.sightline.apps.model.App;
import org.sightline.apps.model.Identity;
import org.sightline.apps.model.PermissionName;
import org.sightline.directory.TenantSnapshot;
import org.sightline.directory.model.DepartmentId;
import org.sightline.directory.model.DirectorySnapshot;
import org.sightline.directory.model.UserId;
import org.sightline.events.EventMessage.Thing;
import org.sightline.events.model.EventDelivery;
import org.sightline.events.model.EventType;
import org.sightline.resources.internal.Asked;
import org.sightline.resources.internal.Holder;
import org.sightline.resources.model.Owner;
import org.sightline.resources.model.Resource;
import org.sightline.resources.model.ResourceId;
import org.sightline.store.ResourceStore;
import org.sightline.visibility.RangeSight;
import org.sightline.visibility.Visibility;

/** What events are about, as it is now and as far as the app may know. */
final class Things {

    private final Visibility visibility;
    private final ResourceStore resources;

    Things(Visibility visibility, ResourceStore resources) {
        this.visibility = visibility;
        this.resources = resources;
    }

    /**
     * Returns the thing; empty when it is out of the app's reach.
     *
     * @param held the permissions of the identity
     */
    Optional<Thing> of(TenantSnapshot tenant, App app, EventDelivery delivery, Set<PermissionName> held) {
        if (delivery.event().step() == EventType.Step.DELETED) {
            return isReachTheSame(app, delivery) ? Optional.of(new Thing.Bare(delivery.object())) : Optional.empty();
        }
        return switch (delivery.event().subject()) {
            case USER -> member(tenant, sight(tenant, app), delivery, held);
            case DEPARTMENT -> department(tenant, sight(tenant, app), delivery, held);
            case RESOURCE -> resource(tenant, delivery, held);
        };
    }

    /** A change of the range tells nothing; whoever gets another one reads anew what is in it. */
    private static boolean isReachTheSame(App app, EventDelivery delivery) {
        return delivery.event().subject() == EventType.Subject.RESOURCE
                || app.range().all()
                || app.range().equals(delivery.range());
    }

    private RangeSight sight(TenantSnapshot tenant, App app) {
        return visibility.range(tenant, app.range());
    }

    private static Optional<Thing> member(
            TenantSnapshot tenant, RangeSight sight, EventDelivery delivery, Set<PermissionName> held) {
        DirectorySnapshot directory = tenant.directory();
        int number = directory.memberNumber(new UserId(delivery.object()));
        if (number == DirectorySnapshot.NONE || !sight.sees(number)) {
            return Optional.empty();
        }
        return Optional.of(new Thing.OfMember(
                directory.member(number),
                directory.fields(),
                open(NeededPermissions.USER, held),
                reached(directory, sight)));
    }

    private static Set<String> open(String of, Set<PermissionName> held) {
        return NeededPermissions.shipped().openFields(of, Identity.APP, held);
    }

    private static Predicate<DepartmentId> reached(DirectorySnapshot directory, RangeSight sight) {
        return id -> {
            int number = directory.departmentNumber(id);
            return number != DirectorySnapshot.NONE && sight.seesDepartment(number);
        };
    }

    private static Optional<Thing> department(
            TenantSnapshot tenant, RangeSight sight, EventDelivery delivery, Set<PermissionName> held) {
        DirectorySnapshot directory = tenant.directory();
        int number = directory.departmentNumber(new DepartmentId(delivery.object()));
        if (number == DirectorySnapshot.NONE || !sight.seesDepartment(number)) {
            return Optional.empty();
        }
        return Optional.of(new Thing.OfDepartment(
                directory.department(number),
                open(NeededPermissions.DEPARTMENT, held),
                reached(directory, sight),
                user -> {
                    int member = directory.memberNumber(user);
                    return member != DirectorySnapshot.NONE && sight.sees(member);
                }));
    }

    private Optional<Thing> resource(TenantSnapshot tenant, EventDelivery delivery, Set<PermissionName> held) {
        Owner holder = delivery.receiver().acting();
        Optional<Resource> found = Asked.of(
                () -> resources.resource(delivery.tenant(), new ResourceId(delivery.object()), tenant.revision()));
        return found.filter(resource -> Holder.holds(tenant, holder, resource))
                .map(resource -> isReadable(resource, delivery.receiver().identity(), held)
                        ? new Thing.OfResource(resource)
                        : new Thing.Bare(resource.id().value()));
    }

    private static boolean isReadable(Resource resource, Identity identity, Set<PermissionName> held) {
        NeededPermissions.Need need =
                NeededPermissions.shipped().resources().get(resource.type().key() + ".read");
        return need != null && need.isMetBy(identity, held);
    }
}
