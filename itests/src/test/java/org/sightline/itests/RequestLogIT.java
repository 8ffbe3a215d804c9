package org.sightline.itests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sightline.itests.http.Answer;
import org.sightline.itests.http.Api;
import org.sightline.itests.http.Json;
import org.sightline.itests.http.Tenant;
import org.sightline.itests.server.ServerUnderTest;
import org.sightline.itests.server.SharedServer;

/** Each request has an id, by which its lines are found in the logs, and nothing secret is in them. */
@ExtendWith(SharedServer.class)
class RequestLogIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final ServerUnderTest server;

    RequestLogIT(ServerUnderTest server) {
        this.server = server;
    }

    @Test
    void everyAnswerHasAnId() {
        Answer own =
                Api.nobody(server).with("X-Request-Id", "from-the-caller.1").get("//health/live");
        assertThat(own.header("X-Request-Id")).isEqualTo("from-the-caller.1");

        Answer unfit =
                Api.nobody(server).with("X-Request-Id", "not fit; for=a log").get("/me");
        unfit.expectProblem(401, "unauthenticated");
        assertThat(unfit.header("X-Request-Id")).matches("[0-9a-f]{16}");
    }

    @Test
    void aChangeHasOneLineWithoutIdsOfPeopleAndSecrets() {
        Tenant tenant = Tenant.create(server, "pro");
        tenant.primary()
                .with("X-Request-Id", "create-" + tenant.key())
                .post(tenant.path() + "/users", Json.of("{'user_id':'annabella','name':'Annabella'}"))
                .expect(201);
        tenant.primary()
                .with("X-Request-Id", "delete-" + tenant.key())
                .delete(tenant.path() + "/users/annabella")
                .expect(204);
        tenant.primary()
                .with("X-Request-Id", "absent-" + tenant.key())
                .get(tenant.path() + "/users/nobody-at-all")
                .expect(404);

        assertThat(onlyLine(server, "create-" + tenant.key()))
                .contains("method=POST path=/api/v1/tenants/{t}/users status=201 ms=")
                .contains("caller=user tenant=" + tenant.key());
        assertThat(onlyLine(server, "delete-" + tenant.key()))
                .contains("method=DELETE path=/api/v1/tenants/{t}/users/{id} status=204 ms=");
        assertThat(onlyLine(server, "absent-" + tenant.key())).contains("status=404");
        assertThat(access(server))
                .noneMatch(line -> line.toLowerCase(Locale.ROOT).contains("annabella"))
                .noneMatch(line -> line.contains("nobody-at-all"));
    }

    @Test
    void eachLineIsAnObjectAndEachRequestHasOneWhenThatIsWanted() {
        try (ServerUnderTest other = new ServerUnderTest("json-log")
                .with("SIGHTLINE_LOG_FORMAT", "json")
                .with("SIGHTLINE_ACCESS_LOG", "all")) {
            other.start();
            Api.operator(other).with("X-Request-Id", "as-json").get("/me").expect(200);
            JsonNode line = Json.read(onlyLine(other, "as-json"));

            assertThat(line.path("request_id").asText()).isEqualTo("as-json");
            assertThat(line.path("message").asText()).contains("path=/api/v1/me status=200", "caller=operator");
            assertThat(other.log()).isNotEmpty().allSatisfy(each -> assertThat(
                            Json.read(each).path("level").asText())
                    .as("level in %s", each)
                    .isNotEmpty());
            assertThat(other.log().toString())
                    .doesNotContain(other.operatorToken())
                    .doesNotContain(other.consolePassword());
        }
    }

    private static String onlyLine(ServerUnderTest server, String id) {
        await("a line of " + id + " in the access log").atMost(PATIENCE).until(() -> access(server).stream()
                .anyMatch(line -> line.contains(id)));
        List<String> lines =
                access(server).stream().filter(line -> line.contains(id)).toList();
        assertThat(lines).hasSize(1);
        return lines.get(0);
    }

    private static List<String> access(ServerUnderTest server) {
        Path log = server.data().resolve("log/access.log");
        try {
            return Files.exists(log) ? Files.readAllLines(log) : List.of();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
