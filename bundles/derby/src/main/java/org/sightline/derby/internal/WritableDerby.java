package org.sightline.derby.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.derby.jdbc.EmbeddedDataSource;

/**
 * A data source that gives no connection to a database which Derby opened for reading only.
 *
 * <p>Derby closes a database when it cannot write, on a full disk say, and opens it again for the next caller. When it
 * cannot write at that moment either, it stays with reading for good, long after there is room again. So such a database
 * is closed at once, and the next caller opens it anew.
 */
final class WritableDerby extends EmbeddedDataSource {

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = Logger.getLogger(WritableDerby.class.getName());
    private static final String HAS_SHUT_DOWN = "08006";
    private static final String CANNOT_BE_USED = "08004";

    @Override
    public Connection getConnection() throws SQLException {
        return writable(super.getConnection());
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return writable(super.getConnection(user, password));
    }

    private Connection writable(Connection connection) throws SQLException {
        if (!connection.isReadOnly()) {
            return connection;
        }
        connection.close();
        shutDown();
        throw new SQLNonTransientConnectionException(
                "Derby can read `" + getDatabaseName() + "` but not write there: is the disk full, or the folder"
                        + " not writable for the server's user?",
                CANNOT_BE_USED);
    }

    private void shutDown() {
        EmbeddedDataSource closing = new EmbeddedDataSource();
        closing.setDatabaseName(getDatabaseName());
        closing.setShutdownDatabase("shutdown");
        try (Connection unexpected = closing.getConnection()) {
            LOG.log(Level.WARNING, "Derby did not close the database: {0}", unexpected);
        } catch (SQLException outcome) {
            if (!HAS_SHUT_DOWN.equals(outcome.getSQLState())) {
                LOG.log(Level.WARNING, "Derby did not close the database cleanly", outcome);
            }
        }
    }
}
