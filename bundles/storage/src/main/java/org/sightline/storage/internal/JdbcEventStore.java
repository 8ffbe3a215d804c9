package org.sightline.storage.internal;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sightline.events.model.EventDelivery;
import org.sightline.events.model.EventReceiver;
import org.sightline.storage.internal.database.Database;
import org.sightline.storage.internal.tables.EventDeliveryTable;
import org.sightline.storage.internal.tables.OccurrenceTable;
import org.sightline.store.EventStore;

/** Keeps events on their way out in the database. */
@Component
public final class JdbcEventStore implements EventStore {

    private final Database database;
    private final OccurrenceTable occurrences = new OccurrenceTable();
    private final EventDeliveryTable deliveries = new EventDeliveryTable();

    /** Creates the store on a database. */
    @Activate
    public JdbcEventStore(@Reference(name = "database") Database database) {
        this.database = database;
    }

    @Override
    public List<Waiting> waiting() {
        return database.transaction("look for new events", occurrences::oldestOfEachApp);
    }

    @Override
    public int pending(App app) {
        return database.transaction("count pending events", connection -> deliveries.pending(connection, app));
    }

    @Override
    public boolean unfold(Waiting waiting, EventDelivery.Progress begun) {
        return database.transaction(
                "unfold events",
                connection -> occurrences.take(connection, waiting) && deliveries.add(connection, waiting, begun));
    }

    @Override
    public List<App> dueApps(Instant now) {
        return database.transaction("look for due events", connection -> deliveries.dueApps(connection, now));
    }

    @Override
    public List<EventDelivery> due(App app, Instant now, int most) {
        return database.transaction("read due events", connection -> deliveries.due(connection, app, now, most));
    }

    @Override
    public Optional<EventDelivery> claim(EventDelivery delivery, Instant until) {
        Instant deadline = until.truncatedTo(ChronoUnit.MICROS);
        boolean claimed =
                database.transaction("claim an event", connection -> deliveries.hold(connection, delivery, deadline));
        return claimed ? Optional.of(delivery.with(delivery.progress().held(deadline))) : Optional.empty();
    }

    @Override
    public boolean settle(EventDelivery claimed, EventDelivery.Progress outcome) {
        return database.transaction("settle an event", connection -> deliveries.settle(connection, claimed, outcome));
    }

    @Override
    public Optional<EventDelivery> again(
            App app, @Nullable EventReceiver receiver, Instant since, String id, Instant now) {
        Instant at = now.truncatedTo(ChronoUnit.MICROS);
        return database.transaction(
                "put an event on its way again",
                connection -> deliveries.again(connection, app, receiver, since, id, at));
    }

    @Override
    public int giveUpOlder(Instant before, Instant now, String reason) {
        return database.transaction(
                "give old events up", connection -> deliveries.giveUpOlder(connection, before, now, reason));
    }

    @Override
    public Optional<Instant> nextDue(Instant now) {
        return database.transaction("look ahead", connection -> deliveries.nextDue(connection, now));
    }

    @Override
    public List<EventDelivery> deliveries(
            App app, @Nullable EventReceiver receiver, Instant since, long below, int most) {
        return database.transaction(
                "list events", connection -> deliveries.newest(connection, app, receiver, since, below, most));
    }

    @Override
    public int removeOlder(Instant before) {
        return database.transaction("remove old events", connection -> deliveries.removeOlder(connection, before));
    }
}
