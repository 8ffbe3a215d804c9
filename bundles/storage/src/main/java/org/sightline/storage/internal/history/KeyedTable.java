package org.sightline.storage.internal.history;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A table and the columns of its primary key, the tenant's first, as the database itself tells.
 *
 * @param name in lower case
 * @param key  in the key's order
 */
record KeyedTable(String name, List<String> key) {

    private static final String TENANT = "tenant_key";

    KeyedTable {
        key = List.copyOf(key);
        if (!key.get(0).equals(TENANT)) {
            throw new IllegalStateException("the primary key of " + name + " does not begin with " + TENANT);
        }
    }

    /** Returns the tables whose rows keep the revisions they came and went with. */
    static List<KeyedTable> versioned(Connection connection) throws SQLException {
        DatabaseMetaData about = connection.getMetaData();
        String column = about.storesUpperCaseIdentifiers() ? "TO_REVISION" : "to_revision";
        List<String> names = new ArrayList<>();
        String escaped = column.replace("_", about.getSearchStringEscape() + "_");
        try (ResultSet found = about.getColumns(connection.getCatalog(), connection.getSchema(), "%", escaped)) {
            while (found.next()) {
                names.add(found.getString("TABLE_NAME"));
            }
        }
        List<KeyedTable> tables = new ArrayList<>();
        for (String name : names) {
            tables.add(of(connection, name));
        }
        return tables;
    }

    private static KeyedTable of(Connection connection, String name) throws SQLException {
        SortedMap<Integer, String> key = new TreeMap<>();
        try (ResultSet found =
                connection.getMetaData().getPrimaryKeys(connection.getCatalog(), connection.getSchema(), name)) {
            while (found.next()) {
                key.put(found.getInt("KEY_SEQ"), found.getString("COLUMN_NAME").toLowerCase(Locale.ROOT));
            }
        }
        return new KeyedTable(name.toLowerCase(Locale.ROOT), List.copyOf(key.values()));
    }

    /** Returns the statement that finds the keys of a tenant's rows; its first parameter is the tenant. */
    String select(String condition) {
        return "select " + String.join(", ", key) + " from " + name + " where " + TENANT + " = ? and " + condition;
    }

    /** Returns the statement that removes the row with a key. */
    String delete() {
        return "delete from " + name + " where "
                + key.stream().map(column -> column + " = ?").collect(Collectors.joining(" and "));
    }

    Object[] keyOf(ResultSet row) throws SQLException {
        Object[] values = new Object[key.size()];
        for (int at = 0; at < values.length; at++) {
            values[at] = row.getObject(at + 1);
        }
        return values;
    }

    static void addTo(PreparedStatement batch, Object[] keyOfRow) throws SQLException {
        for (int at = 0; at < keyOfRow.length; at++) {
            batch.setObject(at + 1, keyOfRow[at]);
        }
        batch.addBatch();
    }
}
