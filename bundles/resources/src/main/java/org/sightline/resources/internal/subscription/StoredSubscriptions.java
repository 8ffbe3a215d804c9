package org.sightline.resources.internal.subscription;

import java.time.Clock;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sightline.access.Caller;
import org.sightline.apps.MissingPermission;
import org.sightline.apps.model.PermissionName;
import org.sightline.directory.Changes;
import org.sightline.directory.Committed;
import org.sightline.directory.Proposal;
import org.sightline.directory.TenantSnapshot;
import org.sightline.directory.model.TenantKey;
import org.sightline.events.EventPermissions;
import org.sightline.events.EventSubscriptions;
import org.sightline.events.model.EventReceiver;
import org.sightline.events.model.EventSubscription;
import org.sightline.events.model.EventType;
import org.sightline.events.model.SubscriptionChange;
import org.sightline.problem.Codes;
import org.sightline.problem.Problem;
import org.sightline.problem.ProblemException;
import org.sightline.problem.ProblemKind;
import org.sightline.resources.internal.Asked;
import org.sightline.resources.internal.Holder;
import org.sightline.resources.model.Resource;
import org.sightline.resources.model.ResourceId;
import org.sightline.store.ResourceStore;
import org.sightline.store.StateChange;

/** Subscriptions as a part of the tenant's state, since every change asks for them. */
@Component
public final class StoredSubscriptions implements EventSubscriptions {

    /** So many subscriptions an app has for one identity (docs/limits.md). */
    static final int MOST_OF_ONE = 100;

    /** So many subscriptions all apps of a tenant have together (docs/limits.md). */
    static final int MOST_OF_TENANT = 10_000;

    private static final String KIND = "event_subscription";

    private final Changes changes;
    private final ResourceStore store;
    private final InstantSource clock;

    /** Works with these. */
    @Activate
    public StoredSubscriptions(
            @Reference(name = "changes") Changes changes,
            @Reference(name = "store") ResourceStore store,
            @Reference(name = "clock") Clock clock) {
        this(changes, store, (InstantSource) clock);
    }

    StoredSubscriptions(Changes changes, ResourceStore store, InstantSource clock) {
        this.changes = changes;
        this.store = store;
        this.clock = clock;
    }

    @Override
    public Committed<Subscribed> subscribe(Caller.ByApp caller, EventType event, @Nullable ResourceId resource) {
        requirePermission(caller, event);
        if (resource != null && event.subject() != EventType.Subject.RESOURCE) {
            throw invalidResource("only events of resources are about one resource");
        }
        EventReceiver receiver = Holder.receiver(caller);
        return changes.apply(tenant(caller), caller.actor(), now -> {
            Optional<EventSubscription> present = now.subscriptions().of(receiver).stream()
                    .filter(each -> each.event() == event && Objects.equals(each.resource(), resource))
                    .findFirst();
            if (present.isPresent()) {
                return Proposal.nothing(new Subscribed(present.get(), false));
            }
            if (resource != null) {
                requireHeld(now, caller, resource);
            }
            requireRoom(now, receiver);
            EventSubscription subscription = new EventSubscription(
                    "sub_" + TenantKey.random().value(),
                    receiver,
                    event,
                    resource,
                    clock.instant().truncatedTo(ChronoUnit.MICROS));
            return proposal(
                    new SubscriptionChange.Put(subscription),
                    new Proposal.AuditNote("event_subscription.create", KIND, subscription.id(), null, subscription),
                    new Subscribed(subscription, true));
        });
    }

    private static void requirePermission(Caller.ByApp caller, EventType event) {
        List<PermissionName> opening = EventPermissions.opening(event, caller.identity());
        if (opening.isEmpty()) {
            throw Problem.of(
                            ProblemKind.FORBIDDEN,
                            Codes.FORBIDDEN,
                            "`" + event.key() + "` is for an app as itself, within its data range;"
                                    + " an app for a member is told of resources")
                    .exception();
        }
        if (!EventPermissions.open(event, caller.identity(), caller.permissions())) {
            throw MissingPermission.of(caller.identity(), opening).exception();
        }
    }

    private void requireHeld(TenantSnapshot now, Caller.ByApp caller, ResourceId id) {
        Optional<Resource> found = Asked.of(() -> store.resource(tenant(caller), id, now.revision()));
        if (found.filter(resource -> Holder.holds(now, Holder.of(caller), resource))
                .isEmpty()) {
            throw invalidResource(
                    "there is no resource `" + id + "` that " + Holder.of(caller) + " owns or administers");
        }
    }

    private static ProblemException invalidResource(String detail) {
        return Problem.invalid("/resource_id", Codes.INVALID, detail).exception();
    }

    private static void requireRoom(TenantSnapshot now, EventReceiver receiver) {
        requireRoom(
                now.subscriptions().of(receiver).size(),
                MOST_OF_ONE,
                "an app has at most " + MOST_OF_ONE + " subscriptions as itself and for each member");
        requireRoom(
                now.subscriptions().byId().size(),
                MOST_OF_TENANT,
                "the apps of a tenant have at most " + MOST_OF_TENANT + " subscriptions together");
    }

    private static void requireRoom(int used, int limit, String what) {
        if (used >= limit) {
            throw Problem.conflict(Codes.LIMIT_EXCEEDED, what)
                    .with("limit", limit)
                    .with("used", used)
                    .exception();
        }
    }

    private static TenantKey tenant(Caller.ByApp caller) {
        TenantKey tenant = caller.tenant();
        if (tenant == null) {
            throw new IllegalStateException("every app belongs to a tenant");
        }
        return tenant;
    }

    @Override
    public List<EventSubscription> list(TenantSnapshot tenant, Caller.ByApp caller) {
        return tenant.subscriptions().of(Holder.receiver(caller));
    }

    @Override
    public Committed<EventSubscription> cancel(Caller.ByApp caller, String id) {
        return changes.apply(tenant(caller), caller.actor(), now -> {
            EventSubscription present = now.subscriptions()
                    .subscription(id)
                    .filter(each -> each.receiver().equals(Holder.receiver(caller)))
                    .orElseThrow(() -> Problem.notFound("there is no event subscription `" + id + "`")
                            .exception());
            return proposal(
                    new SubscriptionChange.Remove(id),
                    new Proposal.AuditNote("event_subscription.delete", KIND, id, present, null),
                    present);
        });
    }

    private static <T> Proposal<T> proposal(SubscriptionChange change, Proposal.AuditNote note, T result) {
        return new Proposal<>(List.of(new StateChange.ChangeSubscriptions(change)), List.of(note), result);
    }
}
