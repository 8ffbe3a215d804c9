package org.sightline.itests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

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

/** The disk is full: changes are refused, reads go on, and all is well again as soon as there is room. */
class FullDiskIT {

    private static final int DISK_MEGABYTES = 320;
    private static final int LARGE_IMPORT = 60_000;
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Duration LONGER_THAN_AT_HAND = Duration.ofSeconds(14);

    private final List<String> acknowledged = new ArrayList<>();

    @Test
    void writesAreRefusedReadsGoOnAndRoomIsEnoughToRecover() {
        ServerUnderTest server = new ServerUnderTest("full-disk").with("SIGHTLINE_JDBC_URL", "");
        try (SmallDisk disk = SmallDisk.at(server.data(), DISK_MEGABYTES);
                server) {
            assertStartIsRefusedUntilThereIsRoom(server, disk);
            Tenant tenant = Tenant.create(server, "pro");
            for (int round = 1; round <= 2; round++) {
                fillAndRecover(tenant, disk, round);
            }
            server.kill();
            assertStartIsRefusedUntilThereIsRoom(server, disk);
            assertNothingIsLost(tenant);
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

    private void fillAndRecover(Tenant tenant, SmallDisk disk, int round) {
        add(tenant, "before-" + round).expect(201);
        disk.fill();
        Answer refused = importMany(tenant).expectProblem(503, "unavailable");
        assertThat(refused.header("Retry-After")).isNotEmpty();
        await("reads go on")
                .during(LONGER_THAN_AT_HAND)
                .atMost(LONGER_THAN_AT_HAND.plus(PATIENCE))
                .until(() -> tenant.primary().get(tenant.path() + "/users").status() == 200);
        add(tenant, "full-" + round).expectProblem(503, "unavailable");
        StoreHealth.assertAway(tenant.primary().get("//health/ready"));
        disk.makeRoom();
        String id = "after-" + round;
        await("a change is taken again")
                .atMost(PATIENCE)
                .until(() -> add(tenant, id).status() == 201);
        await("health is good again")
                .atMost(PATIENCE)
                .until(() -> tenant.primary().get("//health/ready").status() == 200);
        assertNothingIsLost(tenant);
    }

    private Answer add(Tenant tenant, String id) {
        Answer answer = tenant.primary().post(tenant.path() + "/users", Json.of("{'user_id':'%s','name':'New'}", id));
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
