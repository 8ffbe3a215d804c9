package org.sightline.itests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.sightline.itests.http.Answer;
import org.sightline.itests.http.Json;
import org.sightline.itests.http.Tenant;
import org.sightline.itests.server.ServerUnderTest;
import org.sightline.itests.server.SmallDisk;
import org.sightline.itests.server.TestDatabases;
import org.sightline.testkit.postgres.InstalledPostgres;
import org.sightline.testkit.postgres.ThrowAwayPostgres;

/** PostgreSQL's disk is full: changes are refused, reads go on, and Sightline needs nobody when PostgreSQL is back. */
class FullDiskOnPostgresIT {

    private static final int DISK_MEGABYTES = 160;
    private static final int LARGE_IMPORT = 60_000;
    private static final int LONG_NAME = 200;
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final List<String> acknowledged = new ArrayList<>();

    @Test
    void writesAreRefusedReadsGoOnAndRoomIsEnoughToRecover() throws IOException {
        InstalledPostgres.orSkip();
        Path mountPoint = Files.createTempDirectory("sightline-small-disk");
        try (SmallDisk disk = SmallDisk.at(mountPoint, DISK_MEGABYTES);
                ThrowAwayPostgres postgres = ThrowAwayPostgres.startBelow(
                        mountPoint, List.of("fsync=on", "synchronous_commit=on", "max_wal_size=32MB"));
                ServerUnderTest server = new ServerUnderTest("full-disk-postgresql")
                        .with(TestDatabases.environment(postgres.newDatabase()))) {
            server.start();
            Tenant tenant = Tenant.create(server, "pro");
            add(tenant, "before").expect(201);
            tablesAreFull(tenant, disk);
            assertThat(postgres.isRunning()).isTrue();
            disk.makeRoom();
            assertAllIsWell(server, tenant, "after-tables");

            logIsFull(postgres, disk);
            add(tenant, "refused").expectProblem(503, "unavailable");
            assertReadsGoOn(tenant);
            disk.makeRoom();
            postgres.startAgain();
            assertAllIsWell(server, tenant, "after-log");
        } finally {
            Files.delete(mountPoint);
        }
    }

    /** PostgreSQL refuses what makes its tables grow, and goes on. */
    private void tablesAreFull(Tenant tenant, SmallDisk disk) {
        disk.fill();
        Answer refused = importMany(tenant).expectProblem(503, "unavailable");
        assertThat(refused.header("Retry-After")).isNotEmpty();
        awaitRefusal(tenant);
        assertReadsGoOn(tenant);
    }

    /** PostgreSQL cannot write down what it is about to do: it ends itself, and cannot come back without room. */
    private static void logIsFull(ThrowAwayPostgres postgres, SmallDisk disk) {
        disk.fill();
        await("PostgreSQL has ended").atMost(PATIENCE).until(() -> {
            if (postgres.isRunning()) {
                assertThatThrownBy(() -> postgres.execute("select count(pg_logical_emit_message(true, 'test',"
                                + " repeat('x', 1000000))) from generate_series(1, 100)"))
                        .isInstanceOf(IllegalStateException.class);
            }
            return !postgres.isRunning();
        });
    }

    /** Without a hand on Sightline. */
    private void assertAllIsWell(ServerUnderTest server, Tenant tenant, String id) {
        await("a change is taken again")
                .atMost(PATIENCE)
                .until(() -> add(tenant, id).status() == 201);
        server.awaitReady();
        assertNothingIsLost(tenant);
    }

    /** What PostgreSQL still has room for in its files is taken, and kept. */
    private void awaitRefusal(Tenant tenant) {
        await("a small change is refused, too")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(1))
                .until(() -> add(tenant, "full-" + acknowledged.size()).status() == 503);
    }

    private static void assertReadsGoOn(Tenant tenant) {
        tenant.primary().get(tenant.path() + "/users").expect(200);
        tenant.primary()
                .post(
                        tenant.path() + "/visibility/verify",
                        Json.of("{'subject_user_id':'boss','object_user_id':'before'}"))
                .expect(200);
    }

    private Answer add(Tenant tenant, String id) {
        Answer answer = tenant.primary()
                .post(tenant.path() + "/users", Json.of("{'user_id':'%s','name':'%s'}", id, "N".repeat(LONG_NAME)));
        if (answer.status() == 201) {
            acknowledged.add(id);
        }
        return answer;
    }

    private static Answer importMany(Tenant tenant) {
        String lines = IntStream.range(0, LARGE_IMPORT)
                .mapToObj(i -> Json.of("{'kind':'user','user_id':'i%s','name':'Imported member number %s'}", i, i))
                .collect(Collectors.joining("\n"));
        return tenant.primary().send("POST", tenant.path() + "/directory/import", "application/x-ndjson", lines);
    }

    private void assertNothingIsLost(Tenant tenant) {
        List<String> expected = new ArrayList<>(List.of(Tenant.PRIMARY));
        expected.addAll(acknowledged);
        assertThat(Pages.all(tenant.primary(), tenant.path() + "/users?page_size=500", "user_id"))
                .containsExactlyInAnyOrderElementsOf(expected);
    }
}
