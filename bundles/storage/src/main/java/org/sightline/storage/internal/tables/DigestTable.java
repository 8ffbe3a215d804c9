package org.sightline.storage.internal.tables;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.sightline.directory.model.TenantKey;
import org.sightline.notifications.model.Notice;
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
        if (!tenants.takeTurn(connection, tenant) || !moveTo(connection, tenant, day.toEpochDay())) {
            return false;
        }
        notices.add(connection, tenant, cards);
        return true;
    }

    private static boolean moveTo(Connection connection, TenantKey tenant, long day) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "update notice_digest set epoch_day = ? where tenant_key = ? and epoch_day < ?")) {
            new RowWriter(update).number(day).text(tenant.value()).number(day);
            if (update.executeUpdate() == 1) {
                return true;
            }
        }
        if (isThere(connection, tenant)) {
            return false;
        }
        try (PreparedStatement insert =
                connection.prepareStatement("insert into notice_digest (tenant_key, epoch_day) values (?, ?)")) {
            new RowWriter(insert).text(tenant.value()).number(day);
            return insert.executeUpdate() == 1;
        }
    }

    private static boolean isThere(Connection connection, TenantKey tenant) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("select epoch_day from notice_digest where tenant_key = ?")) {
            new RowWriter(statement).text(tenant.value());
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }
}
