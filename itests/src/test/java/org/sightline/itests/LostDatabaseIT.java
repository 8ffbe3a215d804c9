package org.sightline.itests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sightline.itests.http.Answer;
import org.sightline.itests.http.Json;
import org.sightline.itests.http.Tenant;
import org.sightline.itests.server.ServerUnderTest;
import org.sightline.itests.server.Wire;
import org.sightline.testkit.postgres.InstalledPostgres;
import org.sightline.testkit.postgres.ThrowAwayPostgres;

/** PostgreSQL goes away, or is silent: changes are refused, reads go on, and all is well again without anybody's help. */
class LostDatabaseIT {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /** Longer than a session is at hand without looking into the database. */
    private static final Duration LONGER_THAN_AT_HAND = Duration.ofSeconds(14);

    private static final int WRITERS = 40;
    private static final String PRESENT = "amy";

    private static ThrowAwayPostgres postgres;
    private static Wire wire;
    private static ServerUnderTest server;
    private static Tenant tenant;

    private final AtomicInteger number = new AtomicInteger();

    @BeforeAll
    static void start() throws IOException {
        InstalledPostgres.orSkip();
        // One that is crashed must keep what it has acknowledged.
        postgres = ThrowAwayPostgres.start(List.of("fsync=on", "synchronous_commit=on"));
        URI address = URI.create(postgres.newDatabase().substring("jdbc:".length()));
        wire = new Wire(address.getPort());
        server = new ServerUnderTest("lost-database")
                .with("SIGHTLINE_JDBC_URL", "jdbc:postgresql://127.0.0.1:" + wire.port() + address.getPath())
                .with("SIGHTLINE_JDBC_USER", ThrowAwayPostgres.USER);
        Path settings = Files.createDirectories(server.data().resolve("etc")).resolve("org.sightline.storage.cfg");
        Files.writeString(settings, "url = unused\nconnection.timeout.millis = 1000\nanswer.timeout.millis = 2000\n");
        server.start();
        tenant = Tenant.create(server, "pro");
        tenant.addUser(PRESENT);
    }

    @AfterAll
    static void stop() {
        if (postgres != null) {
            wire.mend();
            server.close();
            wire.close();
            postgres.close();
        }
    }

    private Answer write() {
        String id = "u" + getClass().hashCode() + "-" + hashCode() + "-" + number.incrementAndGet();
        return tenant.primary().post(tenant.path() + "/users", Json.of("{'user_id':'%s','name':'New'}", id));
    }

    private static Answer read() {
        return tenant.primary()
                .post(
                        tenant.path() + "/visibility/verify",
                        Json.of("{'subject_user_id':'boss','object_user_id':'%s'}", PRESENT));
    }

    private static Answer ready() {
        return tenant.primary().get("//health/ready");
    }

    private void awaitRecovery() {
        await("a change is taken again").atMost(PATIENCE).until(() -> write().status() == 201);
        await("health is good again").atMost(PATIENCE).until(() -> ready().status() == 200);
    }

    @Test
    void aStoppedDatabaseTakesWritesAwayAndNothingElse() {
        write().expect(201);
        postgres.crash();
        Answer refused = write().expectProblem(503, "unavailable");
        assertThat(refused.header("Retry-After")).isNotEmpty();
        await("health tells of it").atMost(PATIENCE).until(() -> ready().status() == 503);
        StoreHealth.assertAway(ready());
        await("reads go on")
                .during(LONGER_THAN_AT_HAND)
                .atMost(LONGER_THAN_AT_HAND.plus(PATIENCE))
                .until(() -> read().status() == 200);
        tenant.primary().get(tenant.path() + "/users").expect(200);
        postgres.startAgain();
        awaitRecovery();
    }

    @Test
    void aSilentDatabaseHoldsUpNobodyForLong() {
        write().expect(201);
        wire.interrupt();
        ExecutorService threads = Executors.newFixedThreadPool(WRITERS);
        try {
            List<CompletableFuture<Answer>> writers = new ArrayList<>();
            for (int writer = 0; writer < WRITERS; writer++) {
                writers.add(CompletableFuture.supplyAsync(this::write, threads));
            }
            await("all writers are told, and readers meanwhile served")
                    .atMost(PATIENCE)
                    .until(() -> read().expect(200).status() == 200
                            && writers.stream().allMatch(CompletableFuture::isDone));
            writers.forEach(writer -> writer.join().expectProblem(503, "unavailable"));
            write().expectProblem(503, "unavailable");
        } finally {
            threads.shutdownNow();
            wire.mend();
        }
        awaitRecovery();
    }

    @Test
    void whatNobodyExpectedHasAnIdThatIsInTheLogAndNoTrace() {
        tenant.primary().get(tenant.path() + "/notifications").expect(200);
        postgres.execute("alter table notice rename to notice_elsewhere");
        try {
            Answer broken = tenant.primary()
                    .with("X-Request-Id", "broken-on-purpose")
                    .get(tenant.path() + "/notifications")
                    .expectProblem(500, "internal");
            String incident = broken.text("/incident_id");
            assertThat(incident).matches("[0-9a-f-]{36}");
            assertThat(broken.body()).doesNotContain("notice", "Exception", "org.sightline", "PSQL");
            List<String> log = server.log();
            assertThat(log).anySatisfy(line -> assertThat(line)
                    .contains("| ERROR |")
                    .contains(incident)
                    .contains("broken-on-purpose"));
            assertThat(log)
                    .as("the trace, for the operator")
                    .anyMatch(line -> line.contains("relation \"notice\" does not exist"));
        } finally {
            postgres.execute("alter table notice_elsewhere rename to notice");
        }
        tenant.primary().get(tenant.path() + "/notifications").expect(200);
    }
}
