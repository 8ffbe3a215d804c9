package org.sightline.storage.internal.tables;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sightline.apps.model.AppId;
import org.sightline.apps.model.DataRange;
import org.sightline.directory.model.TenantKey;
import org.sightline.directory.model.UserId;
import org.sightline.events.model.EventDelivery;
import org.sightline.events.model.EventDelivery.Progress;
import org.sightline.events.model.EventDelivery.State;
import org.sightline.events.model.EventReceiver;
import org.sightline.events.model.EventType;
import org.sightline.events.model.Occurrence;
import org.sightline.store.EventStore;
import org.sightline.store.EventStore.App;
import org.sightline.store.EventStore.Waiting;

/** Single events on their way out, and what became of them. */
public final class EventDeliveryTable {

    private static final String COLUMNS =
            "d.tenant_key, d.delivery_number, d.revision, d.delivery_id, d.app_id, d.user_id, d.event,"
                    + " d.object_id, d.occurred_micros, d.data_range, d.state, d.attempts, d.since_micros, d.next_micros,"
                    + " d.held_micros, d.ended_micros, d.last_error";
    private static final String SELECT = "select " + COLUMNS + " from event_delivery d where ";
    private static final String DUE = "(d.next_micros <= ? or d.next_micros > ?)";
    private static final String FREE = "(d.held_micros is null or d.held_micros <= ? or d.held_micros > ?)";

    /** So many numbers has each occurrence for what comes of it; more than it has objects. */
    private static final long NUMBERS = 1_000;

    /** Adds a delivery for each object of an occurrence. */
    public boolean add(Connection connection, Waiting waiting, Progress begun) throws SQLException {
        Occurrence occurrence = waiting.occurrence();
        @Nullable UserId user = occurrence.receiver().user();
        String range = StoredRange.text(occurrence.range());
        try (PreparedStatement insert = connection.prepareStatement("insert into event_delivery (tenant_key,"
                + " delivery_number, revision, delivery_id, app_id, user_id, event, subject, object_id, occurred_micros,"
                + " data_range, state, attempts, since_micros, next_micros, held_micros, ended_micros, last_error)"
                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            long number = waiting.number() * NUMBERS;
            for (String object : occurrence.objects()) {
                RowWriter row = new RowWriter(insert)
                        .text(waiting.tenant().value())
                        .number(number++)
                        .number(waiting.revision())
                        .text("evt_" + TenantKey.random().value())
                        .text(occurrence.receiver().app().value())
                        .text(user == null ? null : user.value())
                        .text(occurrence.event().key())
                        .text(occurrence.event().subject().key())
                        .text(object)
                        .instant(occurrence.at())
                        .text(range);
                write(row, begun);
                insert.addBatch();
            }
            insert.executeBatch();
        }
        return true;
    }

    private static RowWriter write(RowWriter row, Progress progress) throws SQLException {
        return row.text(progress.state().key())
                .number(progress.attempts())
                .instant(progress.since())
                .instant(progress.nextAt())
                .instant(progress.heldUntil())
                .instant(progress.endedAt())
                .text(progress.error());
    }

    /** Returns how many deliveries of an app are pending. */
    public int pending(Connection connection, App app) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "select count(*) from event_delivery where tenant_key = ? and app_id = ? and state = 'pending'")) {
            named(new RowWriter(statement), app);
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getInt(1);
            }
        }
    }

    /** Fills in {@link #DUE} and {@link #FREE}. */
    private static RowWriter whenDue(RowWriter row, Instant now) throws SQLException {
        Instant tooFarAhead = now.plus(EventStore.MOST_AHEAD);
        return row.instant(now).instant(tooFarAhead).instant(now).instant(tooFarAhead);
    }

    private static RowWriter named(RowWriter row, App app) throws SQLException {
        return row.text(app.tenant().value()).text(app.app().value());
    }

    /** Returns the apps for which something is due, whoever waits longest first. */
    public List<App> dueApps(Connection connection, Instant now) throws SQLException {
        List<App> apps = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement("select d.tenant_key, d.app_id,"
                + " min(d.next_micros) as waiting_since from event_delivery d where d.state = 'pending'"
                + " and " + DUE + " and " + FREE
                + " group by d.tenant_key, d.app_id order by waiting_since")) {
            whenDue(new RowWriter(statement), now);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    apps.add(new App(new TenantKey(rows.getString(1)), new AppId(rows.getString(2))));
                }
            }
        }
        return apps;
    }

    /** Returns what may be tried for an app: due, free, and the first pending one about its object. */
    public List<EventDelivery> due(Connection connection, App app, Instant now, int most) throws SQLException {
        return deliveries(
                connection,
                "d.tenant_key = ? and d.app_id = ? and d.state = 'pending' and " + DUE + " and " + FREE
                        + " and not exists (select 1 from event_delivery e where e.tenant_key = d.tenant_key"
                        + " and e.app_id = d.app_id and e.subject = d.subject and e.object_id = d.object_id"
                        + " and e.state = 'pending' and e.delivery_number < d.delivery_number)"
                        + " order by d.delivery_number fetch first ? rows only",
                row -> whenDue(named(row, app), now).number(most));
    }

    /** Holds a delivery, if it still stands where the caller saw it. */
    public boolean hold(Connection connection, EventDelivery seen, Instant until) throws SQLException {
        @Nullable Instant held = seen.progress().heldUntil();
        String condition = held == null ? " and held_micros is null" : " and held_micros = ?";
        try (PreparedStatement statement = connection.prepareStatement("update event_delivery set held_micros = ?"
                + " where tenant_key = ? and app_id = ? and delivery_number = ? and state = 'pending'" + condition)) {
            RowWriter row = numbered(new RowWriter(statement).instant(until), seen);
            if (held != null) {
                row.instant(held);
            }
            return statement.executeUpdate() == 1;
        }
    }

    private static RowWriter numbered(RowWriter row, EventDelivery delivery) throws SQLException {
        return row.text(delivery.tenant().value())
                .text(delivery.receiver().app().value())
                .number(delivery.number());
    }

    /** Keeps how an attempt ended, if the caller still holds the delivery and nobody put it on its way again since. */
    public boolean settle(Connection connection, EventDelivery claimed, Progress outcome) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("update event_delivery set state = ?,"
                + " attempts = ?, since_micros = ?, next_micros = ?, held_micros = ?, ended_micros = ?, last_error = ?"
                + " where tenant_key = ? and app_id = ? and delivery_number = ? and state = 'pending'"
                + " and held_micros = ? and since_micros = ?")) {
            numbered(write(new RowWriter(statement), outcome), claimed)
                    .instant(claimed.progress().heldUntil())
                    .instant(claimed.progress().since());
            if (statement.executeUpdate() == 1) {
                return true;
            }
        }
        return letGo(connection, claimed);
    }

    /** What was put on its way again while we tried it is free at once; how our attempt ended does not count. */
    private static boolean letGo(Connection connection, EventDelivery claimed) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("update event_delivery set held_micros = null"
                + " where tenant_key = ? and app_id = ? and delivery_number = ? and held_micros = ?")) {
            numbered(new RowWriter(statement), claimed)
                    .instant(claimed.progress().heldUntil());
            statement.executeUpdate();
        }
        return false;
    }

    /** Puts a delivery on its way again. */
    public Optional<EventDelivery> again(
            Connection connection, App app, @Nullable EventReceiver receiver, Instant since, String id, Instant now)
            throws SQLException {
        Optional<EventDelivery> found = deliveries(
                        connection, "d.tenant_key = ? and d.app_id = ? and d.delivery_id = ?", row -> named(row, app)
                                .text(id))
                .stream()
                .filter(each -> !each.occurredAt().isBefore(since)
                        && (receiver == null || each.receiver().equals(receiver)))
                .findFirst();
        if (found.isEmpty()) {
            return found;
        }
        Progress anew = found.get().progress().again(now);
        try (PreparedStatement statement = connection.prepareStatement("update event_delivery set state = ?,"
                + " attempts = ?, since_micros = ?, next_micros = ?, held_micros = ?, ended_micros = ?, last_error = ?"
                + " where tenant_key = ? and app_id = ? and delivery_number = ?")) {
            numbered(write(new RowWriter(statement), anew), found.get());
            statement.executeUpdate();
        }
        return Optional.of(found.get().with(anew));
    }

    /** Ends deliveries that have been on their way for too long. */
    public int giveUpOlder(Connection connection, Instant before, Instant now, String reason) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("update event_delivery set state = 'given_up',"
                + " next_micros = null, held_micros = null, ended_micros = ?,"
                + " last_error = coalesce(last_error, cast(? as varchar(1000)))"
                + " where state = 'pending' and since_micros < ? and (held_micros is null or held_micros <= ?)")) {
            new RowWriter(statement).instant(now).text(reason).instant(before).instant(now);
            return statement.executeUpdate();
        }
    }

    /** Returns when the next delivery becomes due; empty when none does. */
    public Optional<Instant> nextDue(Connection connection, Instant now) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "select min(next_micros) from event_delivery where state = 'pending' and next_micros > ?")) {
            new RowWriter(statement).instant(now);
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return Optional.ofNullable(new RowReader(rows).instantOrNull());
            }
        }
    }

    /** Returns deliveries of an app, newest first. */
    public List<EventDelivery> newest(
            Connection connection, App app, @Nullable EventReceiver receiver, Instant since, long below, int most)
            throws SQLException {
        @Nullable UserId user = receiver == null ? null : receiver.user();
        String whose = receiver == null ? "" : user == null ? " and d.user_id is null" : " and d.user_id = ?";
        return deliveries(
                connection,
                "d.tenant_key = ? and d.app_id = ? and d.occurred_micros >= ? and d.delivery_number < ?" + whose
                        + " order by d.delivery_number desc fetch first ? rows only",
                row -> {
                    named(row, app).instant(since).number(below);
                    if (user != null) {
                        row.text(user.value());
                    }
                    row.number(most);
                });
    }

    /** Removes deliveries that ended before an instant. */
    public int removeOlder(Connection connection, Instant before) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("delete from event_delivery where ended_micros < ?")) {
            new RowWriter(statement).instant(before);
            return statement.executeUpdate();
        }
    }

    private static List<EventDelivery> deliveries(
            Connection connection, String condition, Selection.Parameters parameters) throws SQLException {
        return Selection.all(connection, SELECT + condition, parameters, EventDeliveryTable::read);
    }

    private static EventDelivery read(RowReader row) throws SQLException {
        TenantKey tenant = new TenantKey(row.text());
        long number = row.longNumber();
        long revision = row.longNumber();
        String id = row.text();
        EventReceiver receiver = SubscriptionForm.receiver(row);
        EventType event = EventType.ofKey(row.text()).orElseThrow();
        String object = row.text();
        Instant occurredAt = Micros.instant(row.longNumber());
        DataRange range = StoredRange.range(row.text());
        Progress progress = new Progress(
                State.ofKey(row.text()).orElseThrow(),
                row.number(),
                Micros.instant(row.longNumber()),
                row.instantOrNull(),
                row.instantOrNull(),
                row.instantOrNull(),
                row.textOrNull());
        return new EventDelivery(tenant, number, revision, id, receiver, event, object, occurredAt, range, progress);
    }
}
