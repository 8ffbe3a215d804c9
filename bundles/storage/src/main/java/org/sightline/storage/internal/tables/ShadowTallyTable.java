package org.sightline.storage.internal.tables;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.sightline.directory.model.TenantKey;
import org.sightline.directory.model.UserId;
import org.sightline.json.Json;
import org.sightline.store.ShadowStore.Pair;
import org.sightline.store.ShadowStore.Tally;

/** What comparing candidate main rules has shown: one row for each tenant that has one compared. */
public final class ShadowTallyTable {

    private final TenantTable tenants = new TenantTable();

    /** Adds to a tenant's counts, unless a later candidate is compared meanwhile; waits for the tenant's turn. */
    public int add(Connection connection, TenantKey tenant, Instant since, Tally more) throws SQLException {
        // One after the other for each tenant, so that no server overwrites what another one counts.
        boolean known = tenants.takeTurn(connection, tenant);
        if (!known || newest(connection, tenant) > Micros.of(since)) {
            return 0;
        }
        return put(connection, tenant, since, find(connection, tenant, since).plus(more));
    }

    private static long newest(Connection connection, TenantKey tenant) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "select max(since_micros) from visibility_shadow_tally where tenant_key = ?")) {
            new RowWriter(statement).text(tenant.value());
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? new RowReader(rows).longNumber() : 0;
            }
        }
    }

    /** Returns the counts since an instant; nothing when there are none. */
    public Tally find(Connection connection, TenantKey tenant, Instant since) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select compared, gained, lost, gained_samples,"
                + " lost_samples from visibility_shadow_tally where tenant_key = ? and since_micros = ?")) {
            new RowWriter(statement).text(tenant.value()).instant(since);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? read(new RowReader(rows)) : Tally.NOTHING;
            }
        }
    }

    private static Tally read(RowReader row) throws SQLException {
        return new Tally(row.longNumber(), row.longNumber(), row.longNumber(), pairs(row.text()), pairs(row.text()));
    }

    private static int put(Connection connection, TenantKey tenant, Instant since, Tally tally) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("delete from visibility_shadow_tally where tenant_key = ?")) {
            new RowWriter(statement).text(tenant.value());
            statement.executeUpdate();
        }
        try (PreparedStatement statement = connection.prepareStatement(
                "insert into visibility_shadow_tally (tenant_key, since_micros, compared, gained, lost,"
                        + " gained_samples, lost_samples) values (?, ?, ?, ?, ?, ?, ?)")) {
            new RowWriter(statement)
                    .text(tenant.value())
                    .instant(since)
                    .number(tally.compared())
                    .number(tally.gained())
                    .number(tally.lost())
                    .text(text(tally.gainedSamples()))
                    .text(text(tally.lostSamples()));
            return statement.executeUpdate();
        }
    }

    private static String text(List<Pair> pairs) {
        return Json.text(pairs.stream()
                .map(pair -> pair.viewer().value() + " " + pair.target().value())
                .toList());
    }

    private static List<Pair> pairs(String json) {
        return StoredJson.texts(json).stream()
                .map(text -> text.split(" ", 2))
                .map(ids -> new Pair(new UserId(ids[0]), new UserId(ids[1])))
                .toList();
    }
}
