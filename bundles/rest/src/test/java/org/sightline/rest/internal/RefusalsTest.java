package org.sightline.rest.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sightline.rest.internal.RestHarness.Answer;
import org.sightline.store.StoreUnavailableException;

class RefusalsTest {

    private final RestHarness rest = new RestHarness();

    @Test
    void answersUnknownPaths() {
        Answer answer = rest.get("no/such/path", null);

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.code()).isEqualTo("not_found");
        assertThat(answer.json().path("detail").asText()).contains("no/such/path");
    }

    @Test
    void namesTheMethodsThatExist() {
        Answer answer = rest.send("DELETE", "probe/acme", "member", null, Map.of());

        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.code()).isEqualTo("method_not_allowed");
        assertThat(answer.header("Allow")).contains("GET", "POST");
    }

    @Test
    void answersProblemsWhateverIsAccepted() {
        Answer answer = rest.get("probe/acme/one", "member", Map.of("Accept", "text/html"));

        assertThat(answer.status()).isEqualTo(406);
        assertThat(answer.code()).isEqualTo("not_acceptable");
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
    }

    @Test
    void refusesOtherMediaTypes() {
        Answer answer = rest.post("probe/acme", "member", "a=b", Map.of("Content-Type", "text/plain"));

        assertThat(answer.status()).isEqualTo(415);
        assertThat(answer.code()).isEqualTo("unsupported_media_type");
    }

    @Test
    void refusesToGoOnWithoutABody() {
        Answer answer = rest.send("POST", "probe/acme", "member", null, Map.of());

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("malformed_json");
    }

    @Test
    void refusesBodiesThatDoNotSayWhatTheyAre() {
        Answer answer = rest.send("POST", "probe/acme", "member", "{\"password\":\"x\"}", Map.of("Content-Type", ""));

        assertThat(answer.status()).isIn(400, 415);
        assertThat(answer.code()).isIn("unsupported_media_type", "malformed_request");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"password\":|400|malformed_json",
                "''|400|malformed_json",
                "[]|422|invalid",
                "{\"password\":1}|422|invalid",
                "{\"pass\":\"x\"}|422|unknown_field",
                "{}|422|invalid",
            })
    void saysWhatIsWrongWithABody(String body, int status, String code) {
        Answer answer = rest.post("probe/acme", "member", body, Map.of());

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.code()).isEqualTo(code);
    }

    @Test
    void pointsAtAnUnknownField() {
        Answer answer = rest.post("probe/acme", "member", "{\"password\":\"x\",\"pass\":\"x\"}", Map.of());

        assertThat(answer.json().at("/errors/0/pointer").asText()).isEqualTo("/pass");
    }

    @Test
    void refusesDeepJson() {
        Answer answer = rest.post("probe/acme", "member", "[".repeat(500) + "]".repeat(500), Map.of());

        assertThat(answer.status()).isIn(400, 422);
    }

    @Test
    void refusesLargeBodiesByTheirLengthAndByTheirContent() {
        String large = "{\"password\":\"" + "x".repeat(1000) + "\"}";

        Answer declared = rest.post("probe/acme", "member", large, Map.of());
        Answer lied = rest.post("probe/acme", "member", large, Map.of("Content-Length", "10"));

        assertThat(declared.status()).isEqualTo(413);
        assertThat(declared.code()).isEqualTo("too_large");
        assertThat(lied.status()).isEqualTo(413);
    }

    @Test
    void tellsNothingOfIncidentsButTheirId() {
        rest.probe.failure = new IllegalStateException("secret");

        Answer answer = rest.get("probe/acme/failing", "member");

        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.code()).isEqualTo("internal");
        assertThat(answer.json().path("incident_id").asText()).hasSize(36);
        assertThat(answer.text()).doesNotContain("secret", "Exception");
    }

    @Test
    void saysThatTheStoreIsAway() {
        rest.probe.failure = new StoreUnavailableException("reading", new IOException("secret"));

        Answer answer = rest.get("probe/acme/failing", "member");

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.code()).isEqualTo("unavailable");
        assertThat(answer.header("Retry-After")).isNotNull();
        assertThat(answer.text()).doesNotContain("secret");
    }
}
