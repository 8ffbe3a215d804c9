package org.sightline.storage.internal.tables;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.sightline.directory.model.TenantKey;
import org.sightline.notifications.model.Notice;
import org.sightline.store.NotificationStore;
import org.sightline.store.NotificationStore.WaitingRequests;

/** The last day for which each tenant had its digest. */
public final class DigestTable {

    private static final String WAITING = "select q.tenant_key, s.time_zone, min(q.created_micros)"
            + " from trust_request q join tenant_settings s on s.tenant_key = q.tenant_key and s.to_revision = ?"
            + " where q.state = 'pending' and q.to_revision = ? and q.to_key = q.tenant_key"
            + " group by q.tenant_key, s.time_zone";

    private final TenantTable tenants = new TenantTable();
    private final NoticeTable notices = new NoticeTable();

    /** Returns the tenants that others wait for. */
    public List<WaitingRequests> waiting(Connection connection) throws SQLException {
        List<WaitingRequests> waiting = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(WAITING)) {
            new RowWriter(statement).number(VersionedTable.STILL).number(VersionedTable.STILL);
            try (ResultSet rows = statement.executeQuery()) {
                RowReader row = new RowReader(rows);
                while (rows.next()) {
                    row.again();
                    waiting.add(new WaitingRequests(
                            new TenantKey(row.text()), ZoneId.of(row.text()), Micros.instant(row.longNumber())));
                }
            }
        }
        return waiting;
    }

    /**
     * Writes a day's cards unless the tenant had that day's or a later day's. The tenant's turn keeps others away, and
     * gives the cards numbers in the order in which they become visible.
     */
    public boolean claim(Connection connection, TenantKey tenant, LocalDate day, List<Notice> cards)
            throws SQLException {
        if (!tenants.takeTurn(connection, tenant) || !isDue(connection, tenant, day, cards)) {
            return false;
        }
        notices.add(connection, tenant, cards);
        return true;
    }

    private boolean isDue(Connection connection, TenantKey tenant, LocalDate day, List<Notice> cards)
            throws SQLException {
        long epochDay = day.toEpochDay();
        OptionalLong last = last(connection, tenant);
        if (last.isEmpty()) {
            insert(connection, tenant, epochDay);
            return true;
        }
        boolean isLater = last.getAsLong() < epochDay;
        boolean wasWrongClock = last.getAsLong() > epochDay + NotificationStore.MOST_DAYS_AHEAD;
        if (!isLater && !wasWrongClock) {
            return false;
        }
        update(connection, tenant, epochDay);
        return isLater || !notices.isThere(connection, tenant, cards);
    }

    private static OptionalLong last(Connection connection, TenantKey tenant) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("select epoch_day from notice_digest where tenant_key = ?")) {
            new RowWriter(statement).text(tenant.value());
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? OptionalLong.of(rows.getLong(1)) : OptionalLong.empty();
            }
        }
    }

    private static void insert(Connection connection, TenantKey tenant, long day) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("insert into notice_digest (tenant_key, epoch_day) values (?, ?)")) {
            new RowWriter(insert).text(tenant.value()).number(day);
            insert.executeUpdate();
        }
    }

    private static void update(Connection connection, TenantKey tenant, long day) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("update notice_digest set epoch_day = ? where tenant_key = ?")) {
            new RowWriter(update).number(day).text(tenant.value());
            update.executeUpdate();
        }
    }
}
