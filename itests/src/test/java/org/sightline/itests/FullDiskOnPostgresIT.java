package org.sightline.itests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
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
    private static final int LONG_NAME = 200;
    private static final Duration PATIENCE = Duration.ofMinutes(1);

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
            CrowdedTenant tenant = new CrowdedTenant(Tenant.create(server, "pro"), "N".repeat(LONG_NAME));
            tenant.add("before").expect(201);
            tablesAreFull(tenant, disk);
            assertThat(postgres.isRunning()).isTrue();
            disk.makeRoom();
            assertAllIsWell(server, tenant, "after-tables");

            logIsFull(postgres, disk);
            tenant.add("refused").expectProblem(503, "unavailable");
            assertReadsGoOn(tenant);
            disk.makeRoom();
            postgres.startAgain();
            assertAllIsWell(server, tenant, "after-log");
        } finally {
            Files.delete(mountPoint);
        }
    }

    /** PostgreSQL refuses what makes its tables grow, and goes on. */
    private static void tablesAreFull(CrowdedTenant tenant, SmallDisk disk) {
        disk.fill();
        tenant.assertRefusesLargeImport();
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
    private static void assertAllIsWell(ServerUnderTest server, CrowdedTenant tenant, String id) {
        await("a change is taken again")
                .atMost(PATIENCE)
                .until(() -> tenant.add(id).status() == 201);
        server.awaitReady();
        tenant.assertNothingIsLost();
    }

    /** What PostgreSQL still has room for in its files is taken, and kept. */
    private static void awaitRefusal(CrowdedTenant tenant) {
        await("a small change is refused, too")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(1))
                .until(() -> tenant.add("full-" + tenant.size()).status() == 503);
    }

    private static void assertReadsGoOn(CrowdedTenant tenant) {
        tenant.primary().get(tenant.path() + "/users").expect(200);
        tenant.primary()
                .post(
                        tenant.path() + "/visibility/verify",
                        Json.of("{'subject_user_id':'boss','object_user_id':'before'}"))
                .expect(200);
    }
}
