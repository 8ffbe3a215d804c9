package org.sightline.rest.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sightline.rest.internal.RestHarness.Answer;

class AnswersTest {

    private static final String LIST = "probe/acme?page_size=10";

    private final RestHarness rest = new RestHarness();

    @Test
    void givesListsInPages() {
        JsonNode first = rest.get(LIST, "primary").json();
        JsonNode second = next(first).json();
        JsonNode third = next(second).json();

        List<String> ids = new ArrayList<>();
        List.of(first, second, third).forEach(page -> page.path("items")
                .forEach(item -> ids.add(item.path("id").asText())));
        assertThat(ids).hasSize(23).doesNotHaveDuplicates().doesNotContain("m9", "m19");
        assertThat(third.path("has_more").asBoolean()).isFalse();
        assertThat(third.has("page_token")).isFalse();
    }

    @Test
    void staysAtTheRevisionAListWasBegunOn() {
        JsonNode first = rest.get(LIST, "primary").json();
        rest.snapshots.put(FakeDirectory.snapshot("acme", 8, 11));

        Answer second = next(first);

        assertThat(second.json().path("items")).hasSize(10);
        assertThat(second.header("Sightline-Revision")).isEqualTo("7");
        assertThat(rest.get(LIST, "primary").header("Sightline-Revision")).isEqualTo("8");
    }

    @Test
    void refusesTokensOfOtherQueriesAndCallersWhoWantNewer() {
        String token = rest.get(LIST, "primary").json().path("page_token").asText();

        assertThat(rest.get("probe/other?page_token=" + token, "stranger").code())
                .isEqualTo("page_token_invalid");
        assertThat(rest.get("probe/acme?x=1&page_token=" + token, "primary").code())
                .isEqualTo("page_token_invalid");
        assertThat(rest.get("probe/acme?page_token=" + token, "primary", Map.of("Sightline-At-Least", "8"))
                        .code())
                .isEqualTo("page_token_invalid");
        assertThat(rest.get("probe/acme?page_token=" + token, "primary").status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "", "AAAA", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "%F0%9F%98%80"})
    void refusesTokensThatAreNone(String token) {
        Answer answer = rest.get("probe/acme?page_token=" + token, "primary");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("page_token_invalid");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "501", "-1", "x", ""})
    void refusesPageSizes(String size) {
        Answer answer = rest.get("probe/acme?page_size=" + size, "primary");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("invalid_page_size");
    }

    @Test
    void goesOnBehindTheLastItemOfALiveList() {
        JsonNode first = rest.get("probe/acme/live?page_size=2", "primary").json();
        rest.probe.live = List.of("0", "a", "b", "bb", "c");

        JsonNode second = rest.get(
                        "probe/acme/live?page_token=" + first.path("page_token").asText(), "primary")
                .json();

        assertThat(first.path("items").toString()).isEqualTo("[\"a\",\"b\"]");
        assertThat(second.path("items").toString()).isEqualTo("[\"bb\",\"c\"]");
    }

    @Test
    void demandsAState() {
        assertThat(rest.get("probe/acme/one", "member", Map.of("Sightline-At-Least", "7"))
                        .status())
                .isEqualTo(200);
        assertThat(rest.get("probe/acme/one", "member", Map.of("Sightline-At-Least", "8"))
                        .status())
                .isEqualTo(503);
        assertThat(rest.get("probe/acme/one", "member", Map.of("Sightline-At-Least", "x"))
                        .code())
                .isEqualTo("malformed_request");
    }

    @Test
    void saysThatTheCallersCopyIsStillGood() {
        String tag = rest.get("probe/acme/one", "member").header("ETag");

        assertThat(tag).startsWith("\"").endsWith("\"");
        Answer again = rest.get("probe/acme/one", "member", Map.of("If-None-Match", "\"x\", W/" + tag));
        assertThat(again.status()).isEqualTo(304);
        assertThat(again.header("ETag")).isEqualTo(tag);
        rest.snapshots.put(FakeDirectory.snapshot("acme", 8, 11));
        assertThat(rest.get("probe/acme/one", "member", Map.of("If-None-Match", tag))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void changesOnlyWhatTheCallerHasSeen() {
        String tag = rest.get("probe/acme/one", "member").header("ETag");

        assertThat(put(Map.of("If-Match", tag)).status()).isEqualTo(204);
        assertThat(put(Map.of("If-Match", "*")).status()).isEqualTo(204);
        assertThat(put(Map.of()).status()).isEqualTo(204);
        Answer refused = put(Map.of("If-Match", "\"old\""));
        assertThat(refused.status()).isEqualTo(412);
        assertThat(refused.code()).isEqualTo("revision_mismatch");
        assertThat(put(Map.of("If-Match", "W/" + tag)).status()).isEqualTo(412);
    }

    private Answer put(Map<String, String> headers) {
        return rest.send("PUT", "probe/acme/one", "member", null, headers);
    }

    private Answer next(JsonNode page) {
        return rest.get(LIST + "&page_token=" + page.path("page_token").asText(), "primary");
    }
}
