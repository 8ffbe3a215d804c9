package org.sightline.rest.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sightline.rest.internal.RestHarness.Answer;

class IdempotencyTest {

    private static final Map<String, String> KEY = Map.of("Idempotency-Key", "k-1");

    private final RestHarness rest = new RestHarness();

    @Test
    void givesTheFirstAnswerAgain() {
        Answer first = create("a", "member", KEY);
        Answer second = create("a", "member", KEY);

        assertThat(first.status()).isEqualTo(201);
        assertThat(first.json().has("replayed")).isFalse();
        assertThat(second.status()).isEqualTo(201);
        assertThat(second.json().path("id")).isEqualTo(first.json().path("id"));
        assertThat(second.json().path("replayed").asBoolean()).isTrue();
        assertThat(second.header("Location"))
                .isEqualTo(first.header("Location"))
                .endsWith("/probe/acme/n1");
        assertThat(rest.probe.created).hasValue(1);
    }

    @Test
    void refusesTheKeyForAnotherBody() {
        create("a", "member", KEY);

        Answer refused = create("b", "member", KEY);

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("idempotency_key_reused");
    }

    @Test
    void countsKeysForEachCaller() {
        create("a", "member", KEY);

        assertThat(create("b", "primary", KEY).status()).isEqualTo(201);
    }

    @Test
    void forgetsWhatDidNotSucceed() {
        assertThat(create("taken", "member", KEY).status()).isEqualTo(409);

        assertThat(create("b", "member", KEY).status()).isEqualTo(201);
    }

    @Test
    void createsAnewWithoutAKey() {
        create("a", "member", Map.of());
        create("a", "member", Map.of());

        assertThat(rest.probe.created).hasValue(2);
    }

    @Test
    void refusesKeysThatAreNone() {
        assertThat(create("a", "member", Map.of("Idempotency-Key", "x".repeat(129)))
                        .code())
                .isEqualTo("malformed_request");
        assertThat(create("a", "member", Map.of("Idempotency-Key", " ")).code()).isEqualTo("malformed_request");
    }

    private Answer create(String password, String token, Map<String, String> headers) {
        return rest.post("probe/acme", token, "{\"password\":\"" + password + "\"}", headers);
    }
}
