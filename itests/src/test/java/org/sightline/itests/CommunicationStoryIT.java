package org.sightline.itests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sightline.itests.http.Answer;
import org.sightline.itests.http.Api;
import org.sightline.itests.http.Json;
import org.sightline.itests.http.Tenant;
import org.sightline.itests.server.Console;
import org.sightline.itests.server.ServerUnderTest;
import org.sightline.itests.server.SharedServer;

/**
 * Chats between two organisations as the customer tells of them: while they trust each other with sight in one direction
 * or for some members only, after sight has changed, and after the end.
 */
@ExtendWith(SharedServer.class)
class CommunicationStoryIT {

    private static final String SEES = "{'find':true,'browse':true}";
    private static final String BLIND = "{'find':false,'browse':false}";

    private final ServerUnderTest server;
    private final Tenant a;
    private final Tenant b;
    private final Api a1;
    private final Api a2;
    private final Api b1;

    CommunicationStoryIT(ServerUnderTest server) {
        this.server = server;
        a = Tenant.create(server, "pro");
        b = Tenant.create(server, "starter");
        a.addUser("a-1");
        a.addUser("a-2");
        b.addUser("b-1");
        a1 = a.letIn("a-1");
        a2 = a.letIn("a-2");
        b1 = b.letIn("b-1");
    }

    @BeforeEach
    void trustEachOtherAndShareEverybody() {
        String code =
                post(b, b.primary(), "/trust/invitation", "{}").expect(201).text("/code");
        String request = post(a, a.primary(), "/trust/requests", "{'code':'" + code + "'}")
                .expect(201)
                .text("/request_id");
        post(b, b.primary(), "/trust/requests/" + request + "/approve", null).expect(200);
        party(a, b, "PUT", "/share", "{'all':true}").expect(200);
        party(b, a, "PUT", "/share", "{'all':true}").expect(200);
    }

    @Test
    void withOneWaySightOnlyOurSideCanStartAndBothGoOn() {
        rule(a, b, "everybody", "{'department_ids':['0']}");
        rule(b, a, "everybody", "{'department_ids':['0']}");
        party(a, b, "PUT", "/permissions", BLIND).expect(200);

        saysOf(b1, b, a, "a-1", "false false false [not_visible]");
        start(b1, b, a, "a-1").expectProblem(403, "chat_not_allowed");
        saysOf(a1, a, b, "b-1", "true true true [trusted]");
        start(a1, a, b, "b-1").expect(201);
        saysOf(b1, b, a, "a-1", "false true true [trusted, chat_exists, not_visible, not_contacts]");

        party(b, a, "PUT", "/permissions", BLIND).expect(200);
        saysOf(a1, a, b, "b-1", "false true true [trusted, chat_exists, not_visible, not_contacts]");
        start(a1, a, b, "b-1").expect(200);
        start(a2, a, b, "b-1").expectProblem(403, "chat_not_allowed");

        party(b, a, "PUT", "/permissions", SEES).expect(200);
        b1.put(b.path() + "/communication/blocks/" + a.key() + "/a-1", "{}").expect(204);
        saysOf(a1, a, b, "b-1", "false false true [trusted, chat_exists, blocked]");
        saysOf(b1, b, a, "a-1", "false true true [trusted, chat_exists, not_visible, not_contacts]");
    }

    @Test
    void withPartialAccessTheOthersAddAContactFirst() {
        rule(a, b, "some", "{'user_ids':['a-1']}");
        start(a1, a, b, "b-1").expect(201);
        start(a2, a, b, "b-1").expectProblem(403, "chat_not_allowed");
        becomeContacts(a2, a, "a-2");
        start(a2, a, b, "b-1").expect(201);
        saysOf(a2, a, b, "b-1", "true true true [trusted, contacts, chat_exists, not_visible]");
    }

    @Test
    void afterTheEndOldChatsGoOnBetweenContacts() {
        rule(a, b, "everybody", "{'department_ids':['0']}");
        start(a1, a, b, "b-1").expect(201);
        start(a2, a, b, "b-1").expect(201);
        becomeContacts(a1, a, "a-1");
        assertThat(party(a, b, "POST", "/remove", null).expect(200).text("/state"))
                .isEqualTo("removed");

        saysOf(a1, a, b, "b-1", "true true true [contacts, chat_exists]");
        saysOf(b1, b, a, "a-1", "true true true [contacts, chat_exists]");
        saysOf(a2, a, b, "b-1", "false false true [chat_exists, not_contacts]");
        saysOf(b1, b, a, "a-2", "false false true [chat_exists, not_contacts]");
        saysOf(a.primary(), a, b, "b-1", "false false false [not_visible]");
        String search = a.path() + "/contacts/search?q=b-1";
        assertThat(a.primary().get(search).expect(200).items("id"))
                .as("without a chat")
                .isEmpty();
        assertThat(a2.get(search).expect(200).json().at("/items/0").toString())
                .isEqualTo(Json.of(
                        "{'kind':'member','tenant_key':'%s','id':'b-1','name':'Name of b-1','matched_field':'name'}",
                        b.key()));
        b.primary()
                .patch(
                        b.path() + "/users/b-1",
                        "{\"mobile\":\"+77 12 34 " + b.key().hashCode() % 1000 + "\"}")
                .expect(200);
        String number = Json.of(
                "{'mobile':'%s'}", b.primary().get(b.path() + "/users/b-1").text("/mobile"));
        assertThat(post(a, a.primary(), "/communication/find-by-phone", number).items("user_id"))
                .contains("b-1");
        assertThat(b1.put(b.path() + "/communication/privacy", Json.of("{'find_by_phone':false}"))
                        .expect(200)
                        .json()
                        .path("find_by_phone")
                        .asBoolean())
                .isFalse();
        assertThat(post(a, a.primary(), "/communication/find-by-phone", number).items("user_id"))
                .doesNotContain("b-1");
        becomeContacts(a2, a, "a-2");
        saysOf(b1, b, a, "a-2", "true true true [contacts, chat_exists]");
    }

    @Test
    void withoutTrustedPartiesEverybodyElsewhereIsAStranger() throws IOException {
        rule(a, b, "everybody", "{'department_ids':['0']}");
        start(a1, a, b, "b-1").expect(201);
        run("feature:stop sightline-trusted-party");
        try {
            saysOf(a1, a, b, "b-1", "false false true [chat_exists, not_contacts]");
        } finally {
            run("feature:start sightline-trusted-party");
        }
        await("sight across the trust returns")
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> saysOf(a1, a, b, "b-1", "true true true [trusted, chat_exists]"));
    }

    private void run(String command) throws IOException {
        Console.Output output = Console.of(server).run(command);
        assertThat(output.exit()).as("`%s` said: %s", command, output.output()).isZero();
    }

    private static Answer post(Tenant tenant, Api caller, String path, String body) {
        return caller.post(tenant.path() + path, body == null ? null : body.replace('\'', '"'));
    }

    private static Answer party(Tenant own, Tenant partner, String method, String path, String body) {
        String whole = own.path() + "/trust/parties/" + partner.key() + path;
        String json = body == null ? null : body.replace('\'', '"');
        return method.equals("PUT")
                ? own.primary().put(whole, json)
                : own.primary().post(whole, json);
    }

    private static void rule(Tenant own, Tenant partner, String id, String subjects) {
        party(
                        own,
                        partner,
                        "POST",
                        "/rules",
                        "{'rule_id':'" + id + "','subjects':" + subjects + ",'objects':{'department_ids':['0']}}")
                .expect(201);
    }

    private static String peer(Tenant tenant, String user) {
        return Json.of("{'peer':{'tenant_key':'%s','user_id':'%s'}}", tenant.key(), user);
    }

    private static Answer start(Api viewer, Tenant own, Tenant theirs, String user) {
        return viewer.post(own.path() + "/communication/chats", peer(theirs, user));
    }

    private void becomeContacts(Api asking, Tenant own, String user) {
        String id = asking.post(own.path() + "/communication/contacts", peer(b, "b-1"))
                .expect(201)
                .text("/contact_id");
        assertThat(b1.get(b.path() + "/communication/contacts/" + id)
                        .expect(200)
                        .text("/peer/user_id"))
                .isEqualTo(user);
        b1.post(b.path() + "/communication/contacts/" + id + "/accept", null).expect(200);
    }

    /** Start, send and find in this order, then the reasons. */
    private static void saysOf(Api viewer, Tenant own, Tenant theirs, String user, String expected) {
        Answer answer = viewer.post(own.path() + "/communication/check", peer(theirs, user))
                .expect(200);
        String reasons =
                answer.json().path("reasons").toString().replace("\"", "").replace(",", ", ");
        assertThat(answer.text("/can_start_chat") + " " + answer.text("/can_send") + " " + answer.text("/can_find")
                        + " " + reasons)
                .isEqualTo(expected);
    }
}
