package org.sightline.itests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.sightline.itests.http.Answer;
import org.sightline.itests.http.Api;
import org.sightline.itests.http.Json;
import org.sightline.itests.http.Tenant;
import org.sightline.itests.server.ServerUnderTest;

/** The process is killed in the middle of work: what was acknowledged is there, what was not is whole or absent. */
class KillIT {

    private static final int ROUNDS = Integer.getInteger("itests.kills", 2);
    private static final int IMPORTED = 4000;

    @Test
    void nothingAcknowledgedIsLostAndNothingIsHalfDone() {
        long seed = Long.getLong("itests.seed", System.nanoTime());
        Random random = new Random(seed);
        try (ServerUnderTest server = new ServerUnderTest("kill").start()) {
            Tenant tenant = Tenant.create(server, "pro");
            tenant.addUser("amy");
            for (int round = 0; round < ROUNDS; round++) {
                String context = "round " + round + ", seed " + seed;
                killWhileThePolicyChanges(server, tenant, 1 + random.nextInt(60), context);
                killWhileAnImportRuns(server, tenant, round, random.nextInt(2 * IMPORTED), context);
            }
        } catch (AssertionError failed) {
            throw new AssertionError("seed " + seed, failed);
        }
    }

    private static void killWhileThePolicyChanges(ServerUnderTest server, Tenant tenant, int changes, String context) {
        long before = tenant.primary().get(tenant.path()).expect(200).revision();
        AtomicInteger acknowledged = new AtomicInteger();
        CompletableFuture<Void> writer = CompletableFuture.runAsync(() -> {
            for (int i = 1; true; i++) {
                changePolicy(tenant, i);
                acknowledged.set(i);
            }
        });
        await("policy changed " + changes + " times")
                .atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofMillis(1))
                .until(() -> acknowledged.get() >= changes);
        server.kill();
        assertThat(writer.handle((nothing, failure) -> failure).join())
                .as("the writer lost its server")
                .isNotNull();
        server.start();

        JsonNode rule = tenant.primary()
                .get(tenant.path() + "/visibility/policy")
                .expect(200)
                .json()
                .at("/rule_sets/0/rules/0/name");
        int kept = Integer.parseInt(rule.asText());
        assertThat(kept).as("last change, %s", context).isBetween(acknowledged.get(), acknowledged.get() + 1);
        assertThat(tenant.primary().get(tenant.path()).revision())
                .as("revision, %s", context)
                .isEqualTo(before + kept);
        assertThat(Pages.all(tenant.primary(), tenant.path() + "/audit?page_size=500", "revision").stream()
                        .map(Long::valueOf)
                        .filter(revision -> revision > before))
                .as("audited revisions, %s", context)
                .hasSize(kept);
    }

    private static void changePolicy(Tenant tenant, int number) {
        tenant.putPolicy(
                "{'main_rule':{'type':'everyone'},'rule_sets':[{'rules':[{'rule_id':'r','name':'%s','subjects':{'user_ids':['amy']},"
                        + "'objects':{'user_ids':['boss']},'effect':'%s'}]}]}",
                number, number % 2 == 0 ? "hidden" : "visible");
    }

    private static void killWhileAnImportRuns(
            ServerUnderTest server, Tenant tenant, int round, int progress, String context) {
        Api boss = tenant.primary();
        int before = members(tenant).size();
        long revision = boss.get(tenant.path()).revision();
        String lines = IntStream.range(0, IMPORTED)
                .mapToObj(i -> Json.of("{'kind':'user','user_id':'r%s-%s','name':'Member %s'}", round, i, i))
                .collect(Collectors.joining("\n"));
        String job = boss.send("POST", tenant.path() + "/directory/import?async=true", "application/x-ndjson", lines)
                .expect(202)
                .text("/job_id");
        Answer last = await("import reached " + progress)
                .atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofMillis(1))
                .until(
                        () -> boss.get(tenant.path() + "/jobs/" + job).expect(200),
                        state -> state.json().path("progress").asLong() >= progress
                                || !state.text("/state").equals("running"));
        server.kill();
        server.start();

        int after = members(tenant).size();
        if (last.text("/state").equals("done")) {
            assertThat(after).as("members after a finished import, %s", context).isEqualTo(before + IMPORTED);
        } else {
            assertThat(after)
                    .as("members after an interrupted import, %s", context)
                    .isIn(before, before + IMPORTED);
        }
        assertThat(boss.get(tenant.path()).revision())
                .as("revision, %s", context)
                .isEqualTo(after == before ? revision : revision + 1);
    }

    private static List<String> members(Tenant tenant) {
        return Pages.all(tenant.primary(), tenant.path() + "/users?page_size=500", "user_id");
    }
}
