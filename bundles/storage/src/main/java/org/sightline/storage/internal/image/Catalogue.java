package org.sightline.storage.internal.image;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sightline.storage.internal.database.Migrations;

/** Which tables there are, as the database itself tells, so that a new one is part of every image without a word here. */
public final class Catalogue {

    /** What says how far the schema is belongs to the database and not to what is kept in it. */
    private static final Set<String> OF_THE_SCHEMA = Set.of("databasechangelog", "databasechangeloglock");

    /** What must not come back: a session or a token that was ended after the image was made would be good again. */
    private static final Set<String> LEFT_OUT = Set.of("member_session", "app_token", "app_authorization");

    private Catalogue() {}

    /** Returns the names of the tables that go into an image, in order. */
    public static List<String> kept(Connection connection) throws SQLException {
        return tables(connection).stream().map(Table::name).toList();
    }

    /** Returns the names of the tables that no image has, in order. */
    public static List<String> leftOut() {
        return Stream.concat(OF_THE_SCHEMA.stream(), LEFT_OUT.stream()).sorted().toList();
    }

    static List<Table> tables(Connection connection) throws SQLException {
        List<Table> tables = new ArrayList<>();
        for (String name : names(connection)) {
            String lower = name.toLowerCase(Locale.ROOT);
            if (!OF_THE_SCHEMA.contains(lower) && !LEFT_OUT.contains(lower)) {
                tables.add(table(connection, name, lower));
            }
        }
        tables.sort(Comparator.comparing(Table::name));
        return tables;
    }

    private static List<String> names(Connection connection) throws SQLException {
        List<String> names = new ArrayList<>();
        try (ResultSet found = connection
                .getMetaData()
                .getTables(connection.getCatalog(), connection.getSchema(), "%", new String[] {"TABLE"})) {
            while (found.next()) {
                names.add(found.getString("TABLE_NAME"));
            }
        }
        return names;
    }

    private static Table table(Connection connection, String name, String lower) throws SQLException {
        List<Column> columns = new ArrayList<>();
        @Nullable String identity = null;
        DatabaseMetaData about = connection.getMetaData();
        String exactly = name.replace("_", about.getSearchStringEscape() + "_");
        try (ResultSet found = about.getColumns(connection.getCatalog(), connection.getSchema(), exactly, "%")) {
            while (found.next()) {
                String column = found.getString("COLUMN_NAME").toLowerCase(Locale.ROOT);
                columns.add(Column.of(lower, column, found.getInt("DATA_TYPE")));
                if ("YES".equals(found.getString("IS_AUTOINCREMENT"))) {
                    identity = column;
                }
            }
        }
        columns.sort(Comparator.comparing(Column::name));
        return new Table(lower, columns, identity);
    }

    /**
     * Returns the ids of the changes that made the schema, in order of their ids. Those that one sort of database needs
     * are left out: an index there makes no difference to what is kept.
     */
    static List<String> schema(Connection connection) throws SQLException {
        List<String> ids = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement("select id from databasechangelog");
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                ids.add(rows.getString(1));
            }
        }
        ids.removeAll(Migrations.ofOneDatabaseOnly());
        ids.sort(Comparator.naturalOrder());
        return ids;
    }
}
