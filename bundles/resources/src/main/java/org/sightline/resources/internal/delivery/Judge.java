package org.sightline.resources.internal.delivery;

import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sightline.apps.model.App;
import org.sightline.apps.model.AppPermission;
import org.sightline.apps.model.PermissionName;
import org.sightline.directory.TenantSnapshot;
import org.sightline.directory.model.DirectorySnapshot;
import org.sightline.directory.model.UserId;
import org.sightline.events.EventMessage;
import org.sightline.events.EventPermissions;
import org.sightline.events.model.EventDelivery;
import org.sightline.events.model.EventReceiver;

/**
 * Whether an app may still be told of an event, and in which words (docs/concepts.md, "Events"). Asked right before each
 * attempt, so that nothing is told after a permission was revoked, a range narrowed, or an app switched off; and what is
 * told is how the thing is now.
 */
final class Judge {

    private final Things things;
    private final Consents consents;

    Judge(Things things, Consents consents) {
        this.things = things;
        this.consents = consents;
    }

    Telling judge(TenantSnapshot tenant, EventDelivery delivery) {
        EventReceiver receiver = delivery.receiver();
        Optional<App> found = tenant.apps().app(receiver.app()).filter(app -> !delivery.occurredAt()
                .isBefore(app.createdAt()));
        if (found.isEmpty()) {
            return new Telling.Drop("the app is gone");
        }
        App app = found.get();
        @Nullable String url = app.eventUrl();
        if (!app.enabled()) {
            return new Telling.Drop("the app is switched off");
        }
        if (url == null) {
            return new Telling.Drop("the app has no event URL");
        }
        if (!tenant.subscriptions().ask(receiver, delivery.event(), delivery.object())) {
            return new Telling.Drop("the app does not subscribe to this any more");
        }
        Set<PermissionName> held = held(tenant, receiver);
        if (!EventPermissions.open(delivery.event(), receiver.identity(), held)) {
            return new Telling.Drop("the app has no permission for this any more");
        }
        return things.of(tenant, app, delivery, held)
                .<Telling>map(thing -> new Telling.Tell(
                        message(delivery, thing), URI.create(url), app.secrets().sealedSigningKey()))
                .orElseGet(() -> new Telling.Drop("it is out of the app's reach"));
    }

    /** What the identity may use right now. */
    private Set<PermissionName> held(TenantSnapshot tenant, EventReceiver receiver) {
        Set<PermissionName> granted = tenant.apps().grantsOf(receiver.app()).keySet().stream()
                .filter(permission -> permission.identity() == receiver.identity())
                .map(AppPermission::name)
                .collect(Collectors.toSet());
        @Nullable UserId user = receiver.user();
        if (user == null) {
            return granted;
        }
        if (!isActive(tenant.directory(), user)) {
            return Set.of();
        }
        granted.retainAll(consents.of(tenant, receiver.app(), user));
        return granted;
    }

    private static boolean isActive(DirectorySnapshot directory, UserId user) {
        int number = directory.memberNumber(user);
        return number != DirectorySnapshot.NONE && directory.isActive(number);
    }

    private static EventMessage message(EventDelivery delivery, EventMessage.Thing thing) {
        return new EventMessage(
                delivery.id(),
                delivery.event(),
                delivery.occurredAt(),
                delivery.tenant(),
                delivery.receiver().user(),
                thing);
    }
}
