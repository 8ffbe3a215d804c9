package org.sightline.storage.internal.database;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Stands before the pool, so that a database that is away, or hangs, does not fill the server with requests that wait
 * for it: then one at a time tries, and all others are told at once.
 */
final class Gate {

    /** Fewer than a web server has threads, so that some are left for what needs no database. */
    private static final int MOST_WAITING = 50;

    private static final String NO_CONNECTION = "08001";

    private final HikariDataSource pool;
    private final AtomicBoolean away = new AtomicBoolean();
    private final AtomicBoolean trying = new AtomicBoolean();

    Gate(HikariDataSource pool) {
        this.pool = pool;
    }

    /**
     * Returns a connection, waiting for one as long as the pool's settings say.
     *
     * @throws SQLTransientConnectionException when none comes in time, or none is to be expected
     */
    Connection connection() throws SQLException {
        return away.get() ? tried() : awaited();
    }

    private Connection awaited() throws SQLException {
        if (pool.getHikariPoolMXBean().getThreadsAwaitingConnection() >= MOST_WAITING) {
            throw new SQLTransientConnectionException(
                    MOST_WAITING + " requests already wait for a connection", NO_CONNECTION);
        }
        try {
            return pool.getConnection();
        } catch (SQLTransientConnectionException late) {
            away.set(true);
            throw late;
        }
    }

    private Connection tried() throws SQLException {
        if (!trying.compareAndSet(false, true)) {
            throw new SQLTransientConnectionException(
                    "the database did not answer before, and another request is trying it", NO_CONNECTION);
        }
        try {
            Connection connection = pool.getConnection();
            away.set(false);
            return connection;
        } finally {
            trying.set(false);
        }
    }
}
