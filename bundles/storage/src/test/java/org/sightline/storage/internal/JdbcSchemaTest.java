package org.sightline.storage.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.sightline.storage.internal.tables.TenantTables;

/** What docs/postgresql.md, "Sharding", says of the schema is so. */
final class JdbcSchemaTest {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    /** Liquibase's own; they have no tenants. */
    private static final Set<String> FOREIGN = Set.of("databasechangelog", "databasechangeloglock");

    /** Named in the docs with what to do about them. */
    private static final Map<String, String> EXCEPTIONS = Map.of(
            "kept_answer", "answer_scope",
            "unfinished_migration", "task",
            "app_registration", "app_id");

    /** Not part of a tenant's state in memory. */
    private static final Set<String> READ_AT_A_REVISION = Set.of(
            "communication_contact",
            "communication_chat",
            "communication_block",
            "communication_privacy",
            "resource",
            "resource_holder");

    @Test
    void theTenantKeyLeadsEveryPrimaryKeyButThoseThatAreNamed() {
        Map<String, String> leaders = DATABASE.get().transaction("read the schema", connection -> {
            Map<String, String> found = new TreeMap<>();
            for (String table : tables(connection)) {
                found.put(table, leader(connection, table));
            }
            return found;
        });
        assertThat(leaders).as("tables that were looked at").hasSizeGreaterThan(30);
        Map<String, String> expected = new HashMap<>();
        leaders.keySet().forEach(table -> expected.put(table, EXCEPTIONS.getOrDefault(table, "tenant_key")));
        assertThat(leaders).isEqualTo(expected).containsAllEntriesOf(EXCEPTIONS);
    }

    /** A unique index that leaves the tenant out could not be kept by an engine that shards. */
    @Test
    void theTenantKeyIsInEveryUniqueIndexOfThoseTables() {
        Set<String> without = DATABASE.get().transaction("read the schema", connection -> {
            Set<String> found = new TreeSet<>();
            for (String table : tables(connection)) {
                if (!EXCEPTIONS.containsKey(table)) {
                    found.addAll(uniqueIndexesWithoutTenant(connection, table));
                }
            }
            return found;
        });
        assertThat(without).isEmpty();
    }

    /** Otherwise other servers would not see what changes there. */
    @Test
    void everyTableWhoseRowsHoldFromOneRevisionToAnotherIsFollowed() {
        Set<String> versioned = DATABASE.get().transaction("read the schema", connection -> {
            Set<String> found = new TreeSet<>();
            for (String table : tables(connection)) {
                if (isVersioned(connection, table)) {
                    found.add(table);
                }
            }
            return found;
        });
        versioned.removeAll(READ_AT_A_REVISION);
        // Never changes without a row of visibility_policy.
        versioned.remove("visibility_rule");
        assertThat(new TenantTables().followed()).containsExactlyInAnyOrderElementsOf(versioned);
    }

    private static boolean isVersioned(Connection connection, String table) throws SQLException {
        try (ResultSet rows =
                connection.getMetaData().getColumns(null, connection.getSchema(), stored(connection, table), "%")) {
            while (rows.next()) {
                if (rows.getString("COLUMN_NAME").equalsIgnoreCase("to_revision")) {
                    return true;
                }
            }
            return false;
        }
    }

    private static List<String> tables(Connection connection) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (ResultSet rows =
                connection.getMetaData().getTables(null, connection.getSchema(), "%", new String[] {"TABLE"})) {
            while (rows.next()) {
                String table = rows.getString("TABLE_NAME");
                if (!FOREIGN.contains(table.toLowerCase(Locale.ROOT))) {
                    tables.add(table.toLowerCase(Locale.ROOT));
                }
            }
        }
        return tables;
    }

    private static String leader(Connection connection, String table) throws SQLException {
        try (ResultSet rows =
                connection.getMetaData().getPrimaryKeys(null, connection.getSchema(), stored(connection, table))) {
            while (rows.next()) {
                if (rows.getInt("KEY_SEQ") == 1) {
                    return rows.getString("COLUMN_NAME").toLowerCase(Locale.ROOT);
                }
            }
            return "no primary key";
        }
    }

    private static Set<String> uniqueIndexesWithoutTenant(Connection connection, String table) throws SQLException {
        Map<String, Boolean> hasTenant = new HashMap<>();
        try (ResultSet rows = connection
                .getMetaData()
                .getIndexInfo(null, connection.getSchema(), stored(connection, table), true, false)) {
            while (rows.next()) {
                if (rows.getShort("TYPE") != DatabaseMetaData.tableIndexStatistic) {
                    hasTenant.merge(
                            table + "." + rows.getString("INDEX_NAME"),
                            "tenant_key".equalsIgnoreCase(rows.getString("COLUMN_NAME")),
                            Boolean::logicalOr);
                }
            }
        }
        hasTenant.values().removeIf(has -> has);
        return hasTenant.keySet();
    }

    private static String stored(Connection connection, String table) throws SQLException {
        return connection.getMetaData().storesUpperCaseIdentifiers() ? table.toUpperCase(Locale.ROOT) : table;
    }
}
