package org.sightline.storage.internal.tables;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.sightline.directory.model.Plan;
import org.sightline.directory.model.Tenant;
import org.sightline.directory.model.TenantKey;
import org.sightline.store.Standing;

/** Tenants: the present revision, whose turn it is to write, and the settings as versioned rows. */
final class TenantTable {

    private static final String SETTINGS =
            "select tenant_key, name, plan, time_zone, region, locale, find_by_phone" + " from tenant_settings where ";

    /** A tenant's present revision and the number its next new member gets. */
    record Head(long revision, int nextMemberNumber) {}

    /** Waits until nobody else writes the tenant; false when it does not exist. */
    boolean takeTurn(Connection connection, TenantKey tenant) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("update tenant_writer set turn = turn + 1 where tenant_key = ?")) {
            new RowWriter(statement).text(tenant.value());
            return statement.executeUpdate() == 1;
        }
    }

    /** Adds a tenant at revision 0, which no reader ever sees; fails with a unique violation when it is there. */
    void create(Connection connection, TenantKey tenant) throws SQLException {
        try (PreparedStatement writer =
                        connection.prepareStatement("insert into tenant_writer (tenant_key, turn) values (?, 0)");
                PreparedStatement head = connection.prepareStatement(
                        "insert into tenant (tenant_key, origin, revision, next_member_number) values (?, ?, 0, 0)")) {
            new RowWriter(writer).text(tenant.value());
            writer.executeUpdate();
            new RowWriter(head).text(tenant.value()).number(UUID.randomUUID().getMostSignificantBits());
            head.executeUpdate();
        }
    }

    Optional<Head> head(Connection connection, TenantKey tenant) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("select revision, next_member_number from tenant where tenant_key = ?")) {
            new RowWriter(statement).text(tenant.value());
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? Optional.of(new Head(rows.getLong(1), rows.getInt(2))) : Optional.empty();
            }
        }
    }

    /** Returns where those of the tenants stand that are there. */
    Map<TenantKey, Standing> standings(Connection connection, Set<TenantKey> tenants) throws SQLException {
        Map<TenantKey, Standing> standings = new HashMap<>();
        InList.ask(
                connection,
                "select tenant_key, origin, revision from tenant where revision > 0 and tenant_key in",
                tenants.stream().map(TenantKey::value).toList(),
                row -> standings.put(new TenantKey(row.text()), new Standing(row.longNumber(), row.longNumber())));
        return standings;
    }

    /** Moves a tenant on; false when it is not at the revision before. */
    boolean moveTo(Connection connection, TenantKey tenant, Head next) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "update tenant set revision = ?, next_member_number = ? where tenant_key = ? and revision = ?")) {
            new RowWriter(statement)
                    .number(next.revision())
                    .number(next.nextMemberNumber())
                    .text(tenant.value())
                    .number(next.revision() - 1);
            return statement.executeUpdate() == 1;
        }
    }

    void putSettings(Connection connection, long revision, Tenant tenant) throws SQLException {
        try (PreparedStatement close = connection.prepareStatement(
                "update tenant_settings set to_revision = ? where tenant_key = ? and to_revision = ?")) {
            new RowWriter(close).number(revision).text(tenant.key().value()).number(VersionedTable.STILL);
            close.executeUpdate();
        }
        try (PreparedStatement insert = connection.prepareStatement("insert into tenant_settings (tenant_key,"
                + " from_revision, to_revision, name, plan, time_zone, region, locale, find_by_phone)"
                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            new RowWriter(insert)
                    .text(tenant.key().value())
                    .number(revision)
                    .number(VersionedTable.STILL)
                    .text(tenant.name())
                    .text(tenant.plan().key())
                    .text(tenant.timeZone().getId())
                    .text(tenant.region())
                    .text(tenant.locale().toLanguageTag())
                    .flag(tenant.findByPhone());
            insert.executeUpdate();
        }
    }

    Tenant settings(Connection connection, TenantKey tenant, long revision) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement(SETTINGS + "tenant_key = ? and from_revision <= ? and to_revision > ?")) {
            new RowWriter(statement).text(tenant.value()).number(revision).number(revision);
            try (ResultSet rows = statement.executeQuery()) {
                if (!rows.next()) {
                    throw new IllegalStateException("tenant `" + tenant + "` has no settings at revision " + revision);
                }
                return read(new RowReader(rows));
            }
        }
    }

    /** Returns the present settings of all tenants by key, in the order of {@link TenantKey}. */
    List<Tenant> all(Connection connection) throws SQLException {
        List<Tenant> tenants = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(SETTINGS + "to_revision = ?")) {
            new RowWriter(statement).number(VersionedTable.STILL);
            try (ResultSet rows = statement.executeQuery()) {
                RowReader row = new RowReader(rows);
                while (rows.next()) {
                    tenants.add(read(row.again()));
                }
            }
        }
        // Databases sort text each in their own way.
        tenants.sort(Comparator.comparing(Tenant::key));
        return tenants;
    }

    private static Tenant read(RowReader row) throws SQLException {
        return new Tenant(
                new TenantKey(row.text()),
                row.text(),
                Plan.ofKey(row.text()).orElseThrow(),
                ZoneId.of(row.text()),
                row.textOrNull(),
                Locale.forLanguageTag(row.text()),
                row.flag());
    }
}
