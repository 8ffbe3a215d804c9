package org.sightline.storage.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.PreparedStatement;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.sightline.storage.internal.database.Database;

/** Servers that start at the same time, and one that was killed while it migrated. */
@EnabledIfSystemProperty(named = "sightline.test.database", matches = "postgresql")
final class PostgresMigrationTest {

    private static final int SERVERS = 4;

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    @Test
    void serversThatStartTogetherOnAnEmptyDatabaseMakeTheSchemaOnce() throws Exception {
        String url = DATABASE.another();
        ExecutorService threads = Executors.newFixedThreadPool(SERVERS);
        try {
            Callable<Database> start = () -> TestDatabase.open(url);
            List<Future<Database>> started = threads.invokeAll(
                    IntStream.range(0, SERVERS).mapToObj(server -> start).toList());
            for (Future<Database> each : started) {
                try (Database database = each.get()) {
                    assertThat(new JdbcTenantStore(database).tenants()).isEmpty();
                }
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void aLockThatAKilledServerLeftBehindHoldsNobodyUp() {
        String url = DATABASE.another();
        try (Database database = TestDatabase.open(url)) {
            int locked = database.transaction("lock as a killed server does", connection -> {
                try (PreparedStatement lock = connection.prepareStatement(
                        "update databasechangeloglock set locked = true, lockgranted = now(), lockedby = 'gone'")) {
                    return lock.executeUpdate();
                }
            });
            assertThat(locked).isEqualTo(1);
        }
        try (Database database = TestDatabase.open(url)) {
            assertThat(new JdbcTenantStore(database).tenants()).isEmpty();
        }
    }
}
