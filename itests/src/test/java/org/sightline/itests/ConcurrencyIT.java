package org.sightline.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sightline.itests.http.Answer;
import org.sightline.itests.http.Api;
import org.sightline.itests.http.Json;
import org.sightline.itests.http.Tenant;
import org.sightline.itests.server.ServerUnderTest;
import org.sightline.itests.server.SharedServer;

/** Many at once: no revision is skipped or given twice, no answer mixes two states, nothing acknowledged is lost. */
@ExtendWith(SharedServer.class)
class ConcurrencyIT {

    private static final int WRITERS = 8;
    private static final int WRITES = 15;

    private final Tenant tenant;
    private final Api boss;
    private final ExecutorService threads = Executors.newFixedThreadPool(WRITERS);

    ConcurrencyIT(ServerUnderTest server) {
        tenant = Tenant.create(server, "pro");
        boss = tenant.primary();
    }

    @AfterEach
    void endThreads() {
        threads.shutdownNow();
    }

    private <T> List<T> together(List<Callable<T>> tasks) throws Exception {
        List<T> results = new ArrayList<>();
        for (Future<T> future : threads.invokeAll(tasks)) {
            results.add(future.get());
        }
        return results;
    }

    @Test
    void parallelWritersGetOneRevisionEachWithoutGaps() throws Exception {
        long before = boss.get(tenant.path()).revision();
        List<Callable<List<Long>>> writers = new ArrayList<>();
        for (int writer = 0; writer < WRITERS; writer++) {
            String name = "w" + writer;
            writers.add(() -> IntStream.range(0, WRITES)
                    .mapToObj(i -> tenant.addUser(name + "-" + i).revision())
                    .toList());
        }
        List<Long> revisions = together(writers).stream().flatMap(List::stream).toList();
        assertThat(revisions)
                .containsExactlyInAnyOrderElementsOf(LongStream.rangeClosed(before + 1, before + WRITERS * WRITES)
                        .boxed()
                        .toList());
        assertThat(Pages.all(boss, tenant.path() + "/users?page_size=500", "user_id"))
                .hasSize(WRITERS * WRITES + 1);
    }

    @Test
    void ofManyWhoChangeTheSameStateOneWins() throws Exception {
        tenant.addUser("mel");
        String mel = tenant.path() + "/users/mel";
        for (int round = 0; round < 5; round++) {
            Api careful = boss.with("If-Match", boss.get(mel).etag());
            List<Callable<Integer>> writers = new ArrayList<>();
            for (int writer = 0; writer < WRITERS; writer++) {
                String city = "city-" + round + "-" + writer;
                writers.add(
                        () -> careful.patch(mel, Json.of("{'city':'%s'}", city)).status());
            }
            assertThat(together(writers)).containsOnly(200, 412).containsOnlyOnce(200);
        }
    }

    @Test
    void anIdIsGivenToOneOfManyWhoAskForIt() throws Exception {
        List<Callable<Integer>> writers = new ArrayList<>();
        for (int writer = 0; writer < WRITERS; writer++) {
            writers.add(() -> boss.post(tenant.path() + "/users", Json.of("{'user_id':'same','name':'x'}"))
                    .status());
        }
        assertThat(together(writers)).containsOnly(201, 409).containsOnlyOnce(201);
    }

    @Test
    void aRepeatedRequestInFlightIsDoneOnce() throws Exception {
        Api once = boss.with("Idempotency-Key", "the-same-for-all");
        List<Callable<Answer>> writers = new ArrayList<>();
        for (int writer = 0; writer < WRITERS; writer++) {
            writers.add(() -> once.post(tenant.path() + "/users", Json.of("{'name':'Once'}")));
        }
        List<Answer> answers = together(writers);
        assertThat(answers).extracting(Answer::status).isSubsetOf(201, 409);
        Set<String> ids = answers.stream()
                .filter(answer -> answer.status() == 201)
                .map(answer -> answer.text("/user_id"))
                .collect(Collectors.toSet());
        assertThat(ids).hasSize(1);
        assertThat(boss.get(tenant.path() + "/users").items("name")).containsOnlyOnce("Once");
    }

    @Test
    void noAnswerMixesTwoPoliciesAndWritersSeeTheirOwnChange() throws Exception {
        IntStream.range(0, 40).forEach(i -> tenant.addUser("m" + i));
        String pairs = IntStream.range(0, 2000)
                .mapToObj(i -> Json.of("{'subject_user_id':'m%s','object_user_id':'m%s'}", i % 40, (i + 1) % 40))
                .collect(Collectors.joining(",", "{\"pairs\":[", "]}"));
        AtomicBoolean done = new AtomicBoolean();
        List<Callable<Integer>> tasks = new ArrayList<>();
        tasks.add(() -> {
            try {
                for (int i = 0; i < 40; i++) {
                    tenant.putPolicy("{'main_rule':{'type':'%s'},'rule_sets':[]}", i % 2 == 0 ? "nobody" : "everyone");
                    boolean visible = boss.post(
                                    tenant.path() + "/visibility/verify",
                                    Json.of("{'subject_user_id':'m1','object_user_id':'m2'}"))
                            .expect(200)
                            .json()
                            .path("visible")
                            .asBoolean();
                    assertThat(visible)
                            .as("right after the change was acknowledged")
                            .isEqualTo(i % 2 == 1);
                }
            } finally {
                done.set(true);
            }
            return 1;
        });
        for (int reader = 0; reader < 3; reader++) {
            tasks.add(() -> readUntil(done, pairs));
        }
        assertThat(together(tasks)).allMatch(reads -> reads > 0);
    }

    private int readUntil(AtomicBoolean done, String pairs) {
        int reads = 0;
        long last = 0;
        while (!done.get() || reads == 0) {
            Answer answer =
                    boss.post(tenant.path() + "/visibility/verify:batch", pairs).expect(200);
            Set<Boolean> results = new TreeSet<>();
            for (JsonNode result : answer.json().path("results")) {
                results.add(result.asBoolean());
            }
            assertThat(results).as("all pairs under one policy").hasSize(1);
            assertThat(answer.revision()).as("time does not run backwards").isGreaterThanOrEqualTo(last);
            last = answer.revision();
            reads++;
        }
        return reads;
    }
}
