package org.sightline.derby.internal;

import java.sql.Driver;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.Properties;
import javax.sql.ConnectionPoolDataSource;
import javax.sql.DataSource;
import javax.sql.XADataSource;
import org.apache.derby.jdbc.EmbeddedDriver;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.jdbc.DataSourceFactory;

/** Opens embedded Derby databases by JDBC URL, and closes all of them when the bundle stops. */
@Component(
        property = {
            DataSourceFactory.OSGI_JDBC_DRIVER_NAME + "=derby",
            DataSourceFactory.OSGI_JDBC_DRIVER_CLASS + "=org.apache.derby.jdbc.EmbeddedDriver"
        })
public final class EmbeddedDerbyFactory implements DataSourceFactory {

    private static final String URL_PREFIX = "jdbc:derby:";

    /** Derby's way to say that it has shut down as asked. */
    private static final String SHUT_DOWN = "XJ015";

    /**
     * A data source for one database.
     *
     * @param properties {@code url} ({@code jdbc:derby:<path>[;attribute=value]…}), and optionally {@code user} and
     *     {@code password}
     * @throws SQLException when the URL is missing or not Derby's
     */
    @Override
    public DataSource createDataSource(Properties properties) throws SQLException {
        String url = properties.getProperty(JDBC_URL, "");
        if (!url.startsWith(URL_PREFIX)) {
            throw new SQLException("the URL `" + url + "` does not start with " + URL_PREFIX);
        }
        String[] nameAndAttributes = url.substring(URL_PREFIX.length()).split(";", 2);
        WritableDerby source = new WritableDerby();
        source.setDatabaseName(nameAndAttributes[0]);
        if (nameAndAttributes.length > 1) {
            source.setConnectionAttributes(nameAndAttributes[1]);
        }
        source.setUser(properties.getProperty(JDBC_USER));
        source.setPassword(properties.getProperty(JDBC_PASSWORD));
        return source;
    }

    /** The driver itself, for callers that build URLs on their own. */
    @Override
    public Driver createDriver(Properties properties) {
        return new EmbeddedDriver();
    }

    /** Always refused: pooling is done above this factory. */
    @Override
    public ConnectionPoolDataSource createConnectionPoolDataSource(Properties properties) throws SQLException {
        throw new SQLFeatureNotSupportedException("pooled connections are made above this factory");
    }

    /** Always refused: nobody here spans one transaction over two databases. */
    @Override
    public XADataSource createXADataSource(Properties properties) throws SQLException {
        throw new SQLFeatureNotSupportedException("distributed transactions are not offered");
    }

    @Deactivate
    void shutDown() throws SQLException {
        try {
            new EmbeddedDriver().connect(URL_PREFIX + ";shutdown=true", new Properties());
        } catch (SQLException outcome) {
            if (!SHUT_DOWN.equals(outcome.getSQLState())) {
                throw outcome;
            }
        }
    }
}
