package org.sightline.storage.internal.database;

import java.nio.file.Path;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;
import java.util.Properties;
import javax.sql.DataSource;
import org.osgi.service.jdbc.DataSourceFactory;
import org.slf4j.LoggerFactory;

/** What differs between the databases; everything else is SQL that both understand. */
public enum Dialect {
    /** Derby in this process; nobody else has the database open. */
    DERBY("jdbc:derby:", DataSourceFactory.OSGI_JDBC_DRIVER_NAME, "derby") {
        @Override
        void beforeOpening(String url) {
            DERBY_TUNING.forEach(Dialect::setUnlessSet);
            // Derby writes its log into the working directory otherwise, which servers may share.
            Path log = Path.of(derbyPath(url)).toAbsolutePath().resolveSibling("derby.log");
            setUnlessSet("derby.stream.error.file", log.toString());
            new UnfinishedDerby(Path.of(derbyPath(url)).toAbsolutePath()).putAside();
        }

        @Override
        void afterClosing(DataSourceFactory factory, String url) {
            Properties shutdown = new Properties();
            shutdown.setProperty(DataSourceFactory.JDBC_URL, prefix() + derbyPath(url) + ";shutdown=true");
            try (Connection unexpected = factory.createDataSource(shutdown).getConnection()) {
                LoggerFactory.getLogger(Dialect.class).warn("Derby did not shut down: {}", unexpected);
            } catch (SQLException outcome) {
                if (!DERBY_HAS_SHUT_DOWN.equals(outcome.getSQLState())) {
                    LoggerFactory.getLogger(Dialect.class).warn("Derby did not shut down cleanly", outcome);
                }
            }
        }

        @Override
        boolean isAlone() {
            return true;
        }

        /** It takes a user's name for the name of a schema: with one that is left over from elsewhere all would look empty. */
        @Override
        boolean asksWhoSignsIn() {
            return false;
        }

        @Override
        <T> T readStill(DataSource pool, DataSourceFactory factory, String url, Path scratch, Work<T> work)
                throws SQLException {
            copy(pool, scratch);
            String copy = prefix() + scratch.resolve(Path.of(derbyPath(url)).getFileName());
            Properties address = new Properties();
            address.setProperty(DataSourceFactory.JDBC_URL, copy);
            try (Connection connection = factory.createDataSource(address).getConnection()) {
                connection.setAutoCommit(false);
                try {
                    return work.in(connection);
                } finally {
                    connection.rollback();
                }
            } finally {
                afterClosing(factory, copy);
            }
        }

        /** Derby copies its files and then what was logged meanwhile, so that the copy is of one moment. */
        private void copy(DataSource pool, Path scratch) throws SQLException {
            try (Connection connection = pool.getConnection();
                    CallableStatement backup = connection.prepareCall("call syscs_util.syscs_backup_database(?)")) {
                backup.setString(1, scratch.toAbsolutePath().toString());
                backup.execute();
                connection.commit();
            }
        }
    },

    /** PostgreSQL, which other servers may use at the same time. */
    POSTGRESQL("jdbc:postgresql:", DataSourceFactory.OSGI_JDBC_DRIVER_CLASS, "org.postgresql.Driver") {
        @Override
        <T> T readStill(DataSource pool, DataSourceFactory factory, String url, Path scratch, Work<T> work)
                throws SQLException {
            try (Connection connection = pool.getConnection()) {
                connection.setReadOnly(true);
                connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
                try {
                    return work.in(connection);
                } finally {
                    connection.rollback();
                }
            }
        }

        /** Held by the transaction: it ends with the server's process, and means the same behind a pooler. */
        @Override
        void waitForTurnToMigrate(Connection guard) throws SQLException {
            guard.setAutoCommit(false);
            try (PreparedStatement lock = guard.prepareStatement("select pg_advisory_xact_lock(?)")) {
                lock.setLong(1, MIGRATION);
                lock.execute();
            }
        }

        @Override
        void limitSilence(Connection connection, int millis) throws SQLException {
            if (connection.getNetworkTimeout() != millis) {
                connection.setNetworkTimeout(Runnable::run, millis);
            }
        }
    };

    /** Any number that no other program on the database takes for a lock of its own. */
    private static final long MIGRATION = 0x736967686c696e65L;

    private static final String DERBY_HAS_SHUT_DOWN = "08006";

    /**
     * Large pages since members are read in bulk; 64 MB of them in memory; a log buffer for large transactions; rarer
     * checkpoints. Durability stays as it is: every commit waits for the disk.
     */
    private static final Map<String, String> DERBY_TUNING = Map.of(
            "derby.storage.pageSize", "32768",
            "derby.storage.pageCacheSize", "2000",
            "derby.storage.logBufferSize", "1048576",
            "derby.storage.logSwitchInterval", "33554432",
            "derby.storage.checkpointInterval", "67108864");

    private final String prefix;
    private final String factoryProperty;
    private final String factoryValue;

    Dialect(String prefix, String factoryProperty, String factoryValue) {
        this.prefix = prefix;
        this.factoryProperty = factoryProperty;
        this.factoryValue = factoryValue;
    }

    /**
     * Returns the dialect of a JDBC URL.
     *
     * @throws IllegalArgumentException when the URL belongs to neither database, with a text fit for the operator
     */
    public static Dialect of(String url) {
        for (Dialect dialect : values()) {
            if (url.startsWith(dialect.prefix)) {
                return dialect;
            }
        }
        throw new IllegalArgumentException("the database URL must begin with jdbc:derby: or jdbc:postgresql:");
    }

    /** Returns the filter that finds the {@link DataSourceFactory} service of this database. */
    public String factoryFilter() {
        return "(&(objectClass=" + DataSourceFactory.class.getName() + ")(" + factoryProperty + "=" + factoryValue
                + "))";
    }

    String prefix() {
        return prefix;
    }

    /** Called before the first connection. */
    void beforeOpening(String url) {}

    /** Called after the last connection was closed. */
    void afterClosing(DataSourceFactory factory, String url) {}

    /** Waits until no other server migrates the database; lasts until the connection's transaction ends. */
    void waitForTurnToMigrate(Connection guard) throws SQLException {}

    /**
     * Lets a connection break when the database is silent for longer while it is asked.
     *
     * @param millis 0 for ever
     */
    void limitSilence(Connection connection, int millis) throws SQLException {}

    /** Whether user and password of the address are for this database. */
    boolean asksWhoSignsIn() {
        return true;
    }

    /** Whether no other process can have the database open. */
    boolean isAlone() {
        return false;
    }

    /**
     * Reads the database as it is at one moment, however long that takes, while others go on writing.
     *
     * @param scratch an empty folder that may be filled; the caller removes it
     */
    abstract <T> T readStill(DataSource pool, DataSourceFactory factory, String url, Path scratch, Work<T> work)
            throws SQLException;

    private static String derbyPath(String url) {
        return url.substring(DERBY.prefix.length()).split(";", 2)[0];
    }

    private static void setUnlessSet(String name, String value) {
        if (System.getProperty(name) == null) {
            System.setProperty(name, value);
        }
    }
}
