package org.sightline.storage.internal.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;
import javax.sql.DataSource;
import org.osgi.service.jdbc.DataSourceFactory;
import org.sightline.storage.internal.news.Outbox;
import org.sightline.store.StoreUnavailableException;
import org.slf4j.LoggerFactory;

/** An open database with the present schema: a pool of connections, and transactions on them. */
public final class Database implements AutoCloseable {

    private static final String UNIQUE_VIOLATION = "23505";

    /** Value out of range, constraint violated, SQL wrong: the fault is ours and another try would not help. */
    private static final String FAULTS_OF_OURS = "22|23|42";

    /** The database took it back for sure: it chose this transaction to break a deadlock. */
    private static final String ROLLED_BACK = "40";

    /** How long the database may be silent in a transaction that nobody waits for at the other end of a request. */
    private static final int LONG_SILENCE_MILLIS = 600_000;

    /** How much longer than others may be silent who sort all rows of a tenant before they give the first. */
    private static final int LOADING = 4;

    private final HikariDataSource pool;
    private final Gate gate;
    private final DataSource source;
    private final Outbox outbox = new Outbox();
    private final Dialect dialect;
    private final DataSourceFactory factory;
    private final DatabaseAddress address;

    private Database(
            HikariDataSource pool,
            DataSource source,
            Dialect dialect,
            DataSourceFactory factory,
            DatabaseAddress address) {
        this.pool = pool;
        this.gate = new Gate(pool);
        this.source = source;
        this.dialect = dialect;
        this.factory = factory;
        this.address = address;
    }

    /**
     * Opens a database and brings its schema up to date.
     *
     * @throws StoreUnavailableException when it cannot be reached or its schema cannot be brought up to date
     */
    public static Database open(DataSourceFactory factory, DatabaseAddress address) {
        Dialect dialect = Dialect.of(address.url());
        dialect.beforeOpening(address.url());
        HikariDataSource pool = null;
        try {
            DataSource source = source(factory, address, dialect);
            pool = pool(source, address);
            Migrations.run(pool, source, dialect);
            return new Database(pool, source, dialect, factory, address);
        } catch (SQLException | RuntimeException e) {
            if (pool != null) {
                pool.close();
            }
            throw new StoreUnavailableException("cannot open the database", e);
        }
    }

    private static DataSource source(DataSourceFactory factory, DatabaseAddress address, Dialect dialect)
            throws SQLException {
        Properties login = new Properties();
        login.setProperty(DataSourceFactory.JDBC_URL, address.url());
        if (dialect.asksWhoSignsIn() && !address.user().isEmpty()) {
            login.setProperty(DataSourceFactory.JDBC_USER, address.user());
            login.setProperty(DataSourceFactory.JDBC_PASSWORD, address.password());
        }
        return factory.createDataSource(login);
    }

    private static HikariDataSource pool(DataSource source, DatabaseAddress address) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("sightline");
        config.setDataSource(source);
        config.setAutoCommit(false);
        config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        config.setMaximumPoolSize(address.maximumConnections());
        config.setMinimumIdle(Math.min(2, address.maximumConnections()));
        config.setConnectionTimeout(address.connectionTimeoutMillis());
        return new HikariDataSource(config);
    }

    /**
     * Runs a transaction and commits it; rolls back when anything is thrown.
     *
     * @param what what is being done, for messages, such as "commit changes"
     * @throws StoreUnavailableException when the database is gone, full, silent for too long, or chose this transaction
     *     to break a deadlock
     * @throws IllegalStateException when the database refuses what we ask of it
     */
    public <T> T transaction(String what, Work<T> work) {
        return transaction(what, work, Math.toIntExact(address.answerTimeoutMillis()));
    }

    /** Runs a transaction as {@link #transaction} does, with single statements that may take minutes. */
    public <T> T longTransaction(String what, Work<T> work) {
        return transaction(what, work, LONG_SILENCE_MILLIS);
    }

    private <T> T transaction(String what, Work<T> work, int silenceMillis) {
        try {
            return run(what, work, Connection.TRANSACTION_READ_COMMITTED, silenceMillis);
        } catch (SQLException e) {
            throw translated(what, e);
        }
    }

    /**
     * Runs a transaction as {@link #transaction} does, but gives an empty answer when a row with the same key is there
     * already; nothing is kept then.
     */
    public <T> Optional<T> transactionUnlessThere(String what, Work<T> work) {
        try {
            return Optional.of(run(
                    what, work, Connection.TRANSACTION_READ_COMMITTED, Math.toIntExact(address.answerTimeoutMillis())));
        } catch (SQLException e) {
            if (isUniqueViolation(e)) {
                return Optional.empty();
            }
            throw translated(what, e);
        }
    }

    /**
     * Reads versioned rows without waiting for writers. Their uncommitted rows are seen but belong to later revisions, so
     * a reader that asks for one committed revision gets exactly that.
     */
    public <T> T readVersions(String what, Work<T> work) {
        try {
            return run(
                    what,
                    work,
                    Connection.TRANSACTION_READ_UNCOMMITTED,
                    Math.toIntExact(LOADING * address.answerTimeoutMillis()));
        } catch (SQLException e) {
            throw translated(what, e);
        }
    }

    /** Returns how the pool of connections is right now. */
    public PoolState pool() {
        HikariPoolMXBean now = pool.getHikariPoolMXBean();
        return new PoolState(
                pool.getMaximumPoolSize(),
                now.getActiveConnections(),
                now.getIdleConnections(),
                now.getThreadsAwaitingConnection());
    }

    /** Whether other servers may use the database at the same time. */
    public boolean isShared() {
        return !dialect.isAlone();
    }

    /** Returns where to put what other servers must know. */
    public Outbox outbox() {
        return outbox;
    }

    /** Opens a connection for long; each statement on it is a transaction. Close it before the database. */
    public Connection connectBesidePool() throws SQLException {
        return source.getConnection();
    }

    /**
     * Reads the whole database as it is at one moment, however long that takes, while others go on writing.
     *
     * @param scratch an empty folder that may be filled; the caller removes it
     */
    public <T> T readStill(String what, Path scratch, Work<T> work) {
        try {
            return dialect.readStill(pool, factory, address.url(), scratch, work);
        } catch (SQLException e) {
            throw translated(what, e);
        }
    }

    /** Whether a statement failed since a row with the same key is there already. */
    public static boolean isUniqueViolation(SQLException e) {
        return UNIQUE_VIOLATION.equals(e.getSQLState());
    }

    private <T> T run(String what, Work<T> work, int isolation, int silenceMillis) throws SQLException {
        try (Connection connection = gate.connection()) {
            dialect.limitSilence(connection, silenceMillis);
            if (connection.getTransactionIsolation() != isolation) {
                connection.setTransactionIsolation(isolation);
            }
            boolean done = false;
            try {
                T result = work.in(connection);
                commit(what, connection);
                done = true;
                return result;
            } finally {
                if (!done) {
                    rollBack(connection);
                }
            }
        }
    }

    private static void commit(String what, Connection connection) throws SQLException {
        try {
            connection.commit();
        } catch (SQLException e) {
            if (isOf(FAULTS_OF_OURS, e) || isOf(ROLLED_BACK, e)) {
                throw e;
            }
            throw new StoreUnavailableException("the database was lost while it was to " + what, e, true);
        }
    }

    private static void rollBack(Connection connection) {
        try {
            connection.rollback();
        } catch (SQLException alreadyBroken) {
            // What made us roll back is on its way up, and a broken connection has no transaction any more.
            LoggerFactory.getLogger(Database.class).debug("cannot roll back", alreadyBroken);
        }
    }

    private static RuntimeException translated(String what, SQLException e) {
        if (isOf(FAULTS_OF_OURS, e)) {
            return new IllegalStateException("the database refuses to " + what, e);
        }
        return new StoreUnavailableException("cannot " + what, e);
    }

    private static boolean isOf(String classes, SQLException e) {
        String state = e.getSQLState();
        return state != null && state.length() == 5 && state.substring(0, 2).matches(classes);
    }

    /** Closes all connections, and the database itself when it runs in this process. */
    @Override
    public void close() {
        pool.close();
        dialect.afterClosing(factory, address.url());
    }
}
