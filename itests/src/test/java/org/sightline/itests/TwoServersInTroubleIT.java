package org.sightline.itests;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.sightline.itests.http.Api;
import org.sightline.itests.http.Json;
import org.sightline.itests.http.Tenant;
import org.sightline.itests.http.Trust;
import org.sightline.itests.server.ServerUnderTest;
import org.sightline.itests.server.TwoServers;

/** Two servers on one PostgreSQL: one is killed, the database goes away, and the daily digest is written by one only. */
class TwoServersInTroubleIT {

    private static final int TENANTS = 4;
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @Test
    void bearItTogether() throws IOException {
        List<String> posted = new CopyOnWriteArrayList<>();
        HttpServer receiver = receiver(posted);
        try (TwoServers servers = TwoServers.orSkip("trouble")) {
            LocalDate day = LocalDate.now(ZoneOffset.UTC).plusDays(1);
            servers.startAt(day.atTime(LocalTime.of(8, 0)).toInstant(ZoneOffset.UTC));
            List<Tenant> asked = askedTenants(servers.first(), receiver);
            await("a card for each tenant").atMost(PATIENCE).until(() -> posted.size() >= TENANTS);

            goesOnWithoutTheFirst(servers, asked.get(0));
            goesOnAfterTheDatabaseWasAway(servers, asked.get(1));
            oneDigestForEach(servers, asked, day);

            await("each digest delivered").atMost(PATIENCE).until(() -> posted.size() >= 2 * TENANTS);
            assertThat(posted)
                    .as("cards that were delivered")
                    .doesNotHaveDuplicates()
                    .hasSize(2 * TENANTS);
        } finally {
            receiver.stop(0);
        }
    }

    private static HttpServer receiver(List<String> posted) throws IOException {
        HttpServer receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        receiver.createContext("/", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
            posted.add(Json.read(body).path("notification_id").asText());
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        receiver.start();
        return receiver;
    }

    private static List<Tenant> askedTenants(ServerUnderTest server, HttpServer receiver) {
        String url = "http://127.0.0.1:" + receiver.getAddress().getPort() + "/";
        Tenant asking = Tenant.create(server, "enterprise");
        List<Tenant> asked = new ArrayList<>();
        for (int number = 0; number < TENANTS; number++) {
            Tenant tenant = Tenant.create(server, "pro");
            tenant.primary()
                    .put(
                            tenant.path() + "/notification-channels",
                            Json.of("{'webhook':{'url':'%s','secret':'a secret of this test'}}", url))
                    .expect(200);
            Trust.ask(asking, tenant);
            asked.add(tenant);
        }
        return asked;
    }

    /** The second server has every acknowledged change of the one that dies, and takes more while it is dead. */
    private static void goesOnWithoutTheFirst(TwoServers servers, Tenant tenant) {
        Api onSecond = Tenant.signIn(servers.second(), tenant.key(), Tenant.PRIMARY);
        long revision = tenant.addUser("before-the-kill").revision();
        servers.first().kill();
        onSecond.with("Sightline-At-Least", Long.toString(revision))
                .get(tenant.path() + "/users/before-the-kill")
                .expect(200);
        add(onSecond, tenant, "meanwhile");

        servers.first().start();
        tenant.primary().get(tenant.path() + "/users/meanwhile").expect(200);
        tenant.addUser("after-the-kill");
        awaitUser(onSecond, tenant, "after-the-kill", SECOND);
    }

    /** Reads go on from memory, writes are refused, and both recover by themselves, the news between them included. */
    private static void goesOnAfterTheDatabaseWasAway(TwoServers servers, Tenant tenant) {
        Api operator = Api.operator(servers.second());
        Api onSecond = Tenant.signIn(servers.second(), tenant.key(), Tenant.PRIMARY);
        onSecond.get(tenant.path()).expect(200);
        servers.postgres().crash();
        onSecond.post(tenant.path() + "/users", Json.of("{'user_id':'lost','name':'Lost'}"))
                .expectProblem(503, "unavailable");
        servers.postgres().startAgain();

        Stream.of(servers.first(), servers.second()).forEach(ServerUnderTest::awaitReady);
        await("writes on the first server")
                .atMost(PATIENCE)
                .until(() -> tenant.primary()
                                .post(
                                        tenant.path() + "/users",
                                        Json.of("{'user_id':'after-the-restart','name':'After'}"))
                                .status()
                        == 201);
        awaitUser(onSecond, tenant, "after-the-restart", PATIENCE);
        add(onSecond, tenant, "from-the-second");
        awaitUser(tenant.primary(), tenant, "from-the-second", PATIENCE);
        tenant.addUser("heard-again");
        awaitUser(onSecond, tenant, "heard-again", SECOND);
        operator.get(tenant.path()).expect(200);
    }

    private static void add(Api caller, Tenant tenant, String user) {
        caller.post(tenant.path() + "/users", Json.of("{'user_id':'%s','name':'Name'}", user))
                .expect(201);
    }

    private static void awaitUser(Api caller, Tenant tenant, String user, Duration atMost) {
        await(user + " on the other server")
                .atMost(atMost)
                .pollInterval(Duration.ofMillis(10))
                .until(() -> caller.get(tenant.path() + "/users/" + user).status() == 200);
    }

    /** Both start after ten o'clock, at the same moment, and both find that the digests have not been written. */
    private static void oneDigestForEach(TwoServers servers, List<Tenant> asked, LocalDate day) {
        servers.stop();
        servers.startAt(day.atTime(LocalTime.of(10, 5)).toInstant(ZoneOffset.UTC));
        for (Tenant tenant : asked) {
            Api boss = Tenant.signIn(servers.second(), tenant.key(), Tenant.PRIMARY);
            await("the digest of " + tenant.key()).atMost(PATIENCE).until(() -> digests(boss, tenant)
                    .equals(List.of(day.toString())));
        }
        await("more looks of both schedulers")
                .atMost(PATIENCE)
                .pollDelay(Duration.ofSeconds(25))
                .untilAsserted(() -> {
                    for (Tenant tenant : asked) {
                        Api boss = Tenant.signIn(servers.first(), tenant.key(), Tenant.PRIMARY);
                        assertThat(digests(boss, tenant)).containsExactly(day.toString());
                    }
                });
    }

    private static List<String> digests(Api reader, Tenant tenant) {
        List<String> days = new ArrayList<>();
        reader.get(tenant.path() + "/notifications")
                .expect(200)
                .json()
                .path("items")
                .forEach(card -> {
                    if (card.path("type").asText().equals("trust_requests_digest")) {
                        days.add(card.at("/object/id").asText());
                    }
                });
        return days;
    }
}
