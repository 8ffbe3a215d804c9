package org.sightline.storage.internal.tables;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sightline.directory.model.TenantKey;
import org.sightline.directory.model.UserId;
import org.sightline.notifications.model.Delivery;
import org.sightline.store.DeliveryStore;
import org.sightline.store.DeliveryStore.Outgoing;
import org.sightline.store.DeliveryStore.Receiver;

/** Cards on their way out. */
public final class DeliveryTable {

    private static final String DUE = "(next_micros <= ? or next_micros > ?)";
    private static final String DELIVERY = "select tenant_key, channel_id, notice_number, notice_id, state, attempts,"
            + " created_micros, next_micros, ended_micros, last_error from notice_delivery where ";

    /** Returns cards that nobody has handed to channels, oldest first. */
    public List<Outgoing> undispatched(Connection connection, int most) throws SQLException {
        return outgoing(
                connection,
                "n.dispatched = false order by n.notice_number fetch first ? rows only",
                row -> row.number(most));
    }

    /** Returns a card; empty when it is gone. */
    public Optional<Outgoing> card(Connection connection, TenantKey tenant, long number) throws SQLException {
        return outgoing(connection, "n.tenant_key = ? and n.notice_number = ?", row -> row.text(tenant.value())
                        .number(number))
                .stream()
                .findFirst();
    }

    private static List<Outgoing> outgoing(Connection connection, String condition, Selection.Parameters parameters)
            throws SQLException {
        List<Outgoing> found = Selection.all(
                connection,
                "select n.tenant_key, " + InboxTable.NOTICE + " from notice n where " + condition,
                parameters,
                DeliveryTable::readOutgoing);
        List<Outgoing> complete = new ArrayList<>();
        for (Outgoing each : found) {
            complete.add(withRecipients(connection, each));
        }
        return complete;
    }

    private static Outgoing withRecipients(Connection connection, Outgoing card) throws SQLException {
        List<UserId> recipients = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(
                "select user_id from notice_recipient where tenant_key = ? and notice_id = ? order by user_id")) {
            new RowWriter(statement)
                    .text(card.tenant().value())
                    .text(card.notice().id());
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    recipients.add(new UserId(rows.getString(1)));
                }
            }
        }
        return new Outgoing(card.tenant(), card.number(), card.notice().to(recipients));
    }

    /** Hands a card to channels; false when somebody else has. */
    public boolean dispatch(
            Connection connection, TenantKey tenant, long number, Collection<String> channels, Instant now)
            throws SQLException {
        try (PreparedStatement take = connection.prepareStatement("update notice set dispatched = true"
                + " where tenant_key = ? and notice_number = ? and dispatched = false")) {
            new RowWriter(take).text(tenant.value()).number(number);
            if (take.executeUpdate() == 0) {
                return false;
            }
        }
        try (PreparedStatement insert = connection.prepareStatement("insert into notice_delivery (tenant_key,"
                + " channel_id, notice_number, notice_id, state, attempts, created_micros, next_micros)"
                + " select tenant_key, cast(? as varchar(64)), notice_number, notice_id, 'pending', 0,"
                + " cast(? as bigint), cast(? as bigint) from notice where tenant_key = ? and notice_number = ?")) {
            for (String channel : channels) {
                new RowWriter(insert)
                        .text(channel)
                        .instant(now)
                        .instant(now)
                        .text(tenant.value())
                        .number(number);
                insert.executeUpdate();
            }
        }
        return true;
    }

    /** Returns for whom something is due, whoever waits longest first. */
    public List<Receiver> dueReceivers(Connection connection, Instant now) throws SQLException {
        List<Receiver> receivers = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement("select tenant_key, channel_id,"
                + " min(next_micros) as waiting_since from notice_delivery where state = 'pending' and " + DUE
                + " group by tenant_key, channel_id order by waiting_since")) {
            new RowWriter(statement).instant(now).instant(now.plus(DeliveryStore.MOST_AHEAD));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    receivers.add(new Receiver(new TenantKey(rows.getString(1)), rows.getString(2)));
                }
            }
        }
        return receivers;
    }

    /** Returns what is due for a receiver. */
    public List<Delivery> due(Connection connection, Receiver receiver, Instant now, int most) throws SQLException {
        return deliveries(
                connection,
                "tenant_key = ? and channel_id = ? and state = 'pending' and " + DUE
                        + " order by next_micros, notice_number fetch first ? rows only",
                row -> row.text(receiver.tenant().value())
                        .text(receiver.channel())
                        .instant(now)
                        .instant(now.plus(DeliveryStore.MOST_AHEAD))
                        .number(most));
    }

    /** Returns deliveries, newest card first. */
    public List<Delivery> newest(Connection connection, @Nullable TenantKey tenant, int offset, int most)
            throws SQLException {
        String order = " order by notice_number desc, channel_id offset ? rows fetch next ? rows only";
        return tenant == null
                ? deliveries(connection, "notice_number > 0" + order, row -> row.number(offset)
                        .number(most))
                : deliveries(connection, "tenant_key = ?" + order, row -> row.text(tenant.value())
                        .number(offset)
                        .number(most));
    }

    private static List<Delivery> deliveries(Connection connection, String condition, Selection.Parameters parameters)
            throws SQLException {
        return Selection.all(connection, DELIVERY + condition, parameters, DeliveryTable::read);
    }

    private static Outgoing readOutgoing(RowReader row) throws SQLException {
        TenantKey tenant = new TenantKey(row.text());
        long number = row.longNumber();
        return new Outgoing(tenant, number, InboxTable.notice(row, List.of()));
    }

    private static Delivery read(RowReader row) throws SQLException {
        return new Delivery(
                new TenantKey(row.text()),
                row.text(),
                row.longNumber(),
                row.text(),
                Delivery.State.valueOf(row.text().toUpperCase(Locale.ROOT)),
                row.number(),
                Micros.instant(row.longNumber()),
                row.instantOrNull(),
                row.instantOrNull(),
                row.textOrNull());
    }

    /** Puts a pending delivery off, if it still stands where the caller saw it; this is how one is claimed. */
    public boolean putOff(Connection connection, Delivery seen, Instant until) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("update notice_delivery set next_micros = ?"
                + " where tenant_key = ? and channel_id = ? and notice_number = ? and state = 'pending'"
                + " and next_micros = ?")) {
            new RowWriter(statement)
                    .instant(until)
                    .text(seen.tenant().value())
                    .text(seen.channel())
                    .number(seen.number())
                    .instant(seen.nextAt());
            return statement.executeUpdate() == 1;
        }
    }

    /** Keeps how an attempt ended, if the delivery still stands where the caller claimed it. */
    public boolean settle(Connection connection, Delivery claimed, Delivery outcome) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("update notice_delivery set state = ?,"
                + " attempts = ?, next_micros = ?, ended_micros = ?, last_error = ? where tenant_key = ?"
                + " and channel_id = ? and notice_number = ? and state = 'pending' and next_micros = ?")) {
            new RowWriter(statement)
                    .text(outcome.state().key())
                    .number(outcome.attempts())
                    .instant(outcome.nextAt())
                    .instant(outcome.endedAt())
                    .text(outcome.error())
                    .text(claimed.tenant().value())
                    .text(claimed.channel())
                    .number(claimed.number())
                    .instant(claimed.nextAt());
            return statement.executeUpdate() == 1;
        }
    }

    /** Returns when the next delivery becomes due; empty when none does. */
    public Optional<Instant> nextDue(Connection connection, Instant now) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "select min(next_micros) from notice_delivery where state = 'pending' and next_micros > ?")) {
            new RowWriter(statement).instant(now);
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return Optional.ofNullable(new RowReader(rows).instantOrNull());
            }
        }
    }
}
