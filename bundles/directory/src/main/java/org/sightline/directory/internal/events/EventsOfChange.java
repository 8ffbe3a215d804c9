package org.sightline.directory.internal.events;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.sightline.apps.model.App;
import org.sightline.apps.model.Identity;
import org.sightline.directory.TenantSnapshot;
import org.sightline.events.EventPermissions;
import org.sightline.events.model.EventReceiver;
import org.sightline.events.model.EventSubscription;
import org.sightline.events.model.EventType;
import org.sightline.events.model.Occurrence;
import org.sightline.resources.model.Resource;
import org.sightline.resources.model.ResourceChange;
import org.sightline.store.StateChange;

/**
 * What apps are to be told of a change (docs/concepts.md, "Events"). It belongs to this room because it is part of the
 * transaction, whatever else is switched off; whether an app may still be told is asked again when it is told.
 */
public final class EventsOfChange {

    private final TenantSnapshot before;
    private final TenantSnapshot after;
    private final List<StateChange> changes;
    private final Instant at;

    private EventsOfChange(TenantSnapshot before, TenantSnapshot after, List<StateChange> changes, Instant at) {
        this.before = before;
        this.after = after;
        this.changes = changes;
        this.at = at;
    }

    /** Whether a change may concern anybody; quick, and false for tenants without subscriptions. */
    public static boolean mayConcern(TenantSnapshot before, List<StateChange> changes) {
        return !before.subscriptions().isEmpty()
                && changes.stream()
                        .anyMatch(change -> DirectoryDifference.isOfDirectory(change)
                                || change instanceof StateChange.ChangeResource);
    }

    /**
     * Returns what is to be told, to whom.
     *
     * @param before the state that the changes were decided on
     * @param after  the state after them
     */
    public static List<Occurrence> of(
            TenantSnapshot before, TenantSnapshot after, List<StateChange> changes, Instant at) {
        return new EventsOfChange(before, after, changes, at).all();
    }

    private List<Occurrence> all() {
        List<Occurrence> found = new ArrayList<>();
        DirectoryDifference directory = new DirectoryDifference(before.directory(), after.directory(), changes);
        Set<EventReceiver> receivers = after.subscriptions().byId().values().stream()
                .map(EventSubscription::receiver)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        for (EventReceiver receiver : receivers) {
            Optional<App> app =
                    after.apps().app(receiver.app()).filter(each -> each.enabled() && each.eventUrl() != null);
            if (app.isPresent()) {
                found.addAll(concerning(receiver, app.get(), directory));
            }
        }
        return found;
    }

    private List<Occurrence> concerning(EventReceiver receiver, App app, DirectoryDifference directory) {
        Told told = new Told(receiver, app.range(), after.subscriptions().of(receiver), at);
        if (receiver.identity() == Identity.APP && !app.range().isEmpty()) {
            if (opens(EventType.DEPARTMENT_CREATED, receiver) && told.asks(EventType.Subject.DEPARTMENT)) {
                directory.departments(app.range(), told::of);
            }
            if (opens(EventType.USER_CREATED, receiver) && told.asks(EventType.Subject.USER)) {
                directory.members(app.range(), told::of);
            }
        }
        if (opens(EventType.RESOURCE_CREATED, receiver) && told.asks(EventType.Subject.RESOURCE)) {
            resources(receiver, app, told);
        }
        return told.occurrences();
    }

    private boolean opens(EventType event, EventReceiver receiver) {
        return EventPermissions.open(event, receiver.identity(), after.apps().grantsOf(receiver.app()));
    }

    private void resources(EventReceiver receiver, App app, Told told) {
        for (StateChange change : changes) {
            if (change instanceof StateChange.ChangeResource put) {
                ResourceChange of = put.change();
                boolean was = of.before() != null && isHeld(of.before(), receiver, app);
                boolean is = of.after() != null && isHeld(of.after(), receiver, app);
                told.of(EventType.Subject.RESOURCE, of.id().value(), was, is);
            }
        }
    }

    /** An app that has the id of a deleted one does not get what was that one's. */
    private static boolean isHeld(Resource resource, EventReceiver receiver, App app) {
        return resource.isHeldBy(receiver.acting())
                && !(receiver.identity() == Identity.APP && resource.createdAt().isBefore(app.createdAt()));
    }
}
