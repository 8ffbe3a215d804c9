package org.sightline.storage.internal.database;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import liquibase.Contexts;
import liquibase.Liquibase;
import liquibase.Scope;
import liquibase.UpdateSummaryEnum;
import liquibase.analytics.configuration.AnalyticsArgs;
import liquibase.database.DatabaseFactory;
import liquibase.database.core.DerbyDatabase;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.LiquibaseException;
import liquibase.resource.ClassLoaderResourceAccessor;
import liquibase.ui.LoggerUIService;

/** Brings the schema up to date: {@code schema/changelog.sql}, applied by Liquibase. */
public final class Migrations {

    private static final String CHANGELOG = "org/sightline/storage/schema/changelog.sql";

    private Migrations() {}

    /** Returns the ids of the changes that are made in one sort of database and not in the other. */
    public static Set<String> ofOneDatabaseOnly() {
        return Holder.OF_ONE_DATABASE_ONLY;
    }

    /** Reads the changelog when it is first asked for. */
    private static final class Holder {

        private static final Pattern CHANGE = Pattern.compile("(?m)^--changeset [^:\\s]+:(\\S+).*\\sdbms:.*$");

        private static final Set<String> OF_ONE_DATABASE_ONLY = CHANGE.matcher(changelog())
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toUnmodifiableSet());

        private static String changelog() {
            try (InputStream content = Migrations.class.getClassLoader().getResourceAsStream(CHANGELOG)) {
                if (content == null) {
                    throw new IllegalStateException("there is no " + CHANGELOG);
                }
                return new String(content.readAllBytes(), UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /**
     * Brings it up to date, unless it is.
     *
     * @param pool   where the work is done
     * @param source opens connections beside the pool
     */
    static void run(DataSource pool, DataSource source, Dialect dialect) throws SQLException {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        // Liquibase looks for its own parts through this loader.
        thread.setContextClassLoader(Liquibase.class.getClassLoader());
        try (Connection guard = source.getConnection();
                Connection connection = pool.getConnection()) {
            dialect.waitForTurnToMigrate(guard);
            Scope.child(quietly(), () -> update(connection));
            if (!guard.getAutoCommit()) {
                guard.rollback();
            }
        } catch (SQLException e) {
            throw e;
        } catch (Exception e) {
            throw new SQLException("cannot bring the schema up to date", e);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /** Nothing on standard output, warnings in our log, and no usage statistics sent to anybody. */
    private static Map<String, Object> quietly() {
        return Map.of(
                Scope.Attr.logService.name(), new LiquibaseLog.Service(),
                Scope.Attr.ui.name(), new LoggerUIService(),
                AnalyticsArgs.ENABLED.getKey(), false);
    }

    private static void update(Connection connection) throws LiquibaseException {
        liquibase.database.Database database =
                DatabaseFactory.getInstance().findCorrectDatabaseImplementation(new JdbcConnection(connection));
        if (database instanceof DerbyDatabase derby) {
            derby.setShutdownEmbeddedDerby(false);
        }
        try (Liquibase liquibase = new Liquibase(
                CHANGELOG, new ClassLoaderResourceAccessor(Migrations.class.getClassLoader()), database)) {
            // It is our turn, so any lock was left behind by a process that was killed while it migrated.
            liquibase.forceReleaseLocks();
            liquibase.setShowSummary(UpdateSummaryEnum.OFF);
            liquibase.update(new Contexts());
        }
    }
}
