package org.sightline.storage.internal.tables;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.sightline.directory.model.TenantKey;

/**
 * A table whose rows keep the revisions they came and went with (docs/storage.md, "Versioned rows"): a change closes the
 * old row and adds a new one.
 */
final class VersionedTable<V> {

    /** The {@code to_revision} of rows that still hold. */
    static final long STILL = Long.MAX_VALUE;

    private static final int BATCH = 1000;

    private final RowForm<V> form;
    private final String insert;
    private final String close;
    private final String select;
    private final String come;
    private final String gone;

    VersionedTable(RowForm<V> form) {
        this.form = form;
        String columns = form.idColumn() + ", " + String.join(", ", form.columns());
        this.insert = "insert into " + form.table() + " (tenant_key, from_revision, to_revision, " + columns
                + ") values (?, ?, ?, ?" + ", ?".repeat(form.columns().size()) + ")";
        this.close = "update " + form.table() + " set to_revision = ? where tenant_key = ? and " + form.idColumn()
                + " = ? and to_revision = ?";
        this.select = "select " + columns + " from " + form.table()
                + " where tenant_key = ? and from_revision <= ? and to_revision > ?";
        this.come = "select " + columns + " from " + form.table()
                + " where tenant_key = ? and from_revision > ? and from_revision <= ? and to_revision > ?";
        this.gone = "select " + form.idColumn() + " from " + form.table()
                + " where tenant_key = ? and from_revision <= ? and to_revision > ? and to_revision <= ?";
    }

    String name() {
        return form.table();
    }

    String id(V value) {
        return form.id(value);
    }

    /** Closes the rows of all ids given and adds those that have a value. */
    void replace(Connection connection, TenantKey tenant, long revision, Map<String, Optional<V>> changes)
            throws SQLException {
        if (changes.isEmpty()) {
            return;
        }
        close(connection, tenant, revision, changes.keySet());
        List<V> values = new ArrayList<>();
        changes.values().forEach(change -> change.ifPresent(values::add));
        insert(connection, tenant, revision, values);
    }

    void close(Connection connection, TenantKey tenant, long revision, Collection<String> ids) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(close)) {
            inBatches(statement, ids.iterator(), id -> new RowWriter(statement)
                    .number(revision)
                    .text(tenant.value())
                    .text(id)
                    .number(STILL));
        }
    }

    void insert(Connection connection, TenantKey tenant, long revision, Collection<V> values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(insert)) {
            inBatches(
                    statement,
                    values.iterator(),
                    value -> form.write(
                            value,
                            new RowWriter(statement)
                                    .text(tenant.value())
                                    .number(revision)
                                    .number(STILL)
                                    .text(form.id(value))));
        }
    }

    /** Hands over all values that held at a revision, in any order. */
    void forEach(Connection connection, TenantKey tenant, long revision, Consumer<V> consumer) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(select)) {
            new RowWriter(statement).text(tenant.value()).number(revision).number(revision);
            statement.setFetchSize(BATCH);
            try (ResultSet rows = statement.executeQuery()) {
                RowReader row = new RowReader(rows);
                while (rows.next()) {
                    consumer.accept(form.read(row.again().text(), row));
                }
            }
        }
    }

    /** Returns the values that hold at a revision and did not, or differently, at an earlier one; in any order. */
    List<V> comeSince(Connection connection, TenantKey tenant, long earlier, long revision) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(come)) {
            new RowWriter(statement)
                    .text(tenant.value())
                    .number(earlier)
                    .number(revision)
                    .number(revision);
            List<V> values = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                RowReader row = new RowReader(rows);
                while (rows.next()) {
                    values.add(form.read(row.again().text(), row));
                }
            }
            return values;
        }
    }

    /** Returns the ids whose rows of an earlier revision hold no more; others may have come in their place. */
    Set<String> goneSince(Connection connection, TenantKey tenant, long earlier, long revision) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(gone)) {
            new RowWriter(statement)
                    .text(tenant.value())
                    .number(earlier)
                    .number(earlier)
                    .number(revision);
            Set<String> ids = new LinkedHashSet<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    ids.add(rows.getString(1));
                }
            }
            return ids;
        }
    }

    List<V> load(Connection connection, TenantKey tenant, long revision) throws SQLException {
        List<V> values = new ArrayList<>();
        forEach(connection, tenant, revision, values::add);
        return values;
    }

    private static <T> void inBatches(PreparedStatement statement, Iterator<T> values, Filling<T> filling)
            throws SQLException {
        int waiting = 0;
        while (values.hasNext()) {
            filling.fill(values.next());
            statement.addBatch();
            if (++waiting == BATCH) {
                statement.executeBatch();
                waiting = 0;
            }
        }
        if (waiting > 0) {
            statement.executeBatch();
        }
    }

    private interface Filling<T> {

        void fill(T value) throws SQLException;
    }
}
