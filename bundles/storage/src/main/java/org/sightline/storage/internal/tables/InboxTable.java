package org.sightline.storage.internal.tables;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.sightline.directory.model.TenantKey;
import org.sightline.directory.model.UserId;
import org.sightline.notifications.model.Notice;
import org.sightline.notifications.model.NoticeType;
import org.sightline.store.NotificationStore.StoredNotice;

/** Cards as their recipients find them. */
public final class InboxTable {

    /** What {@link #notice} reads. */
    static final String NOTICE = "n.notice_number, n.notice_id, n.notice_type, n.created_micros, n.object_kind,"
            + " n.object_id, n.parameters";

    private static final String OF_READER = "select " + NOTICE + ", r.read_micros from notice_recipient r join notice n"
            + " on n.tenant_key = r.tenant_key and n.notice_id = r.notice_id"
            + " where r.tenant_key = ? and r.user_id = ?";

    /** Returns a reader's cards below a number, newest first. */
    public List<StoredNotice> newest(Connection connection, TenantKey tenant, UserId reader, long below, int most)
            throws SQLException {
        return numbered(
                connection,
                OF_READER + " and n.notice_number < ? order by n.notice_number desc fetch first ? rows only",
                tenant,
                reader,
                below,
                most);
    }

    /** Returns a reader's cards above a number, oldest first. */
    public List<StoredNotice> after(Connection connection, TenantKey tenant, UserId reader, long number, int most)
            throws SQLException {
        return numbered(
                connection,
                OF_READER + " and n.notice_number > ? order by n.notice_number fetch first ? rows only",
                tenant,
                reader,
                number,
                most);
    }

    private static List<StoredNotice> numbered(
            Connection connection, String sql, TenantKey tenant, UserId reader, long number, int most)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            new RowWriter(statement)
                    .text(tenant.value())
                    .text(reader.value())
                    .number(number)
                    .number(most);
            return read(statement);
        }
    }

    /** Returns one of a reader's cards; empty when there is none with this id. */
    public Optional<StoredNotice> find(Connection connection, TenantKey tenant, UserId reader, String id)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(OF_READER + " and r.notice_id = ?")) {
            new RowWriter(statement).text(tenant.value()).text(reader.value()).text(id);
            return read(statement).stream().findFirst();
        }
    }

    private static List<StoredNotice> read(PreparedStatement statement) throws SQLException {
        List<StoredNotice> found = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery()) {
            RowReader row = new RowReader(rows);
            while (rows.next()) {
                row.again();
                long number = row.longNumber();
                found.add(new StoredNotice(number, notice(row, List.of()), row.instantOrNull() != null));
            }
        }
        return found;
    }

    /** Reads the columns of {@link #NOTICE} behind the number. */
    static Notice notice(RowReader row, List<UserId> recipients) throws SQLException {
        String id = row.text();
        NoticeType type = NoticeType.valueOf(row.text().toUpperCase(Locale.ROOT));
        Instant createdAt = Micros.instant(row.longNumber());
        String objectKind = row.text();
        String objectId = row.text();
        @Nullable String parameters = row.textOrNull();
        return new Notice(
                id,
                type,
                createdAt,
                recipients,
                objectKind,
                objectId,
                parameters == null ? new TreeMap<>() : new TreeMap<>(StoredJson.textsByName(parameters)));
    }

    /** Marks a card as read, unless it was. */
    public int markRead(Connection connection, TenantKey tenant, UserId reader, String id, Instant at)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("update notice_recipient set read_micros = ?"
                + " where tenant_key = ? and user_id = ? and notice_id = ? and read_micros is null")) {
            new RowWriter(statement)
                    .number(Micros.of(at))
                    .text(tenant.value())
                    .text(reader.value())
                    .text(id);
            return statement.executeUpdate();
        }
    }

    /** Returns the number of a tenant's newest card; 0 when it has none. */
    public long newestNumber(Connection connection, TenantKey tenant) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("select max(notice_number) from notice where tenant_key = ?")) {
            new RowWriter(statement).text(tenant.value());
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    /** Removes cards made before an instant, with what belongs to them. */
    public int deleteOlder(Connection connection, Instant before) throws SQLException {
        for (String table : List.of("notice_recipient", "notice_delivery")) {
            try (PreparedStatement statement = connection.prepareStatement("delete from " + table + " where exists"
                    + " (select 1 from notice n where n.tenant_key = " + table + ".tenant_key and n.notice_id = "
                    + table
                    + ".notice_id and n.created_micros < ?)")) {
                new RowWriter(statement).number(Micros.of(before));
                statement.executeUpdate();
            }
        }
        try (PreparedStatement statement = connection.prepareStatement("delete from notice where created_micros < ?")) {
            new RowWriter(statement).number(Micros.of(before));
            return statement.executeUpdate();
        }
    }
}
