package org.sightline.itests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sightline.itests.http.Answer;
import org.sightline.itests.http.Api;
import org.sightline.itests.http.EventStream;
import org.sightline.itests.http.Json;
import org.sightline.itests.http.Oauth;
import org.sightline.itests.http.Tenant;
import org.sightline.itests.http.Trust;
import org.sightline.itests.server.ServerUnderTest;
import org.sightline.itests.server.TwoServers;

/** Two servers on one PostgreSQL: whatever happens on one is there on the other within a second, and nothing twice. */
class TwoServersIT {

    private static final int WRITES = Integer.getInteger("itests.writes", 200);
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private static TwoServers servers;
    private static ServerUnderTest here;
    private static ServerUnderTest there;

    @BeforeAll
    static void start() {
        servers = TwoServers.orSkip("two");
        servers.start();
        here = servers.first();
        there = servers.second();
    }

    @AfterAll
    static void stop() {
        if (servers != null) {
            servers.close();
        }
    }

    /** The same tenant, asked on the other server. */
    private static Tenant onTheOther(Tenant tenant) {
        return new Tenant(tenant.key(), tenant.path(), Tenant.signIn(there, tenant.key(), Tenant.PRIMARY));
    }

    @Test
    void whatIsWrittenOnOneIsVisibleOnTheOtherWithinASecond() {
        Tenant tenant = Tenant.create(here, "pro");
        tenant.addUser("amy");
        Tenant other = onTheOther(tenant);
        long[] micros = new long[WRITES];
        for (int write = 0; write < WRITES; write++) {
            boolean hidden = write % 2 == 0;
            tenant.putPolicy(
                    "{'main_rule':{'type':'everyone'},'rule_sets':[{'rules':[{'rule_id':'r','subjects':{'user_ids':"
                            + "['amy']},'objects':{'user_ids':['boss']},'effect':'%s'}]}]}",
                    hidden ? "hidden" : "visible");
            long written = System.nanoTime();
            await("write " + write + " visible on the other server")
                    .atMost(SECOND)
                    .pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(1))
                    .until(() -> verify(other) != hidden);
            micros[write] = TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - written);
        }
        Arrays.sort(micros);
        System.out.printf(
                "%d writes, from the answer of one server to their effect on another, ms: p50 %.1f, p99 %.1f, most %.1f%n",
                WRITES, ms(micros, 0.5), ms(micros, 0.99), ms(micros, 1));
    }

    private static double ms(long[] sorted, double share) {
        return sorted[(int) Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] / 1000.0;
    }

    private static boolean verify(Tenant tenant) {
        return tenant.primary()
                .post(
                        tenant.path() + "/visibility/verify",
                        Json.of("{'subject_user_id':'amy','object_user_id':'boss'}"))
                .expect(200)
                .json()
                .path("visible")
                .asBoolean();
    }

    @Test
    void whoNamesARevisionGetsItAtOnceWhereverItWasMade() {
        Tenant tenant = Tenant.create(here, "pro");
        Tenant other = onTheOther(tenant);
        long revision = 0;
        for (int user = 0; user < 50; user++) {
            revision = tenant.addUser("u" + user).revision();
            Answer read = other.primary()
                    .with("Sightline-At-Least", Long.toString(revision))
                    .get(other.path() + "/users/u" + user)
                    .expect(200);
            assertThat(read.revision()).isGreaterThanOrEqualTo(revision);
        }
        other.primary()
                .with("Sightline-At-Least", Long.toString(revision + 1))
                .get(other.path() + "/users/u1")
                .expectProblem(503, "unavailable");
    }

    @Test
    void whoeverIsLetOutOnOneIsRefusedOnTheOther() {
        Tenant tenant = Tenant.create(here, "pro");
        tenant.addUser("amy");
        Api leaving = tenant.letIn("amy");
        Api elsewhere = onServer(there, leaving);
        elsewhere.get("/me").expect(200);
        leaving.delete("/sessions/current").expect(204);
        awaitRefused(elsewhere);

        Api renewed = onServer(there, Tenant.signIn(here, tenant.key(), "amy"));
        renewed.get("/me").expect(200);
        tenant.primary()
                .put(tenant.path() + "/users/amy/password", Json.of("{'password':'%s'}", Tenant.PASSWORD))
                .expect(204);
        awaitRefused(renewed);

        Api suspended = onServer(there, Tenant.signIn(here, tenant.key(), "amy"));
        suspended.get("/me").expect(200);
        tenant.primary()
                .patch(tenant.path() + "/users/amy", Json.of("{'status':'suspended'}"))
                .expect(200);
        awaitRefused(suspended);
    }

    @Test
    void aTokenOfAnAppThatEndsOnOneIsRefusedOnTheOther() {
        Tenant tenant = Tenant.create(here, "pro");
        Oauth app =
                Oauth.register(tenant.primary(), tenant.path(), "bot-" + UUID.randomUUID(), "https://example.org/cb");
        String token = app.post("/oauth/token", "grant_type", "client_credentials")
                .expect(200)
                .text("/access_token");
        Api elsewhere = Api.nobody(there).token(token);
        assertThat(elsewhere.get("/me").expect(200).text("/app_id")).isEqualTo(app.app());
        app.post("/oauth/revoke", "token", token).expect(200);
        awaitRefused(elsewhere);
    }

    private static Api onServer(ServerUnderTest server, Api caller) {
        String token = caller.request("/me")
                .build()
                .headers()
                .firstValue("Authorization")
                .orElseThrow()
                .substring("Bearer ".length());
        return Api.nobody(server).token(token);
    }

    private static void awaitRefused(Api caller) {
        await("refused on the other server")
                .atMost(SECOND)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(10))
                .until(() -> caller.get("/me").status() == 401);
    }

    @Test
    void aRequestThatIsSentAgainToTheOtherServerIsNotDoneAgain() {
        Tenant tenant = Tenant.create(here, "pro");
        Tenant other = onTheOther(tenant);
        String body = Json.of("{'user_id':'once','name':'Once'}");
        tenant.primary()
                .with("Idempotency-Key", "k-1")
                .post(tenant.path() + "/users", body)
                .expect(201);

        Answer again = other.primary()
                .with("Idempotency-Key", "k-1")
                .post(other.path() + "/users", body)
                .expect(201);
        assertThat(again.json().path("replayed").asBoolean()).isTrue();
        other.primary()
                .with("Idempotency-Key", "k-1")
                .post(other.path() + "/users", Json.of("{'user_id':'twice','name':'Twice'}"))
                .expectProblem(409, "idempotency_key_reused");
    }

    @Test
    void aCardWrittenOnOneReachesTheStreamsOfTheOther() throws Exception {
        Tenant asked = Tenant.create(here, "pro");
        Tenant asking = Tenant.create(here, "pro");
        try (EventStream stream =
                EventStream.open(onTheOther(asked).primary(), asked.path() + "/notifications/stream")) {
            await("the stream").atMost(PATIENCE).until(stream::hasBegun);
            Trust.ask(asking, asked);
            await("the card on the other server")
                    .atMost(Duration.ofSeconds(2))
                    .until(() -> stream.events().size() == 1);
        }
    }

    @Test
    void tenantsComeAndGoOnBoth() {
        Tenant tenant = Tenant.create(here, "pro");
        tenant.addUser("old");
        Tenant other = onTheOther(tenant);
        other.primary().get(tenant.path() + "/users/old").expect(200);

        Api operator = Api.operator(here);
        operator.delete(tenant.path() + "?confirm=" + tenant.key()).expect(204);
        await("gone on the other server")
                .atMost(SECOND)
                .pollInterval(Duration.ofMillis(10))
                .until(() -> Api.operator(there).get(tenant.path()).status() == 404);

        operator.post(
                        "/tenants",
                        Json.of(
                                "{'tenant_key':'%s','name':'Another','plan':'pro','primary_admin':{'user_id':'boss',"
                                        + "'name':'New Boss','password':'%s'}}",
                                tenant.key(), Tenant.PASSWORD))
                .expect(201);
        Tenant anew = onTheOther(tenant);
        anew.primary().get(tenant.path() + "/users/old").expectProblem(404, "not_found");
        assertThat(anew.primary().get(tenant.path() + "/users/boss").expect(200).text("/name"))
                .isEqualTo("New Boss");
    }

    @Test
    void bothMayWriteTheSameTenantAtTheSameTime() {
        Tenant tenant = Tenant.create(here, "pro");
        Tenant other = onTheOther(tenant);
        int each = 60;
        CompletableFuture<Void> writer = CompletableFuture.runAsync(
                () -> IntStream.range(0, each).forEach(number -> tenant.addUser("here-" + number)));
        IntStream.range(0, each).forEach(number -> other.addUser("there-" + number));
        writer.join();

        long revision = 1 + 2L * each;
        List<String> expected = new ArrayList<>(List.of(Tenant.PRIMARY));
        IntStream.range(0, each).forEach(number -> expected.addAll(List.of("here-" + number, "there-" + number)));
        for (Tenant side : List.of(tenant, other)) {
            Answer users = side.primary()
                    .with("Sightline-At-Least", Long.toString(revision))
                    .get(tenant.path() + "/users?page_size=500")
                    .expect(200);
            assertThat(users.items("user_id")).containsExactlyInAnyOrderElementsOf(expected);
            assertThat(users.revision()).isEqualTo(revision);
        }
    }

    @Test
    void whatAShadowShowsOnBothComesTogether() {
        Tenant tenant = Tenant.create(here, "pro");
        tenant.addUser("amy");
        Tenant other = onTheOther(tenant);
        String path = tenant.path() + "/visibility/shadow";
        tenant.primary().put(path, Json.of("{'main_rule':{'type':'nobody'}}")).expect(200);
        await("the other server compares, too")
                .atMost(SECOND)
                .pollInterval(Duration.ofMillis(10))
                .until(() -> other.primary().get(path).status() == 200);
        IntStream.range(0, 3).forEach(time -> assertThat(verify(tenant)).isTrue());
        IntStream.range(0, 4).forEach(time -> assertThat(verify(other)).isTrue());
        for (Tenant side : List.of(tenant, other)) {
            await("all that was asked, on either server")
                    .atMost(PATIENCE)
                    .until(() -> side.primary()
                                    .get(path)
                                    .expect(200)
                                    .json()
                                    .path("would_lose")
                                    .asInt()
                            == 7);
        }
        other.primary().delete(path).expect(204);
        await("the end of it")
                .atMost(SECOND)
                .pollInterval(Duration.ofMillis(10))
                .until(() -> tenant.primary().get(path).status() == 404);
    }
}
