package org.sightline.itests.server;

import java.util.HashMap;
import java.util.Map;
import org.sightline.testkit.postgres.ThrowAwayPostgres;

/**
 * Which database servers under test use: Derby in their data folder, or, with {@code -Ddatabase=postgresql}, one each in a
 * PostgreSQL cluster that this test run starts.
 */
public final class TestDatabases {

    /** Whether servers keep their data in PostgreSQL. */
    public static final boolean ON_POSTGRES = "postgresql".equals(System.getProperty("itests.database"));

    private static final Map<String, String> URLS = new HashMap<>();

    private TestDatabases() {}

    /** Returns the environment for a server's database; the same name means the same database. */
    public static Map<String, String> of(String server) {
        return ON_POSTGRES ? environment(urlOf(server)) : Map.of();
    }

    private static synchronized String urlOf(String server) {
        return URLS.computeIfAbsent(server, name -> Cluster.POSTGRES.newDatabase());
    }

    /** Returns the environment of a server whose data is in a PostgreSQL database. */
    public static Map<String, String> environment(String url) {
        return Map.of("SIGHTLINE_JDBC_URL", url, "SIGHTLINE_JDBC_USER", ThrowAwayPostgres.USER);
    }

    /** Started when the first server needs it, thrown away when the test run ends. */
    private static final class Cluster {

        static final ThrowAwayPostgres POSTGRES = ThrowAwayPostgres.start();
    }
}
