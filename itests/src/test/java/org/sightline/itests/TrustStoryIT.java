package org.sightline.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sightline.itests.http.Answer;
import org.sightline.itests.http.Api;
import org.sightline.itests.http.Json;
import org.sightline.itests.http.Tenant;
import org.sightline.itests.server.ServerUnderTest;
import org.sightline.itests.server.SharedServer;

/**
 * Two organisations come together and part, as the customer's description has it, from the QR code to the removal. What
 * was asked and answered is written to {@code target/trust-story.txt}, without codes and tokens.
 */
@ExtendWith(SharedServer.class)
class TrustStoryIT {

    private final ServerUnderTest server;
    private final List<String> transcript = new ArrayList<>();
    private final List<String> secrets = new ArrayList<>();

    /** On a plan that cannot scan; it invites. */
    private Tenant north;

    /** On a plan that can; it scans. */
    private Tenant light;

    private Api northAdmin;
    private Api lightAdmin;
    private Api lena;

    TrustStoryIT(ServerUnderTest server) {
        this.server = server;
    }

    @BeforeEach
    void foundTwoOrganisations() {
        north = Tenant.create(server, "starter");
        light = Tenant.create(server, "pro");
        north.addDepartment("sales", "0");
        north.addDepartment("secret", "0");
        north.addUser("nora", "sales");
        north.addUser("nils", "secret");
        light.addDepartment("lab", "0");
        light.addDepartment("empty", "lab");
        light.addUser("lena", "lab");
        light.addUser("luke");
        light.addUser("sue");
        light.primary()
                .patch(light.path() + "/users/sue", "{\"status\":\"suspended\"}")
                .expect(200);
        northAdmin = north.addAdministrator("north-ext", "external_collaborations");
        lightAdmin = light.addAdministrator("light-ext", "external_collaborations");
        lena = light.letIn("lena");
    }

    private void writeTranscript() throws IOException {
        String story = String.join("\n", transcript) + "\n";
        for (String secret : secrets) {
            assertThat(story).doesNotContain(secret);
        }
        Files.writeString(Path.of("target", "trust-story.txt"), story);
    }

    @Test
    void fromTheQrCodeToTheRemoval() throws IOException {
        String code = inviteAndInspect();
        String request = askAndRefuse(code);
        approve(request);
        grant();
        rules();
        endWithApproval();
        afterTheEnd(code);
        nothingSecretIsLeft();
        writeTranscript();
    }

    private String inviteAndInspect() {
        get(northAdmin, north, "/trust/invitation").expectProblem(404, "not_found");
        Answer made = post(northAdmin, north, "/trust/invitation", "{}").expect(201);
        String code = made.text("/code");
        assertThat(code).hasSizeGreaterThanOrEqualTo(32);
        assertThat(made.text("/link")).endsWith("/i#" + code);
        assertThat(made.header("Cache-Control")).isEqualTo("no-store");
        assertThat(get(northAdmin, north, "/trust/invitation").expect(200).text("/code"))
                .isEqualTo(code);
        assertThat(get(northAdmin, north, "/trust/invitation/qr.png")
                        .expect(200)
                        .header("Content-Type"))
                .isEqualTo("image/png");
        assertThat(get(northAdmin, north, "/trust/invitation/qr.svg?size=400")
                        .expect(200)
                        .body())
                .startsWith("<svg")
                .doesNotContain(code);
        get(northAdmin, north, "/trust/invitation/qr.svg?size=4").expectProblem(422, "invalid");
        Api.nobody(server).get("//i").expect(200);

        Answer seen = post(lightAdmin, light, "/trust/invitation/inspect", "{'code':'%s'}", code)
                .expect(200);
        assertThat(seen.text("/from/tenant_key")).isEqualTo(north.key());
        assertThat(seen.json().path("can_request").asBoolean()).isTrue();
        assertThat(post(northAdmin, north, "/trust/invitation/inspect", "{'code':'%s'}", code)
                        .expect(200)
                        .text("/reason"))
                .isEqualTo("own_invitation");
        post(lightAdmin, light, "/trust/invitation/inspect", "{'code':'nonsense'}")
                .expectProblem(422, "invitation_invalid");
        return code;
    }

    private String askAndRefuse(String code) {
        post(northAdmin, north, "/trust/requests", "{'code':'%s'}", code).expectProblem(422, "own_invitation");
        Tenant small = Tenant.create(server, "basic");
        Answer ineligible = small.primary()
                .post(small.path() + "/trust/requests", Json.of("{'code':'%s'}", code))
                .expectProblem(403, "plan_not_eligible");
        assertThat(ineligible.json().path("limit").asInt()).isZero();
        assertThat(ineligible.json().has("upgrade_contact")).isTrue();
        post(lightAdmin, light, "/trust/requests", "{'code':'%s','share':{'department_ids':['nowhere']}}", code)
                .expectProblem(422, "invalid")
                .expectFault("/share/department_ids/0");

        Answer asked = post(
                        lightAdmin,
                        light,
                        "/trust/requests",
                        "{'code':'%s','share':{'department_ids':['lab'],'user_ids':['luke']},'access':'browse'}",
                        code)
                .expect(201);
        assertThat(asked.text("/state")).isEqualTo("pending");
        assertThat(asked.json().at("/share/department_ids/0").asText()).isEqualTo("lab");
        post(lightAdmin, light, "/trust/requests", "{'code':'%s'}", code).expectProblem(409, "request_open");
        String theirs =
                post(lightAdmin, light, "/trust/invitation", "{}").expect(201).text("/code");
        post(northAdmin, north, "/trust/requests", "{'code':'%s'}", theirs).expectProblem(409, "request_open");

        Answer incoming = get(northAdmin, north, "/trust/requests?direction=incoming&state=pending")
                .expect(200);
        assertThat(incoming.items("request_id")).containsExactly(asked.text("/request_id"));
        JsonNode share = incoming.json().at("/items/0/share");
        assertThat(share.path("department_count").asInt()).isEqualTo(1);
        assertThat(share.path("user_count").asInt()).isEqualTo(1);
        assertThat(incoming.body()).doesNotContain("lab").doesNotContain("luke");
        assertThat(get(northAdmin, north, "/trust/requests?direction=outgoing")
                        .expect(200)
                        .items("request_id"))
                .isEmpty();
        get(northAdmin, north, "/trust/requests?state=odd").expectProblem(422, "invalid");
        return asked.text("/request_id");
    }

    private void approve(String request) {
        post(lightAdmin, light, "/trust/requests/" + request + "/approve", null).expectProblem(403, "forbidden");
        get(northAdmin, north, "/trust/parties/" + light.key()).expectProblem(404, "not_found");
        Answer approved = post(northAdmin, north, "/trust/requests/" + request + "/approve", null)
                .expect(200);
        assertThat(approved.text("/state")).isEqualTo("approved");
        assertThat(approved.text("/decided_by")).isEqualTo("north-ext");
        post(northAdmin, north, "/trust/requests/" + request + "/approve", null).expectProblem(409, "already_decided");
        post(lightAdmin, light, "/trust/requests/" + request + "/withdraw", null)
                .expectProblem(409, "already_decided");
        assertThat(get(lightAdmin, light, "/trust/requests/" + request)
                        .expect(200)
                        .body())
                .doesNotContain("north-ext");

        JsonNode here = get(lightAdmin, light, "/trust/parties/" + north.key())
                .expect(200)
                .json();
        assertThat(here.path("state").asText()).isEqualTo("active");
        assertThat(here.path("sponsor").asText()).isEqualTo(light.key());
        assertThat(here.at("/quota/limit").asInt()).isEqualTo(10);
        assertThat(here.at("/quota/used").asInt()).isEqualTo(1);
        assertThat(here.at("/granted_by_us/share/department_ids/0").asText()).isEqualTo("lab");
        assertThat(here.at("/granted_to_us/share/department_count").asInt()).isZero();
        JsonNode there = get(northAdmin, north, "/trust/parties/" + light.key())
                .expect(200)
                .json();
        assertThat(there.path("since")).isEqualTo(here.path("since"));
        assertThat(there.at("/quota/limit").asInt()).isZero();
        assertThat(there.at("/granted_by_us/share/all").asBoolean()).isFalse();
        assertThat(there.at("/granted_to_us/share/user_count").asInt()).isEqualTo(1);
    }

    private void grant() {
        String ofLight = "/trust/parties/" + light.key();
        String ofNorth = "/trust/parties/" + north.key();
        get(lightAdmin, light, ofNorth + "/shared").expect(200);
        put(northAdmin, north, ofLight + "/share", "{}").expectProblem(422, "invalid");
        put(northAdmin, north, ofLight + "/share", "{'all':true,'user_ids':['nora']}")
                .expectProblem(422, "invalid");
        put(northAdmin, north, ofLight + "/share", "{'department_ids':['sales']}")
                .expect(200);
        assertThat(get(lightAdmin, light, ofNorth + "/shared").expect(200).items("id"))
                .containsExactly("sales");
        assertThat(get(lightAdmin, light, ofNorth + "/shared?department_id=sales")
                        .expect(200)
                        .items("id"))
                .containsExactly("nora");
        get(lightAdmin, light, ofNorth + "/shared?department_id=secret").expectProblem(422, "invalid");
        assertThat(get(lightAdmin, light, ofNorth + "/shared?q=name")
                        .expect(200)
                        .items("id"))
                .containsExactly("nora");

        put(
                        northAdmin,
                        north,
                        ofLight + "/permissions",
                        "{'visible_fields':['email','city'],'searchable_fields':['email']}")
                .expect(200);
        JsonNode permissions =
                get(northAdmin, north, ofLight).expect(200).json().at("/granted_by_us/permissions");
        assertThat(permissions.at("/source/fields").asText()).isEqualTo("custom");
        assertThat(permissions.at("/source/access").asText()).isEqualTo("default");
        assertThat(permissions.path("visible_fields").toString()).isEqualTo("[\"city\",\"email\",\"name\"]");
        put(northAdmin, north, ofLight + "/permissions", "{'find':true}")
                .expectProblem(422, "invalid")
                .expectFault("/browse");
        put(northAdmin, north, ofLight + "/permissions", "{'visible_fields':['shoe'],'searchable_fields':[]}")
                .expectProblem(422, "invalid")
                .expectFault("/visible_fields");
        put(northAdmin, north, "/trust/defaults", "{'find':true,'browse':false}")
                .expectProblem(422, "invalid")
                .expectFault("/visible_fields");
        put(
                        northAdmin,
                        north,
                        "/trust/defaults",
                        "{'find':true,'browse':false,'visible_fields':['name'],'searchable_fields':['name']}")
                .expect(200);
        JsonNode received = get(lightAdmin, light, ofNorth).expect(200).json().at("/granted_to_us/permissions");
        assertThat(received.path("browse").asBoolean()).isFalse();
        assertThat(received.path("visible_fields")).hasSize(3);
        assertThat(received.has("source")).isFalse();
        northAdmin.delete(north.path() + ofLight + "/permissions").expect(204);
        assertThat(get(lightAdmin, light, ofNorth).expect(200).json().at("/granted_to_us/permissions/visible_fields"))
                .hasSize(1);

        Answer party = get(northAdmin, north, ofLight).expect(200);
        northAdmin
                .with("If-Match", "\"stale\"")
                .put(north.path() + ofLight + "/share", Json.of("{'all':true}"))
                .expectProblem(412, "revision_mismatch");
        northAdmin
                .with("If-Match", party.etag())
                .put(north.path() + ofLight + "/share", Json.of("{'department_ids':['sales']}"))
                .expect(200);
    }

    private void rules() {
        String path = "/trust/parties/" + north.key() + "/rules";
        Answer hidden = post(
                        lightAdmin,
                        light,
                        path,
                        "{'subjects':{'department_ids':['lab']},'objects':{'user_ids':['nora','nils','no-such']}}")
                .expectProblem(422, "outside_shared_scope")
                .expectFault("/objects/user_ids/1")
                .expectFault("/objects/user_ids/2");
        assertThat(hidden.json().path("outside").toString()).isEqualTo("[\"nils\",\"no-such\"]");
        assertThat(hidden.json().at("/errors/0/detail").asText().replace("nils", "?"))
                .isEqualTo(hidden.json().at("/errors/1/detail").asText().replace("no-such", "?"));
        post(lightAdmin, light, path, "{'subjects':{'user_ids':['sue']},'objects':{'user_ids':['nora']}}")
                .expectProblem(422, "outside_shared_scope");
        post(lightAdmin, light, path, "{'subjects':{'user_ids':['ghost']},'objects':{'user_ids':['nora']}}")
                .expectProblem(422, "invalid")
                .expectFault("/subjects/user_ids/0");
        post(lightAdmin, light, path, "{'subjects':{'user_ids':[]},'objects':{'user_ids':['nora']}}")
                .expectProblem(422, "invalid")
                .expectFault("/subjects");
        post(lightAdmin, light, path, "{'subjects':{'department_ids':['0','lab']},'objects':{'user_ids':['nora']}}")
                .expectProblem(422, "invalid")
                .expectFault("/subjects/department_ids");

        Answer made = post(
                        lightAdmin,
                        light,
                        path,
                        "{'rule_id':'lab-sees-sales','subjects':{'department_ids':['lab']},"
                                + "'objects':{'department_ids':['sales']}}")
                .expect(201);
        assertThat(made.json().path("subject_valid").asBoolean()).isTrue();
        assertThat(made.json().path("object_valid").asBoolean()).isTrue();
        post(
                        lightAdmin,
                        light,
                        path,
                        "{'rule_id':'lab-sees-sales','subjects':{'department_ids':['0']},"
                                + "'objects':{'department_ids':['0']}}")
                .expectProblem(409, "duplicate_id");
        assertThat(get(lightAdmin, light, path + "?q=lab").expect(200).items("rule_id"))
                .containsExactly("lab-sees-sales");
        assertThat(get(lightAdmin, light, path + "?q=Department%20sal")
                        .expect(200)
                        .items("rule_id"))
                .containsExactly("lab-sees-sales");
        assertThat(get(lightAdmin, light, path + "?q=nora").expect(200).items("rule_id"))
                .isEmpty();

        sight();
        put(northAdmin, north, "/trust/parties/" + light.key() + "/share", "{'department_ids':[]}")
                .expect(200);
        assertThat(verify("lena", "nora").json().path("find").asBoolean())
                .as("gone on the next read")
                .isFalse();
        Answer blind = get(lightAdmin, light, path + "/lab-sees-sales").expect(200);
        assertThat(blind.json().path("subject_valid").asBoolean()).isTrue();
        assertThat(blind.json().path("object_valid").asBoolean()).isFalse();
        put(
                        lightAdmin,
                        light,
                        path + "/lab-sees-sales",
                        "{'subjects':{'department_ids':['0']},'objects':{'department_ids':['sales']}}")
                .expect(200);
    }

    /** The defaults let others find and not browse; then the relation has access of its own. */
    private void sight() {
        JsonNode found = verify("lena", "nora").json();
        assertThat(found.path("find").asBoolean()).isTrue();
        assertThat(found.path("browse").asBoolean()).isFalse();
        get(lena, light, "/contacts/parties/" + north.key() + "/departments/0/children")
                .expectProblem(404, "not_found");
        put(northAdmin, north, "/trust/parties/" + light.key() + "/permissions", "{'find':true,'browse':true}")
                .expect(200);
        assertThat(verify("lena", "nora").json().path("browse").asBoolean()).isTrue();
        assertThat(verify("luke", "nora").json().path("find").asBoolean())
                .as("partial access: luke is shared, but no rule names him")
                .isFalse();
        assertThat(verify("lena", "nils").json().path("find").asBoolean())
                .as("not shared")
                .isFalse();
        assertThat(get(lena, light, "/contacts/parties").expect(200).body()).contains(north.key());
        assertThat(get(lena, light, "/contacts/parties/" + north.key() + "/departments/0/children")
                        .expect(200)
                        .items("id"))
                .containsExactly("sales");
        get(lena, light, "/contacts/parties/" + north.key() + "/users/nora").expect(200);
        get(lena, light, "/contacts/parties/" + north.key() + "/users/nils").expectProblem(404, "not_found");
    }

    private Answer verify(String subject, String object) {
        return post(
                        lightAdmin,
                        light,
                        "/trust/verify",
                        "{'subject_user_id':'%s','partner':'%s','object_user_id':'%s'}",
                        subject,
                        north.key(),
                        object)
                .expect(200);
    }

    private void endWithApproval() {
        String ofLight = "/trust/parties/" + light.key();
        put(lightAdmin, light, "/trust/settings", "{'removal_requires_approval':true}")
                .expect(200);
        Answer asked = post(northAdmin, north, ofLight + "/remove", null).expect(200);
        assertThat(asked.text("/state")).isEqualTo("removal_pending");
        String removal = asked.text("/removal_id");
        post(northAdmin, north, ofLight + "/remove", null).expectProblem(409, "conflict");
        post(lightAdmin, light, "/trust/parties/" + north.key() + "/remove", null)
                .expectProblem(409, "conflict");
        Answer pending = get(lightAdmin, light, "/trust/parties/" + north.key()).expect(200);
        assertThat(pending.text("/state")).isEqualTo("removal_pending");
        assertThat(pending.text("/removal/direction")).isEqualTo("incoming");
        assertThat(pending.body()).doesNotContain("north-ext");
        post(lightAdmin, light, "/trust/removals/" + removal + "/approve", null).expectProblem(403, "forbidden");
        post(northAdmin, north, "/trust/removals/" + removal + "/withdraw", null)
                .expect(200);
        assertThat(get(northAdmin, north, ofLight).expect(200).text("/state")).isEqualTo("active");

        removal = post(northAdmin, north, ofLight + "/remove", null).expect(200).text("/removal_id");
        put(lightAdmin, light, "/trust/settings", "{'removal_requires_approval':false}")
                .expect(200);
        post(light.primary(), light, "/trust/removals/" + removal + "/reject", null)
                .expect(200);
        post(northAdmin, north, "/trust/removals/" + removal + "/withdraw", null)
                .expectProblem(409, "already_decided");

        put(lightAdmin, light, "/trust/settings", "{'removal_requires_approval':true}")
                .expect(200);
        removal = post(northAdmin, north, ofLight + "/remove", null).expect(200).text("/removal_id");
        Answer ended = post(light.primary(), light, "/trust/removals/" + removal + "/approve", null)
                .expect(200);
        assertThat(ended.text("/state")).isEqualTo("approved");
        assertThat(get(northAdmin, north, "/trust/removals").expect(200).items("state"))
                .containsExactly("withdrawn", "rejected", "approved");
        assertThat(get(lightAdmin, light, "/trust/removals?direction=incoming&state=approved")
                        .expect(200)
                        .items("removal_id"))
                .containsExactly(removal);
    }

    private void afterTheEnd(String code) {
        post(
                        lightAdmin,
                        light,
                        "/trust/verify",
                        "{'subject_user_id':'lena','partner':'%s','object_user_id':'nora'}",
                        north.key())
                .expectProblem(404, "not_found");
        get(lena, light, "/contacts/parties/" + north.key() + "/users/nora").expectProblem(404, "not_found");
        get(northAdmin, north, "/trust/parties/" + light.key()).expectProblem(404, "not_found");
        get(lightAdmin, light, "/trust/parties/" + north.key()).expectProblem(404, "not_found");
        get(lightAdmin, light, "/trust/parties/" + north.key() + "/rules").expectProblem(404, "not_found");
        assertThat(get(lightAdmin, light, "/trust/parties").expect(200).items("state"))
                .isEmpty();
        String again = post(lightAdmin, light, "/trust/requests", "{'code':'%s','access':'search_only'}", code)
                .expect(201)
                .text("/request_id");
        String fresh = post(northAdmin, north, "/trust/invitation/reset", null)
                .expect(200)
                .text("/code");
        assertThat(fresh).isNotEqualTo(code);
        post(lightAdmin, light, "/trust/invitation/inspect", "{'code':'%s'}", code)
                .expectProblem(422, "invitation_invalid");
        post(northAdmin, north, "/trust/requests/" + again + "/approve", null).expect(200);
        JsonNode grants = get(lightAdmin, light, "/trust/parties/" + north.key())
                .expect(200)
                .json();
        assertThat(grants.at("/granted_by_us/permissions/source/access").asText())
                .isEqualTo("custom");
        assertThat(grants.at("/granted_by_us/permissions/browse").asBoolean()).isFalse();
        assertThat(get(lightAdmin, light, "/trust/parties/" + north.key() + "/rules")
                        .expect(200)
                        .items("rule_id"))
                .as("rules of the relation that ended are gone with it")
                .isEmpty();
        put(light.primary(), light, "/trust/settings", "{'removal_requires_approval':false}")
                .expect(200);
        Answer end = post(northAdmin, north, "/trust/parties/" + light.key() + "/remove", null)
                .expect(200);
        assertThat(end.text("/state")).isEqualTo("removed");
        assertThat(end.json().has("removal_id")).isFalse();
    }

    private void nothingSecretIsLeft() throws IOException {
        String audit = north.primary()
                        .get(north.path() + "/audit?page_size=500")
                        .expect(200)
                        .body()
                + light.primary()
                        .get(light.path() + "/audit?page_size=500")
                        .expect(200)
                        .body();
        assertThat(audit).contains("trust_request.approve").contains("trust_removal.approve");
        String log = Files.readString(server.data().resolve("log/karaf.log"));
        for (String secret : secrets) {
            assertThat(audit).doesNotContain(secret);
            assertThat(log).doesNotContain(secret);
        }
        JsonNode northSide = north.primary()
                .get(north.path() + "/audit?action=trust_request.submit")
                .expect(200)
                .json();
        assertThat(northSide.at("/items/0/actor/kind").asText()).isEqualTo("partner");
        assertThat(northSide.at("/items/0/actor/id").asText()).isEqualTo(light.key());
        assertThat(northSide.toString()).doesNotContain("light-ext");
    }

    @Test
    void aRepeatedAnswerHoldsNoCode() {
        Api patient = northAdmin.with("Idempotency-Key", "one-and-only");
        Answer first = patient.post(north.path() + "/trust/invitation", "{}").expect(201);
        Answer second = patient.post(north.path() + "/trust/invitation", "{}").expect(201);
        assertThat(second.json().path("replayed").asBoolean()).isTrue();
        assertThat(second.text("/created_at")).isEqualTo(first.text("/created_at"));
        assertThat(second.json().has("code")).isFalse();
        assertThat(second.json().has("link")).isFalse();
    }

    @Test
    void aTenantThatIsDeletedEndsItsRelationsFirst() {
        String code =
                post(northAdmin, north, "/trust/invitation", "{}").expect(201).text("/code");
        String request = post(lightAdmin, light, "/trust/requests", "{'code':'%s','share':{'all':true}}", code)
                .expect(201)
                .text("/request_id");
        post(northAdmin, north, "/trust/requests/" + request + "/approve", null).expect(200);
        Api.operator(server)
                .delete("/tenants/" + north.key() + "?confirm=" + north.key())
                .expect(204);
        get(lightAdmin, light, "/trust/parties/" + north.key()).expectProblem(404, "not_found");
        assertThat(get(lightAdmin, light, "/trust/parties").expect(200).items("state"))
                .isEmpty();
        assertThat(get(lightAdmin, light, "/trust/requests").expect(200).items("state"))
                .containsExactly("approved");
    }

    private Answer get(Api api, Tenant tenant, String path) {
        return told("GET", tenant, path, null, api.get(tenant.path() + path));
    }

    private Answer post(Api api, Tenant tenant, String path, String body, Object... arguments) {
        String json = body == null ? null : Json.of(body, arguments);
        return told(
                "POST",
                tenant,
                path,
                json,
                json == null
                        ? api.send("POST", tenant.path() + path, null, null)
                        : api.post(tenant.path() + path, json));
    }

    private Answer put(Api api, Tenant tenant, String path, String body) {
        return told("PUT", tenant, path, Json.of(body), api.put(tenant.path() + path, Json.of(body)));
    }

    private Answer told(String method, Tenant tenant, String path, String body, Answer answer) {
        boolean picture = path.contains("/qr.");
        if (answer.header("Content-Type").startsWith("application/json")
                && answer.json().has("code")) {
            secrets.add(answer.json().path("code").asText());
        }
        String said = method + " " + path + (body == null ? "" : "\n    " + body) + "\n  -> " + answer.status()
                + (picture ? " (a picture)" : " " + answer.body());
        for (String secret : secrets) {
            said = said.replace(secret, "…");
        }
        transcript.add((tenant.equals(north) ? "north: " : "light: ")
                + said.replace(north.key(), "north").replace(light.key(), "light"));
        return answer;
    }
}
