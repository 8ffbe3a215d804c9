package org.sightline.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sightline.itests.http.Answer;
import org.sightline.itests.http.Api;
import org.sightline.itests.http.Json;
import org.sightline.itests.http.Tenant;
import org.sightline.itests.server.ServerUnderTest;
import org.sightline.itests.server.SharedServer;

/** Chats, contacts, blocks and phone numbers, inside one tenant and between strangers. */
@ExtendWith(SharedServer.class)
class CommunicationIT {

    private final Tenant a;
    private final Tenant b;
    private final Api ann;
    private final Api ben;

    CommunicationIT(ServerUnderTest server) {
        a = Tenant.create(server, "pro");
        b = Tenant.create(server, "starter");
        a.addUser("ann");
        a.addUser("alf");
        b.addUser("ben");
        ann = a.letIn("ann");
        ben = b.letIn("ben");
    }

    private static String peer(Tenant tenant, String user) {
        return Json.of("{'peer':{'tenant_key':'%s','user_id':'%s'}}", tenant.key(), user);
    }

    private static String communication(Tenant tenant, String path) {
        return tenant.path() + "/communication/" + path;
    }

    private Answer check(Tenant tenant, Api viewer, String peer) {
        return viewer.post(communication(tenant, "check"), peer).expect(200);
    }

    @Test
    void strangersBecomeContactsAndChat() {
        assertThat(check(a, ann, peer(b, "ben")).json())
                .isEqualTo(Json.read("{\"can_start_chat\":false,\"can_send\":false,\"can_find\":false,"
                        + "\"reasons\":[\"not_visible\"]}"));
        Answer refused = ann.post(communication(a, "chats"), peer(b, "ben")).expectProblem(403, "chat_not_allowed");
        assertThat(refused.json().path("reasons")).isEqualTo(Json.read("[\"not_visible\"]"));

        Answer asked = ann.post(communication(a, "contacts"), peer(b, "ben")).expect(201);
        String id = asked.text("/contact_id");
        assertThat(asked.text("/state")).isEqualTo("pending");
        assertThat(asked.text("/direction")).isEqualTo("outgoing");
        assertThat(asked.json().has("peer_name")).isFalse();
        assertThat(asked.header("Location")).endsWith("/contacts/" + id);
        ann.post(communication(a, "contacts"), peer(b, "ben")).expect(200);
        ann.send("POST", communication(a, "contacts/" + id + "/accept"), null, null)
                .expectProblem(409, "conflict");
        JsonNode incoming =
                ben.get(communication(b, "contacts")).expect(200).json().at("/items/0");
        assertThat(incoming.path("direction").asText()).isEqualTo("incoming");
        assertThat(incoming.path("peer_name").asText()).isEqualTo("Name of ann");
        Answer accepted = ben.send("POST", communication(b, "contacts/" + id + "/accept"), null, null)
                .expect(200);
        assertThat(accepted.text("/state")).isEqualTo("accepted");
        assertThat(ann.get(communication(a, "contacts/" + id)).expect(200).text("/peer_name"))
                .isEqualTo("Name of ben");

        Answer started = ben.post(communication(b, "chats"), peer(a, "ann")).expect(201);
        assertThat(started.json().at("/started_by/user_id").asText()).isEqualTo("ben");
        assertThat(ann.post(communication(a, "chats"), peer(b, "ben"))
                        .expect(200)
                        .text("/chat_id"))
                .isEqualTo(started.text("/chat_id"));
        assertThat(check(a, ann, peer(b, "ben")).json().path("reasons"))
                .isEqualTo(Json.read("[\"contacts\",\"chat_exists\"]"));
        ann.delete(communication(a, "contacts/" + id)).expect(204);
        assertThat(ben.get(communication(b, "contacts")).expect(200).items("contact_id"))
                .isEmpty();
        JsonNode old = check(b, ben, peer(a, "ann")).json();
        assertThat(old.path("can_send").asBoolean()).isFalse();
        assertThat(old.path("can_find").asBoolean()).isTrue();
    }

    @Test
    void aRequestToNobodyIsToldInTheSameWords() {
        Answer somebody = ann.post(communication(a, "contacts"), peer(b, "ben")).expect(201);
        Answer nobody = ann.post(communication(a, "contacts"), peer(b, "zed")).expect(201);
        Set<String> members = new HashSet<>();
        somebody.json().fieldNames().forEachRemaining(members::add);
        Set<String> others = new HashSet<>();
        nobody.json().fieldNames().forEachRemaining(others::add);
        assertThat(others).isEqualTo(members);
        assertThat(check(a, ann, peer(b, "zed")).body())
                .isEqualTo(check(a, ann, peer(b, "ben")).body());
        assertThat(ann.post(communication(a, "chats"), peer(b, "zed")).body())
                .isEqualTo(ann.post(communication(a, "chats"), peer(b, "ben")).body());
        assertThat(ann.get(communication(a, "contacts?page_size=1")).expect(200).items("contact_id"))
                .containsExactly(somebody.text("/contact_id"));
        assertThat(ann.get(communication(a, "contacts")).expect(200).items("contact_id"))
                .containsExactly(somebody.text("/contact_id"), nobody.text("/contact_id"));
        b.primary().delete(b.path() + "/users/ben").expect(204);
        assertThat(ann.get(communication(a, "contacts")).expect(200).items("contact_id"))
                .hasSize(2);
        ann.put(communication(a, "blocks/" + b.key() + "/zed"), "{}").expect(204);
        ann.put(communication(a, "blocks/no-tenant/zed"), "{}").expect(204);
        assertThat(ann.get(communication(a, "blocks")).expect(200).items("user_id"))
                .containsExactly("zed", "zed");
        ann.delete(communication(a, "blocks/no-tenant/zed")).expect(204);
        ann.delete(communication(a, "blocks/no-tenant/zed")).expectProblem(404, "not_found");
    }

    @Test
    void insideATenantSightDecidesAndHiddenIsLikeUnknown() {
        assertThat(check(a, ann, peer(a, "alf")).json().path("reasons")).isEqualTo(Json.read("[\"same_tenant\"]"));
        a.putPolicy("{'main_rule':{'type':'nobody'},'rule_sets':[],'display_order':'departments_first'}");
        for (String path : List.of("check", "chats", "contacts")) {
            Answer hidden = ann.post(communication(a, path), peer(a, "alf"));
            Answer unknown = ann.post(communication(a, path), peer(a, "zed"));
            assertThat(hidden.status()).isEqualTo(unknown.status());
            assertThat(hidden.body().replace("`alf`", "`zed`")).isEqualTo(unknown.body());
        }
        ann.post(communication(a, "contacts"), peer(a, "alf")).expectFault("/peer/user_id");
        Answer hidden = ann.put(communication(a, "blocks/" + a.key() + "/alf"), "{}");
        Answer unknown = ann.put(communication(a, "blocks/" + a.key() + "/zed"), "{}");
        assertThat(hidden.expectProblem(404, "not_found").body().replace("`alf`", "`zed`"))
                .isEqualTo(unknown.body());
    }

    @Test
    void whoeverIsBlockedMayNeitherStartNorSend() {
        Api alf = a.letIn("alf");
        ann.put(communication(a, "blocks/" + a.key() + "/alf"), "{}").expect(204);
        ann.put(communication(a, "blocks/" + a.key() + "/alf"), "{}").expect(204);
        JsonNode blocked = check(a, alf, peer(a, "ann")).json();
        assertThat(blocked.path("can_start_chat").asBoolean()).isFalse();
        assertThat(blocked.path("reasons")).isEqualTo(Json.read("[\"same_tenant\",\"blocked\"]"));
        alf.post(communication(a, "chats"), peer(a, "ann")).expectProblem(403, "chat_not_allowed");
        ann.post(communication(a, "chats"), peer(a, "alf")).expect(201);
        assertThat(check(a, alf, peer(a, "ann")).json().path("can_send").asBoolean())
                .isFalse();
        assertThat(check(a, ann, peer(a, "alf")).json().path("can_send").asBoolean())
                .isTrue();
    }

    @Test
    void aPhoneNumberFindsWhoeverLetsThemselfBeFound() {
        String number = "+99 " + Math.abs(UUID.randomUUID().getMostSignificantBits() % 1_000_000_000L);
        String same = Json.of("{'mobile':'(%s)'}", number.replace(" ", "-"));
        a.primary()
                .patch(a.path() + "/users/alf", Json.of("{'mobile':'%s'}", number))
                .expect(200);
        b.primary()
                .patch(b.path() + "/users/ben", Json.of("{'mobile':'%s'}", number.replace(" ", ".")))
                .expect(200);
        String find = communication(a, "find-by-phone");
        Answer both = ann.post(find, same).expect(200);
        assertThat(both.items("user_id")).containsExactly("alf", "ben");
        assertThat(both.items("name")).containsExactly("Name of alf", "Name of ben");
        Answer first = ann.post(find + "?page_size=1", same).expect(200);
        assertThat(first.items("user_id")).containsExactly("alf");
        String next = find + "?page_size=1&page_token=" + first.text("/page_token");
        assertThat(ann.post(next, same).expect(200).items("user_id")).containsExactly("ben");
        ann.post(next, Json.of("{'mobile':'+99 1'}")).expectProblem(400, "page_token_invalid");
        ann.post(find, Json.of("{'mobile':'call me'}")).expectFault("/mobile");

        Answer choice = ben.get(communication(b, "privacy")).expect(200);
        assertThat(choice.json().path("find_by_phone").asBoolean()).isTrue();
        ben.with("If-Match", "\"other\"")
                .put(communication(b, "privacy"), Json.of("{'find_by_phone':false}"))
                .expectProblem(412, "revision_mismatch");
        ben.with("If-Match", choice.etag())
                .put(communication(b, "privacy"), Json.of("{'find_by_phone':false}"))
                .expect(200);
        assertThat(ann.post(find, same).items("user_id")).containsExactly("alf");
        ben.put(communication(b, "privacy"), Json.of("{'find_by_phone':true}")).expect(200);
        b.primary().patch(b.path(), Json.of("{'find_by_phone':false}")).expect(200);
        assertThat(ann.post(find, same).items("user_id")).containsExactly("alf");
    }

    @Test
    void listsComeInPagesThatStayAsTheyWere() {
        List<String> ids = new ArrayList<>();
        for (int number = 0; number < 5; number++) {
            ids.add(ann.post(communication(a, "contacts"), peer(b, "p" + number))
                    .expect(201)
                    .text("/contact_id"));
        }
        Answer page = ann.get(communication(a, "contacts?page_size=2")).expect(200);
        List<String> read = new ArrayList<>(page.items("contact_id"));
        ann.delete(communication(a, "contacts/" + ids.get(3))).expect(204);
        while (page.json().path("has_more").asBoolean()) {
            page = ann.get(communication(a, "contacts?page_size=2&page_token=" + page.text("/page_token")))
                    .expect(200);
            read.addAll(page.items("contact_id"));
        }
        assertThat(read).isEqualTo(ids);
        ids.remove(3);
        assertThat(ann.get(communication(a, "contacts")).items("contact_id")).isEqualTo(ids);
    }

    @Test
    void nothingIsLeftOfATenantThatWasDeleted() {
        String id = ann.post(communication(a, "contacts"), peer(b, "ben"))
                .expect(201)
                .text("/contact_id");
        ben.send("POST", communication(b, "contacts/" + id + "/accept"), null, null)
                .expect(200);
        ann.post(communication(a, "chats"), peer(b, "ben")).expect(201);
        Api operator = Api.operator(ann.server());
        operator.delete(b.path() + "?confirm=" + b.key()).expect(204);
        assertThat(ann.get(communication(a, "contacts")).expect(200).items("contact_id"))
                .isEmpty();
        operator.post(
                        "/tenants",
                        Json.of(
                                "{'tenant_key':'%s','name':'Somebody else','plan':'pro',"
                                        + "'primary_admin':{'user_id':'ben','name':'Another Ben','password':'%s'}}",
                                b.key(), Tenant.PASSWORD))
                .expect(201);
        assertThat(check(a, ann, peer(b, "ben")).json().path("reasons")).isEqualTo(Json.read("[\"not_visible\"]"));
        assertThat(ann.get(communication(a, "chats")).expect(200).items("chat_id"))
                .isEmpty();
    }

    @Test
    void theSameKeyGivesTheSameContactAndEveryChangeIsInTheLog() {
        Api once = ann.with("Idempotency-Key", UUID.randomUUID().toString());
        Answer first = once.post(communication(a, "contacts"), peer(b, "ben")).expect(201);
        Answer again = once.post(communication(a, "contacts"), peer(b, "ben")).expect(201);
        assertThat(again.text("/contact_id")).isEqualTo(first.text("/contact_id"));
        assertThat(again.json().path("replayed").asBoolean()).isTrue();
        JsonNode own = a.primary()
                .get(a.path() + "/audit?action=contact.request")
                .expect(200)
                .json()
                .at("/items/0");
        assertThat(own.at("/actor/id").asText()).isEqualTo("ann");
        assertThat(own.path("revision").asLong()).isEqualTo(first.revision());
        assertThat(own.at("/after/peer/user_id").asText()).isEqualTo("ben");
        JsonNode theirs = b.primary()
                .get(b.path() + "/audit?action=contact.request")
                .expect(200)
                .json()
                .at("/items/0");
        assertThat(theirs.at("/actor/kind").asText()).isEqualTo("partner");
        assertThat(theirs.at("/actor/id").asText()).isEqualTo(a.key());
    }
}
