package org.sightline.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.sightline.itests.http.Api;
import org.sightline.itests.http.Json;
import org.sightline.itests.http.Tenant;
import org.sightline.itests.server.ServerUnderTest;

/** The machine's clock jumps while the server is down, forwards and backwards; revisions and their times never run back. */
class ClockIT {

    private static final Duration AHEAD = Duration.ofDays(3);
    private static final Duration BEHIND = Duration.ofDays(-2);

    @Test
    void jumpsOfTheClockLoseNothingAndTurnNothingRound() {
        try (ServerUnderTest server = new ServerUnderTest("clock").start()) {
            Tenant tenant = Tenant.create(server, "pro");
            tenant.addUser("amy");
            long first = hide(tenant.primary(), tenant, true);

            restart(server, AHEAD);
            tenant.primary().get(tenant.path()).expectProblem(401, "unauthenticated");
            Api ahead = Tenant.signIn(server, tenant.key(), Tenant.PRIMARY);
            assertThat(hide(ahead, tenant, false)).isEqualTo(first + 1);

            restart(server, BEHIND);
            Api behind = Tenant.signIn(server, tenant.key(), Tenant.PRIMARY);
            assertThat(hide(behind, tenant, true)).isEqualTo(first + 2);
            assertThat(visibleAt(behind, tenant, Instant.now().plus(BEHIND)))
                    .as("a moment ago by the clock that is behind")
                    .isFalse();
            behind.post(tenant.path() + "/visibility/verify?at=" + Instant.now(), question())
                    .expectProblem(422, "invalid");

            restart(server, Duration.ZERO);
            Api boss = Tenant.signIn(server, tenant.key(), Tenant.PRIMARY);
            assertThat(boss.get(tenant.path()).revision()).isEqualTo(first + 2);
            assertThat(visibleAt(boss, tenant, Instant.now())).as("now").isFalse();
            assertThat(hide(boss, tenant, false)).isEqualTo(first + 3);
            assertThat(visibleAt(boss, tenant, Instant.now()))
                    .as("after the next change")
                    .isTrue();
            assertThat(Pages.all(boss, tenant.path() + "/audit?page_size=500", "revision"))
                    .as("audited revisions, the newest first")
                    .isSortedAccordingTo((one, other) -> Long.compare(Long.parseLong(other), Long.parseLong(one)));
        }
    }

    private static void restart(ServerUnderTest server, Duration offset) {
        server.stop();
        server.with("SIGHTLINE_CLOCK_OFFSET", offset.toString()).start();
    }

    private static long hide(Api boss, Tenant tenant, boolean hidden) {
        return boss.put(
                        tenant.path() + "/visibility/policy",
                        Json.of(
                                "{'main_rule':{'type':'everyone'},'rule_sets':[{'rules':[{'rule_id':'r',"
                                        + "'subjects':{'user_ids':['amy']},'objects':{'user_ids':['boss']},'effect':'%s'}]}]}",
                                hidden ? "hidden" : "visible"))
                .expect(200)
                .revision();
    }

    private static String question() {
        return Json.of("{'subject_user_id':'amy','object_user_id':'boss'}");
    }

    private static boolean visibleAt(Api boss, Tenant tenant, Instant at) {
        return boss.post(tenant.path() + "/visibility/verify?at=" + at, question())
                .expect(200)
                .json()
                .path("visible")
                .asBoolean();
    }
}
