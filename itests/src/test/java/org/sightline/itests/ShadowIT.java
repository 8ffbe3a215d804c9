package org.sightline.itests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sightline.itests.http.Json;
import org.sightline.itests.http.Tenant;
import org.sightline.itests.server.Console;
import org.sightline.itests.server.ServerUnderTest;
import org.sightline.itests.server.SharedServer;

/** A candidate main rule is compared on live questions and changes no answer (docs/concepts.md, "Shadow"). */
@ExtendWith(SharedServer.class)
class ShadowIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String CHOICE = Json.of("{'main_rule':{'type':'nobody'}}");

    private final Tenant tenant;
    private final String path;
    private final ServerUnderTest server;

    ShadowIT(ServerUnderTest server) {
        this.server = server;
        tenant = Tenant.create(server, "pro");
        tenant.addUser("amy");
        tenant.addUser("bob");
        path = tenant.path() + "/visibility/shadow";
    }

    private boolean sees(String viewer, String target) {
        return tenant.primary()
                .post(
                        tenant.path() + "/visibility/verify",
                        Json.of("{'subject_user_id':'%s','object_user_id':'%s'}", viewer, target))
                .expect(200)
                .json()
                .path("visible")
                .asBoolean();
    }

    private JsonNode report() {
        return tenant.primary().get(path).expect(200).json();
    }

    private void awaitCompared(long atLeast) {
        await("at least " + atLeast + " compared")
                .atMost(PATIENCE)
                .until(() -> report().path("compared").asLong() >= atLeast);
    }

    @Test
    void countsWhatWouldChangeAndChangesNothing() {
        tenant.primary().get(path).expectProblem(404, "not_found");
        tenant.primary().delete(path).expectProblem(404, "not_found");
        JsonNode begun = tenant.primary().put(path, CHOICE).expect(200).json();
        assertThat(begun.at("/main_rule/type").asText()).isEqualTo("nobody");
        assertThat(begun.path("state").asText()).isEqualTo("comparing");

        assertThat(sees("amy", "bob")).isTrue();
        assertThat(sees("amy", "amy")).isTrue();
        awaitCompared(1);
        JsonNode report = report();
        assertThat(report.path("compared").asLong()).isEqualTo(1);
        assertThat(report.path("would_lose").asLong()).isEqualTo(1);
        assertThat(report.path("would_gain").asLong()).isZero();
        assertThat(report.at("/samples/lost").toString()).isEqualTo("[[\"amy\",\"bob\"]]");
        assertThat(report.at("/samples/gained")).isEmpty();

        String pairs = IntStream.range(0, 160)
                .mapToObj(each -> Json.of("{'subject_user_id':'bob','object_user_id':'amy'}"))
                .collect(Collectors.joining(",", "{\"pairs\":[", "]}"));
        assertThat(tenant.primary()
                        .post(tenant.path() + "/visibility/verify:batch", pairs)
                        .expect(200)
                        .body())
                .doesNotContain("false");
        awaitCompared(11);
        tenant.letIn("amy").get(tenant.path() + "/contacts/users/bob").expect(200);
        awaitCompared(12);
        assertThat(sees("amy", "bob")).isTrue();
    }

    @Test
    void theSameCandidateGoesOnAndTheCountsEndWithIt() {
        String since = tenant.primary()
                .put(path, CHOICE)
                .expect(200)
                .json()
                .path("since")
                .asText();
        assertThat(sees("amy", "bob")).isTrue();
        awaitCompared(1);
        JsonNode again = tenant.primary().put(path, CHOICE).expect(200).json();
        assertThat(again.path("since").asText()).isEqualTo(since);
        assertThat(again.path("compared").asLong()).isEqualTo(1);

        tenant.primary().delete(path).expect(204);
        tenant.primary().get(path).expectProblem(404, "not_found");
        JsonNode anew = tenant.primary().put(path, CHOICE).expect(200).json();
        assertThat(anew.path("compared").asLong()).isZero();
        assertThat(tenant.primary()
                        .get(tenant.path() + "/audit?object=" + tenant.key())
                        .expect(200)
                        .items("action"))
                .contains("visibility_shadow.update", "visibility_shadow.delete");
    }

    @Test
    void whatAPolicyCouldNotChooseCannotBeACandidate() {
        tenant.primary()
                .put(path, Json.of("{'main_rule':{'type':'nobody-offers-it'}}"))
                .expectProblem(422, "invalid")
                .expectFault("/main_rule/type");
        tenant.primary()
                .put(path, Json.of("{'main_rule':{'type':'everyone','params':{'x':'y'}}}"))
                .expectProblem(422, "invalid")
                .expectFault("/main_rule/params");
        tenant.primary().put(path, "{}").expectProblem(422, "invalid").expectFault("/main_rule");
        tenant.primary().get(path).expectProblem(404, "not_found");
    }

    @Test
    void theConsoleShowsIt() throws Exception {
        tenant.primary().put(path, CHOICE).expect(200);
        assertThat(sees("amy", "bob")).isTrue();
        awaitCompared(1);
        assertThat(Console.of(server)
                        .run("sightline:visibility-shadow " + tenant.key())
                        .output())
                .contains("candidate: nobody")
                .contains("compared: 1, would gain: 0, would lose: 1");
    }
}
