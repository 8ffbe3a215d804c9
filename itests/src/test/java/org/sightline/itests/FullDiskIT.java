package org.sightline.itests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.sightline.itests.http.Tenant;
import org.sightline.itests.server.ServerUnderTest;
import org.sightline.itests.server.SmallDisk;

/** The disk is full: changes are refused, reads go on, and all is well again as soon as there is room. */
class FullDiskIT {

    private static final int DISK_MEGABYTES = 320;
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Duration LONGER_THAN_AT_HAND = Duration.ofSeconds(14);

    @Test
    void writesAreRefusedReadsGoOnAndRoomIsEnoughToRecover() {
        ServerUnderTest server = new ServerUnderTest("full-disk").with("SIGHTLINE_JDBC_URL", "");
        try (SmallDisk disk = SmallDisk.at(server.data(), DISK_MEGABYTES);
                server) {
            assertStartIsRefusedUntilThereIsRoom(server, disk);
            CrowdedTenant tenant = new CrowdedTenant(Tenant.create(server, "pro"), "New");
            for (int round = 1; round <= 2; round++) {
                fillAndRecover(tenant, disk, round);
            }
            server.kill();
            assertStartIsRefusedUntilThereIsRoom(server, disk);
            tenant.assertNothingIsLost();
        }
    }

    /** At the first start and at later ones; the same check whatever the database is. */
    private static void assertStartIsRefusedUntilThereIsRoom(ServerUnderTest server, SmallDisk disk) {
        int said = server.console().length();
        disk.fill();
        server.launch();
        await("the process ends").atMost(PATIENCE).until(() -> !server.isRunning());
        assertThat(server.exitValue()).isEqualTo(2);
        assertThat(server.console().substring(said))
                .contains("no room in the data directory " + server.data())
                .contains("make room on its disk and start again");
        disk.makeRoom();
        server.start();
    }

    private static void fillAndRecover(CrowdedTenant tenant, SmallDisk disk, int round) {
        tenant.add("before-" + round).expect(201);
        disk.fill();
        tenant.assertRefusesLargeImport();
        await("reads go on")
                .during(LONGER_THAN_AT_HAND)
                .atMost(LONGER_THAN_AT_HAND.plus(PATIENCE))
                .until(() -> tenant.primary().get(tenant.path() + "/users").status() == 200);
        tenant.add("full-" + round).expectProblem(503, "unavailable");
        StoreHealth.assertAway(tenant.primary().get("//health/ready"));
        disk.makeRoom();
        String id = "after-" + round;
        await("a change is taken again")
                .atMost(PATIENCE)
                .until(() -> tenant.add(id).status() == 201);
        await("health is good again")
                .atMost(PATIENCE)
                .until(() -> tenant.primary().get("//health/ready").status() == 200);
        tenant.assertNothingIsLost();
    }
}
