package org.sightline.storage.internal.history;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import org.sightline.directory.model.TenantKey;
import org.sightline.storage.internal.database.Database;

/**
 * Removes many rows without being in anybody's way: one connection looks for them without locks, and for every few
 * hundred found a short transaction on another one removes them.
 */
public final class Removal {

    /** Few enough that no database locks a whole table for them, and that writers wait for milliseconds. */
    private static final int STEP = 500;

    private static final KeyedTable AUDIT = new KeyedTable("audit_entry", List.of("tenant_key", "entry_number"));

    private final Database database;
    private final LongConsumer progress;
    private long removed;

    /** Removes from a database. */
    public Removal(Database database, LongConsumer progress) {
        this.database = database;
        this.progress = progress;
    }

    /** Removes the rows of a tenant that went before a revision, or with it. Rows that hold are never among them. */
    public long closedUpTo(TenantKey tenant, long revision) {
        List<KeyedTable> tables = database.transaction("list the tables", KeyedTable::versioned);
        for (KeyedTable table : tables) {
            run(table, "to_revision <= ?", statement -> {
                statement.setString(1, tenant.value());
                statement.setLong(2, revision);
            });
        }
        return removed;
    }

    /**
     * Removes audit entries that are older than a time and belong to revisions before another one.
     *
     * @param log the tenant's key, or the name of the operator's own log
     */
    public long audit(String log, long beforeMicros, long beforeRevision) {
        run(AUDIT, "at_micros < ? and revision < ?", statement -> {
            statement.setString(1, log);
            statement.setLong(2, beforeMicros);
            statement.setLong(3, beforeRevision);
        });
        return removed;
    }

    private void run(KeyedTable table, String condition, Parameters parameters) {
        database.readVersions("look for what is not kept", connection -> {
            try (PreparedStatement select = connection.prepareStatement(table.select(condition))) {
                parameters.set(select);
                select.setFetchSize(STEP);
                List<Object[]> keys = new ArrayList<>(STEP);
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        keys.add(table.keyOf(rows));
                        if (keys.size() == STEP) {
                            remove(table, keys);
                            keys.clear();
                        }
                    }
                }
                remove(table, keys);
            }
            return removed;
        });
    }

    private void remove(KeyedTable table, List<Object[]> keys) {
        if (keys.isEmpty()) {
            return;
        }
        database.transaction("remove what is not kept", connection -> delete(connection, table, keys));
        removed += keys.size();
        progress.accept(removed);
    }

    private static int delete(Connection connection, KeyedTable table, List<Object[]> keys) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement(table.delete())) {
            for (Object[] key : keys) {
                KeyedTable.addTo(delete, key);
            }
            return delete.executeBatch().length;
        }
    }

    @FunctionalInterface
    private interface Parameters {

        void set(PreparedStatement statement) throws SQLException;
    }
}
