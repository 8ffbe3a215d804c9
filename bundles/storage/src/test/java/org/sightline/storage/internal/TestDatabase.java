package org.sightline.storage.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Properties;
import javax.sql.ConnectionPoolDataSource;
import javax.sql.DataSource;
import javax.sql.XADataSource;
import org.apache.derby.jdbc.EmbeddedDataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.osgi.service.jdbc.DataSourceFactory;
import org.postgresql.osgi.PGDataSourceFactory;
import org.sightline.storage.internal.database.Database;
import org.sightline.storage.internal.database.DatabaseAddress;
import org.sightline.testkit.postgres.InstalledPostgres;
import org.sightline.testkit.postgres.ThrowAwayPostgres;

/**
 * One database for all tests of a class: Derby in a directory of its own or, where the system property {@code
 * sightline.test.database} says {@code postgresql}, a database of a PostgreSQL cluster that this test run starts.
 */
final class TestDatabase implements BeforeAllCallback, AfterAllCallback {

    private static final boolean ON_POSTGRES = "postgresql".equals(System.getProperty("sightline.test.database"));

    private @Nullable ThrowAwayPostgres cluster;
    private String url;
    private Database database;

    String url() {
        return url;
    }

    /** Returns another database, which is empty; PostgreSQL only. */
    String another() {
        return Objects.requireNonNull(cluster).newDatabase();
    }

    Database get() {
        return database;
    }

    @Override
    public void beforeAll(ExtensionContext context) throws IOException {
        cluster = ON_POSTGRES ? Cluster.of(context) : null;
        url = cluster == null ? derbyUrl(newDirectory()) : cluster.newDatabase();
        database = open(url);
    }

    /** Below the build's own folder, which a clean build removes. */
    static Path newDirectory() throws IOException {
        Path target = Files.createDirectories(Path.of("target", "databases"));
        return Files.createTempDirectory(target, "derby-");
    }

    @Override
    public void afterAll(ExtensionContext context) {
        if (database != null) {
            database.close();
        }
    }

    static String derbyUrl(Path directory) {
        return "jdbc:derby:" + directory.resolve("db") + ";create=true";
    }

    static Database open(String url) {
        DataSourceFactory factory = url.startsWith("jdbc:derby:") ? new DerbyFactory() : new PGDataSourceFactory();
        return Database.open(factory, address(url));
    }

    static DatabaseAddress address(String url) {
        return new DatabaseAddress(url, url.startsWith("jdbc:derby:") ? "" : ThrowAwayPostgres.USER, "", 10, 10_000);
    }

    /** The PostgreSQL of a test run; ended by JUnit after the last test. */
    record Cluster(ThrowAwayPostgres postgres) implements AutoCloseable {

        /** Skips the calling test where PostgreSQL is not installed. */
        static ThrowAwayPostgres of(ExtensionContext context) {
            InstalledPostgres.orSkip();
            return context.getRoot()
                    .getStore(ExtensionContext.Namespace.create(Cluster.class))
                    .getOrComputeIfAbsent(Cluster.class, key -> new Cluster(ThrowAwayPostgres.start()), Cluster.class)
                    .postgres;
        }

        @Override
        public void close() {
            postgres.close();
        }
    }

    /** What the Derby bundle offers, from Derby's own jars. */
    static final class DerbyFactory implements DataSourceFactory {

        @Override
        public DataSource createDataSource(Properties properties) {
            String[] parts = properties
                    .getProperty(JDBC_URL)
                    .substring("jdbc:derby:".length())
                    .split(";", 2);
            EmbeddedDataSource source = new EmbeddedDataSource();
            source.setDatabaseName(parts[0]);
            source.setConnectionAttributes(parts.length > 1 ? parts[1] : null);
            return source;
        }

        @Override
        public ConnectionPoolDataSource createConnectionPoolDataSource(Properties properties) throws SQLException {
            throw new SQLException("not offered");
        }

        @Override
        public XADataSource createXADataSource(Properties properties) throws SQLException {
            throw new SQLException("not offered");
        }

        @Override
        public Driver createDriver(Properties properties) throws SQLException {
            throw new SQLException("not offered");
        }
    }
}
