package org.sightline.itests.server;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.sightline.testkit.postgres.InstalledPostgres;
import org.sightline.testkit.postgres.ThrowAwayPostgres;

/** Two servers on one PostgreSQL that nobody else uses. */
public final class TwoServers implements AutoCloseable {

    private static final String OPERATOR = "the-operator-of-two-servers-on-one-database";
    private static final String KEY = "the-key-of-two-servers-on-one-database-0123";

    /** One that is crashed must keep what it has acknowledged. */
    private final ThrowAwayPostgres postgres =
            ThrowAwayPostgres.start(List.of("fsync=on", "synchronous_commit=on", "max_connections=200"));

    private final ServerUnderTest first;
    private final ServerUnderTest second;

    private TwoServers(String name) {
        String url = postgres.newDatabase();
        first = server(name + "-first", url);
        second = server(name + "-second", url);
    }

    /** Prepares them; skips the calling test where PostgreSQL is not installed. */
    public static TwoServers orSkip(String name) {
        InstalledPostgres.orSkip();
        return new TwoServers(name);
    }

    private static ServerUnderTest server(String name, String url) {
        return new ServerUnderTest(name)
                .with(TestDatabases.environment(url))
                .with("SIGHTLINE_OPERATOR_TOKEN", OPERATOR)
                .with("SIGHTLINE_SERVER_KEY", KEY);
    }

    /** Starts both at the same moment, with their clocks at an instant. */
    public void startAt(Instant instant) {
        String offset = Duration.between(Instant.now(), instant).toString();
        both().forEach(server -> server.with("SIGHTLINE_CLOCK_OFFSET", offset));
        start();
    }

    /** Starts both at the same moment. */
    public void start() {
        both().forEach(ServerUnderTest::launch);
        both().forEach(ServerUnderTest::awaitReady);
    }

    /** Stops both. */
    public void stop() {
        both().forEach(ServerUnderTest::close);
    }

    private List<ServerUnderTest> both() {
        return List.of(first, second);
    }

    /** Returns one server. */
    public ServerUnderTest first() {
        return first;
    }

    /** Returns the other server. */
    public ServerUnderTest second() {
        return second;
    }

    /** Returns their database. */
    public ThrowAwayPostgres postgres() {
        return postgres;
    }

    @Override
    public void close() {
        try (postgres) {
            stop();
        }
    }
}
