package org.sightline.rest.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sightline.rest.internal.RestHarness.Answer;
import org.sightline.store.StoreUnavailableException;

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
    void isFreeAgainAfterALostDatabaseThatChangedNothing() {
        rest.answers.away = true;
        rest.probe.failure = lost(false);
        assertThat(create("a", "member", KEY).status()).isEqualTo(503);

        rest.answers.away = false;
        rest.probe.failure = null;

        assertThat(create("a", "member", KEY).status()).isEqualTo(201);
    }

    @Test
    void neverRunsAgainWhatMayHaveBeenDone() {
        rest.probe.failure = lost(true);
        Answer doubtful = create("a", "member", KEY);
        assertThat(doubtful.status()).isEqualTo(503);
        assertThat(doubtful.json().path("in_doubt").asBoolean()).isTrue();
        rest.probe.failure = null;

        assertRefusedFor("still running");
        rest.later = Duration.ofMinutes(6);
        assertRefusedFor("is not known");
        rest.later = Duration.ofHours(23);
        assertRefusedFor("is not known");
        assertThat(rest.probe.created).hasValue(0);
    }

    @Test
    void neverRunsAgainWhatWasDoneWithoutAKeptAnswer() {
        rest.answers.away = true;
        assertThat(create("a", "member", KEY).status()).isEqualTo(201);
        rest.answers.away = false;

        rest.later = Duration.ofMinutes(6);
        assertRefusedFor("is not known");
        assertThat(rest.probe.created).hasValue(1);
    }

    @Test
    void forgetsAfterADay() {
        create("a", "member", KEY);
        rest.later = Duration.ofHours(24).plusSeconds(5);

        assertThat(create("b", "member", KEY).status()).isEqualTo(201);
    }

    private void assertRefusedFor(String why) {
        Answer refused = create("a", "member", KEY);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("conflict");
        assertThat(refused.json().path("detail").asText()).contains(why);
    }

    private static StoreUnavailableException lost(boolean inDoubt) {
        return new StoreUnavailableException("lost for this test", new IllegalStateException(), inDoubt);
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
