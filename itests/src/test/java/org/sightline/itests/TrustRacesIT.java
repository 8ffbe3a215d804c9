package org.sightline.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sightline.itests.http.Answer;
import org.sightline.itests.http.Json;
import org.sightline.itests.http.Tenant;
import org.sightline.itests.server.ServerUnderTest;
import org.sightline.itests.server.SharedServer;

/** Two administrators do what only one of them can, over HTTP and on the real database: one succeeds, both sides tell the same. */
@ExtendWith(SharedServer.class)
class TrustRacesIT {

    private static final int ROUNDS = Integer.getInteger("itests.races", 10);

    private final ServerUnderTest server;
    private final ExecutorService threads = Executors.newFixedThreadPool(2);

    TrustRacesIT(ServerUnderTest server) {
        this.server = server;
    }

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    void approveApproveWithdrawAndBothDirections() throws Exception {
        Tenant one = Tenant.create(server, "pro");
        Tenant two = Tenant.create(server, "pro");
        String ofOne = invite(one);
        String ofTwo = invite(two);
        for (int round = 0; round < ROUNDS; round++) {
            List<Answer> asked = race(() -> ask(one, ofTwo), () -> ask(two, ofOne));
            assertThat(asked)
                    .extracting(Answer::status)
                    .as("both directions, round %s: %s", round, asked)
                    .containsExactlyInAnyOrder(201, 409);
            boolean first = asked.get(0).status() == 201;
            Tenant scanning = first ? one : two;
            Tenant inviting = first ? two : one;
            String request = asked.get(first ? 0 : 1).text("/request_id");
            boolean withdrawn = round % 2 == 1;

            List<Answer> decided = race(
                    () -> decide(inviting, request, "approve"),
                    () -> decide(withdrawn ? scanning : inviting, request, withdrawn ? "withdraw" : "approve"));

            assertThat(decided)
                    .extracting(Answer::status)
                    .as("deciding, round %s: %s", round, decided)
                    .containsExactlyInAnyOrder(200, 409);
            boolean trusted = !withdrawn || decided.get(0).status() == 200;
            assertThat(parties(one)).isEqualTo(trusted ? List.of("active") : List.of());
            assertThat(parties(two)).isEqualTo(parties(one));
            if (trusted) {
                List<Answer> ended = race(() -> remove(one, two), () -> remove(two, one));
                assertThat(ended)
                        .extracting(Answer::status)
                        .as("removing, round %s: %s", round, ended)
                        .containsExactlyInAnyOrder(200, 404);
                assertThat(parties(one)).isEmpty();
            }
        }
    }

    private List<Answer> race(Supplier<Answer> one, Supplier<Answer> other) throws Exception {
        CyclicBarrier start = new CyclicBarrier(2);
        Future<Answer> first = threads.submit(racer(start, one));
        Future<Answer> second = threads.submit(racer(start, other));
        return List.of(first.get(30, TimeUnit.SECONDS), second.get(30, TimeUnit.SECONDS));
    }

    private static Callable<Answer> racer(CyclicBarrier start, Supplier<Answer> step) {
        return () -> {
            start.await(30, TimeUnit.SECONDS);
            return step.get();
        };
    }

    private static String invite(Tenant tenant) {
        return tenant.primary()
                .post(tenant.path() + "/trust/invitation", "{}")
                .expect(201)
                .text("/code");
    }

    private static Answer ask(Tenant tenant, String code) {
        return tenant.primary().post(tenant.path() + "/trust/requests", Json.of("{'code':'%s'}", code));
    }

    private static Answer decide(Tenant tenant, String request, String how) {
        return tenant.primary().send("POST", tenant.path() + "/trust/requests/" + request + "/" + how, null, null);
    }

    private static Answer remove(Tenant tenant, Tenant partner) {
        return tenant.primary().send("POST", tenant.path() + "/trust/parties/" + partner.key() + "/remove", null, null);
    }

    private static List<String> parties(Tenant tenant) {
        return tenant.primary()
                .get(tenant.path() + "/trust/parties")
                .expect(200)
                .items("state");
    }
}
