package org.sightline.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sightline.itests.http.Answer;
import org.sightline.itests.http.Api;
import org.sightline.itests.http.Json;
import org.sightline.itests.http.Tenant;
import org.sightline.itests.server.ServerUnderTest;
import org.sightline.itests.server.SharedServer;

/** What holds for every path: pages, entity tags, revisions, repeated requests (docs/api.md). */
@ExtendWith(SharedServer.class)
class ProtocolIT {

    private final ServerUnderTest server;
    private final Tenant tenant;
    private final Api boss;
    private final String users;

    ProtocolIT(ServerUnderTest server) {
        this.server = server;
        tenant = Tenant.create(server, "pro");
        boss = tenant.primary();
        users = tenant.path() + "/users";
    }

    // ---- Pages ------------------------------------------------------------------------------------------------------

    @Test
    void pagesCoverAListOnceAndInTheSameOrder() {
        for (int i = 0; i < 12; i++) {
            tenant.addUser("m" + i);
        }
        List<String> whole = boss.get(users).expect(200).items("user_id");
        assertThat(whole).hasSize(13).doesNotHaveDuplicates();
        for (int size : new int[] {1, 5, 13, 500}) {
            assertThat(Pages.all(boss, users + "?page_size=" + size, "user_id")).isEqualTo(whole);
        }
    }

    @Test
    void aPageTokenPinsTheRevisionItWasMadeAt() {
        for (int i = 0; i < 4; i++) {
            tenant.addUser("m" + i);
        }
        List<String> whole = boss.get(users).expect(200).items("user_id");
        Answer first = boss.get(users + "?page_size=3").expect(200);
        boss.delete(users + "/" + whole.get(4)).expect(204);
        tenant.addUser("between");

        Answer second = boss.get(users + "?page_size=3&page_token=" + Pages.token(first));

        if (second.status() == 200) {
            assertThat(second.items("user_id")).isEqualTo(whole.subList(3, 5));
        } else {
            second.expectProblem(400, "page_token_invalid");
        }
    }

    @Test
    void aPageTokenBelongsToItsQuery() {
        tenant.addUser("m");
        tenant.addDepartment("a", "0");
        String token = Pages.token(boss.get(users + "?page_size=1").expect(200));
        for (String other : List.of(
                users + "?page_size=1&status=suspended&page_token=" + token,
                tenant.path() + "/departments?page_size=1&page_token=" + token,
                users + "?page_size=1&page_token=" + token.substring(1),
                users + "?page_size=1&page_token=x",
                users + "?page_size=1&page_token=")) {
            boss.get(other).expectProblem(400, "page_token_invalid");
        }
        Tenant stranger = Tenant.create(server, "pro");
        stranger.addUser("m");
        stranger.primary()
                .get(stranger.path() + "/users?page_size=1&page_token=" + token)
                .expectProblem(400, "page_token_invalid");
    }

    @Test
    void pageSizesAreNumbersFromOneToFiveHundred() {
        for (String size : List.of("0", "501", "-1", "many", "", "1.5", "99999999999999999999")) {
            boss.get(users + "?page_size=" + size).expectProblem(400, "invalid_page_size");
        }
    }

    // ---- Entity tags ------------------------------------------------------------------------------------------------

    @Test
    void ifMatchProtectsAgainstLostUpdates() {
        tenant.addUser("mel");
        String mel = users + "/mel";
        String seen = boss.get(mel).expect(200).etag();

        Answer changed = boss.with("If-Match", seen)
                .patch(mel, Json.of("{'city':'Lima'}"))
                .expect(200);

        assertThat(changed.etag()).isNotEqualTo(seen).isEqualTo(boss.get(mel).etag());
        boss.with("If-Match", seen).patch(mel, Json.of("{'city':'Rome'}")).expectProblem(412, "revision_mismatch");
        boss.with("If-Match", seen).delete(mel).expectProblem(412, "revision_mismatch");
        boss.with("If-Match", "\"nonsense\"")
                .patch(mel, Json.of("{'city':'Rome'}"))
                .expectProblem(412, "revision_mismatch");
        assertThat(boss.get(mel).text("/city")).isEqualTo("Lima");
        boss.with("If-Match", "*").patch(mel, Json.of("{'city':'Oslo'}")).expect(200);
        boss.with("If-Match", "\"a\", " + boss.get(mel).etag())
                .patch(mel, Json.of("{'city':'Bern'}"))
                .expect(200);
        boss.with("If-Match", boss.get(mel).etag()).delete(mel).expect(204);
    }

    @Test
    void thePolicyHasATagToo() {
        String policy = tenant.path() + "/visibility/policy";
        String seen = boss.get(policy).expect(200).etag();
        String nobody = Json.of("{'main_rule':{'type':'nobody'},'rule_sets':[]}");
        boss.with("If-Match", seen).put(policy, nobody).expect(200);
        boss.with("If-Match", seen).put(policy, nobody).expectProblem(412, "revision_mismatch");
    }

    @Test
    void anUnchangedThingNeedNotBeSentAgain() {
        String policy = tenant.path() + "/visibility/policy";
        String seen = boss.get(policy).expect(200).etag();
        Answer again = boss.with("If-None-Match", seen).get(policy).expect(304);
        assertThat(again.body()).isEmpty();
    }

    // ---- Revisions --------------------------------------------------------------------------------------------------

    @Test
    void everyAnswerCarriesTheRevisionAndEveryChangeTheNext() {
        long before = boss.get(tenant.path()).expect(200).revision();
        assertThat(tenant.addUser("a").revision()).isEqualTo(before + 1);
        assertThat(boss.patch(users + "/a", Json.of("{'city':'x'}")).expect(200).revision())
                .isEqualTo(before + 2);
        assertThat(boss.patch(users + "/a", Json.of("{'city':'x'}")).expect(200).revision())
                .as("a change that changes nothing")
                .isEqualTo(before + 2);
        assertThat(boss.delete(users + "/a").expect(204).revision()).isEqualTo(before + 3);
        assertThat(boss.get(users).revision()).isEqualTo(before + 3);
        assertThat(boss.get(users + "/nobody").expect(404).revision()).isEqualTo(before + 3);
        assertThat(boss.post(users, "{}").expect(422).revision()).isEqualTo(before + 3);
    }

    @Test
    void aReaderMayAskForAStateNotOlderThanARevision() {
        long now = tenant.addUser("a").revision();
        boss.with("Sightline-At-Least", Long.toString(now)).get(users).expect(200);
        boss.with("Sightline-At-Least", Long.toString(now + 5)).get(users).expectProblem(503, "unavailable");
        boss.with("Sightline-At-Least", "soon").get(users).expect(400);
    }

    // ---- Idempotency ------------------------------------------------------------------------------------------------

    @Test
    void aRepeatedPostIsAnsweredAgainAndDoneOnce() {
        String key = UUID.randomUUID().toString();
        Api once = boss.with("Idempotency-Key", key);
        String body = Json.of("{'name':'Once'}");

        Answer first = once.post(users, body).expect(201);
        Answer again = once.post(users, body).expect(201);

        assertThat(again.text("/user_id")).isEqualTo(first.text("/user_id"));
        assertThat(again.json().path("replayed").asBoolean()).isTrue();
        assertThat(first.json().has("replayed")).isFalse();
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        assertThat(boss.get(users).items("name")).containsOnlyOnce("Once");
        once.post(users, Json.of("{'name':'Other'}")).expectProblem(409, "idempotency_key_reused");
        once.post(tenant.path() + "/groups", body).expectProblem(409, "idempotency_key_reused");
    }

    @Test
    void aRefusedPostMayBeTriedAgainWithTheSameKey() {
        Api once = boss.with("Idempotency-Key", UUID.randomUUID().toString());
        String body = Json.of("{'user_id':'late','name':'Late','department_ids':['d']}");
        once.post(users, body).expectProblem(422, "invalid");
        tenant.addDepartment("d", "0");
        once.post(users, body).expect(201);
    }

    @Test
    void keysOfDifferentCallersDoNotMeet() {
        Tenant other = Tenant.create(server, "pro");
        String key = UUID.randomUUID().toString();
        String body = Json.of("{'user_id':'same','name':'Same'}");
        boss.with("Idempotency-Key", key).post(users, body).expect(201);
        Answer theirs = other.primary()
                .with("Idempotency-Key", key)
                .post(other.path() + "/users", body)
                .expect(201);
        assertThat(theirs.json().has("replayed")).isFalse();
    }

    @Test
    void aReplayedTenantHoldsNoSecret() {
        Api once =
                Api.operator(server).with("Idempotency-Key", UUID.randomUUID().toString());
        String body =
                Json.of("{'name':'Once','plan':'pro','primary_admin':{'name':'A','password':'%s'}}", Tenant.PASSWORD);
        Answer first = once.post("/tenants", body).expect(201);
        Answer again = once.post("/tenants", body).expect(201);
        assertThat(again.text("/tenant_key")).isEqualTo(first.text("/tenant_key"));
        assertThat(first.body() + again.body()).doesNotContain(Tenant.PASSWORD);
    }

    @Test
    void aSessionIsNotReplayedWithItsToken() {
        Api once = Api.nobody(server).with("Idempotency-Key", UUID.randomUUID().toString());
        String body = Json.of("{'tenant_key':'%s','login':'boss','password':'%s'}", tenant.key(), Tenant.PASSWORD);
        String token = once.post("/sessions", body).expect(201).text("/token");
        assertThat(once.post("/sessions", body).expect(201).body()).doesNotContain(token);
    }

    // ---- Headers ----------------------------------------------------------------------------------------------------

    @Test
    void answersTellBrowsersToKeepNothingAndToGuessNothing() {
        Answer answer = boss.get(users).expect(200);
        assertThat(answer.header("Cache-Control")).contains("no-store");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("Server")).isEmpty();
        assertThat(answer.header("Content-Type")).startsWith("application/json");
    }

    @Test
    void textsComeBackInUtf8() {
        Answer made =
                boss.post(users, Json.of("{'name':'𠮷野 Ζωή عمر 👩‍👩‍👧'}")).expect(201);
        assertThat(boss.get(users + "/" + made.text("/user_id")).text("/name")).isEqualTo("𠮷野 Ζωή عمر 👩‍👩‍👧");
    }
}
