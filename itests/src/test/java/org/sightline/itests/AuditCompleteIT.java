package org.sightline.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sightline.itests.http.Answer;
import org.sightline.itests.http.Api;
import org.sightline.itests.http.Bot;
import org.sightline.itests.http.Contract;
import org.sightline.itests.http.Contract.Operation;
import org.sightline.itests.http.Json;
import org.sightline.itests.http.Tenant;
import org.sightline.itests.http.Trust;
import org.sightline.itests.server.ServerUnderTest;
import org.sightline.itests.server.SharedServer;

/**
 * Makes every kind of change that the OpenAPI document offers, and finds each in the audit log: who, at which revision,
 * and what about. An operation that is neither made here nor said to change nothing fails the test.
 */
@ExtendWith(SharedServer.class)
class AuditCompleteIT {

    /** Operations with a body that change nothing of a tenant, or only what is the caller's own business. */
    private static final List<String> CHANGE_NOTHING = List.of(
            "POST .*/visibility/(preview|verify|verify:batch)",
            "POST .*/trust/(verify|invitation/inspect)",
            "POST .*/communication/(check|find-by-phone)",
            // Who is signed in, and which cards were read.
            "(POST|DELETE) /api/v1/sessions(/current)?",
            "POST .*/notifications/\\{notification_id\\}/read",
            // The same event once more.
            "POST .*/event-deliveries/\\{id\\}/redeliver",
            // What the operator does outside tenants is in the operator's own log.
            "POST /api/v1/tenants",
            "DELETE /api/v1/tenants/\\{t\\}",
            "(POST|PUT|DELETE) /api/v1/operator/.*");

    private final ServerUnderTest server;
    private final Tenant tenant;
    private final Tenant partner;
    private final Set<String> made = new TreeSet<>();

    AuditCompleteIT(ServerUnderTest server) {
        this.server = server;
        tenant = Tenant.create(server, "pro");
        partner = Tenant.create(server, "pro");
    }

    private Answer change(String method, String path, String body) {
        return change(tenant, tenant.primary(), method, path, body);
    }

    private Answer change(Api caller, String method, String path, String body) {
        return change(tenant, caller, method, path, body);
    }

    /** Makes a change below a tenant's path and looks at the newest line of its log. */
    private Answer change(Tenant of, Api caller, String method, String path, String body) {
        String mediaType = method.equals("PATCH") ? "application/merge-patch+json" : "application/json";
        Answer answer = caller.send(method, of.path() + path, body == null ? null : mediaType, body);
        assertThat(answer.status()).as("%s %s: %s", method, path, answer.body()).isBetween(200, 299);
        JsonNode line = of.primary()
                .get(of.path() + "/audit?page_size=1")
                .expect(200)
                .json()
                .at("/items/0");
        String what = method + " " + path + " -> " + line;
        assertThat(line.path("revision").asLong()).as(what).isEqualTo(answer.revision());
        assertThat(line.at("/actor/id").asText()).as(what).isEqualTo(whoIs(caller));
        assertThat(line.path("action").asText()).as(what).contains(".");
        assertThat(line.at("/object/id").asText()).as(what).isNotEmpty();
        made.add(template(method, "/api/v1" + of.path() + path));
        return answer;
    }

    private String whoIs(Api caller) {
        JsonNode me = caller.get("/me").expect(200).json();
        return me.has("user_id")
                ? me.path("user_id").asText()
                : me.path("app_id").asText("operator");
    }

    private String template(String method, String path) {
        String plain = path.replaceAll("\\?.*", "");
        return Contract.of(server).operations().stream()
                .filter(operation -> operation.method().equals(method)
                        && operation.matches().matcher(plain).matches())
                .map(operation -> method + " " + operation.path())
                .findFirst()
                .orElseThrow(() -> new AssertionError("the OpenAPI document has no " + method + " " + plain));
    }

    @Test
    void everyKindOfChangeIsInTheLog() {
        directory();
        administration();
        visibility();
        trust();
        communication();
        apps();
        resources();

        Set<String> forgotten = new TreeSet<>();
        for (Operation operation : Contract.of(server).operations()) {
            String key = operation.method() + " " + operation.path();
            if (!operation.method().equals("GET")
                    && !made.contains(key)
                    && CHANGE_NOTHING.stream().noneMatch(key::matches)) {
                forgotten.add(key);
            }
        }
        assertThat(forgotten).isEmpty();
    }

    private void directory() {
        change("POST", "/departments", Json.of("{'department_id':'d','name':'D','parent_id':'0'}"));
        change("PATCH", "/departments/d", Json.of("{'name':'Dd'}"));
        change("POST", "/users", Json.of("{'user_id':'u','name':'U'}"));
        change("PATCH", "/users/u", Json.of("{'city':'Lima','mobile':'+4915112345'}"));
        change("PUT", "/users/u/password", Json.of("{'password':'%s'}", Tenant.PASSWORD));
        change("POST", "/groups", Json.of("{'group_id':'g','name':'G','user_ids':['u']}"));
        change("PATCH", "/groups/g", Json.of("{'name':'Gg'}"));
        change("DELETE", "/groups/g", null);
        change("POST", "/units", Json.of("{'unit_id':'n','name':'N','type':'firm','department_ids':['d']}"));
        change("PATCH", "/units/n", Json.of("{'name':'Nn'}"));
        change("DELETE", "/units/n", null);
        change("DELETE", "/departments/d", null);
        change("PUT", "/fields", Json.of("{'fields':[{'field_id':'f','label':'F','type':'text'}]}"));
        Answer imported = tenant.primary()
                .send(
                        "POST",
                        tenant.path() + "/directory/import",
                        "application/x-ndjson",
                        Json.of("{'kind':'user','user_id':'w','name':'W'}"))
                .expect(200);
        assertThat(newestRevision()).isEqualTo(imported.revision());
        made.add("POST /api/v1/tenants/{t}/directory/import");
        change("DELETE", "/users/w", null);
    }

    private long newestRevision() {
        return tenant.primary()
                .get(tenant.path() + "/audit?page_size=1")
                .expect(200)
                .json()
                .at("/items/0/revision")
                .asLong();
    }

    private void administration() {
        change("PATCH", "", Json.of("{'name':'Renamed'}"));
        change("PUT", "/admins/u", Json.of("{'primary':false,'permissions':['organization']}"));
        change("DELETE", "/admins/u", null);
        change("PUT", "/operator-access", "{}");
        change("DELETE", "/operator-access", null);
        change("PUT", "/notification-channels", Json.of("{'mail':{'enabled':true}}"));
    }

    private void visibility() {
        change("PUT", "/visibility/policy", Json.of("{'main_rule':{'type':'nobody'},'rule_sets':[]}"));
        change("PUT", "/visibility/policy", Json.of("{'main_rule':{'type':'everyone'},'rule_sets':[]}"));
        change("PUT", "/visibility/shadow", Json.of("{'main_rule':{'type':'nobody'}}"));
        change("DELETE", "/visibility/shadow", null);
    }

    private void trust() {
        change("PUT", "/trust/defaults", defaults());
        change("POST", "/trust/invitation", "{}");
        change("POST", "/trust/invitation/reset", "{}");
        decide("reject");
        String code = change("POST", "/trust/invitation", "{}").text("/code");
        change(partner, partner.primary(), "POST", "/trust/requests", Json.of("{'code':'%s'}", code));
        String withdrawn = openRequest();
        change(partner, partner.primary(), "POST", "/trust/requests/" + withdrawn + "/withdraw", "{}");
        decide("approve");
        String party = "/trust/parties/" + partner.key();
        change("PUT", party + "/share", Json.of("{'all':true}"));
        partner.primary()
                .put(partner.path() + "/trust/parties/" + tenant.key() + "/share", Json.of("{'all':true}"))
                .expect(200);
        change("PUT", party + "/permissions", Json.of("{'find':true,'browse':false}"));
        change("DELETE", party + "/permissions", null);
        String rule = "{'rule_id':'r','subjects':{'department_ids':['0']},'objects':{'department_ids':['0']}}";
        change("POST", party + "/rules", Json.of(rule));
        change(
                "PUT",
                party + "/rules/r",
                Json.of("{'subjects':{'user_ids':['u']},'objects':{'department_ids':['0']}}"));
        change("DELETE", party + "/rules/r", null);
        endings(party);
    }

    private void endings(String party) {
        String settings = Json.of("{'removal_requires_approval':true}");
        change("PUT", "/trust/settings", settings);
        partner.primary().put(partner.path() + "/trust/settings", settings).expect(200);
        change("POST", party + "/remove", "{}");
        change("POST", "/trust/removals/" + openRemoval() + "/withdraw", "{}");
        change("POST", party + "/remove", "{}");
        change(partner, partner.primary(), "POST", "/trust/removals/" + openRemoval() + "/reject", "{}");
        change("POST", party + "/remove", "{}");
        change(partner, partner.primary(), "POST", "/trust/removals/" + openRemoval() + "/approve", "{}");
    }

    private static String defaults() {
        return Json.of("{'find':true,'browse':true,'visible_fields':['name'],'searchable_fields':['name']}");
    }

    private void decide(String how) {
        change("POST", "/trust/requests/" + Trust.ask(partner, tenant) + "/" + how, "{}");
    }

    private String openRequest() {
        return tenant.primary()
                .get(tenant.path() + "/trust/requests?direction=incoming&state=pending")
                .expect(200)
                .json()
                .at("/items/0/request_id")
                .asText();
    }

    private String openRemoval() {
        for (JsonNode removal : tenant.primary()
                .get(tenant.path() + "/trust/removals")
                .expect(200)
                .json()
                .path("items")) {
            if (removal.path("state").asText().equals("pending")) {
                return removal.path("removal_id").asText();
            }
        }
        throw new AssertionError("no removal waits");
    }

    private void communication() {
        Api u = tenant.letIn("u");
        tenant.addUser("peer");
        String peer = Json.of("{'peer':{'tenant_key':'%s','user_id':'peer'}}", tenant.key());
        change(u, "POST", "/communication/chats", peer);
        String contact = change(u, "POST", "/communication/contacts", peer).text("/contact_id");
        Api other = tenant.letIn("peer");
        String incoming =
                other.get(tenant.path() + "/communication/contacts").expect(200).text("/items/0/contact_id");
        change(other, "POST", "/communication/contacts/" + incoming + "/accept", "{}");
        change(u, "DELETE", "/communication/contacts/" + contact, null);
        String block = "/communication/blocks/" + tenant.key() + "/peer";
        change(u, "PUT", block, null);
        change(u, "DELETE", block, null);
        change(u, "PUT", "/communication/privacy", Json.of("{'find_by_phone':false}"));
    }

    private void apps() {
        change("PUT", "/app-approval-rules", rules());
        String app = tenant.key() + "-bot";
        String path = "/apps/" + app;
        change("POST", "/apps", Json.of("{'app_id':'%s','name':'Bot'}", app));
        change("PATCH", path, Json.of("{'name':'My bot'}"));
        change("POST", path + "/secret", "{}");
        change("POST", path + "/versions", version("1"));
        change("POST", "/app-reviews/" + openReview() + "/reject", Json.of("{'reason':'no'}"));
        change("POST", path + "/versions", version("2"));
        change("POST", "/app-reviews/" + openReview() + "/approve", "{}");
        change("DELETE", "/app-grants/" + app + "/app/docs:document.content:read", null);
        change("DELETE", path, null);
    }

    private void resources() {
        Bot bot = Bot.of(tenant, null, "{'all':true}", "drive:drive@app", "drive:drive@user");
        Api app = bot.itself();
        String document = "/resources/"
                + change(app, "POST", "/resources", Json.of("{'type':'doc','title':'Plan'}"))
                        .text("/id");
        change(app, "PATCH", document, Json.of("{'title':'Plans'}"));
        change(app, "PUT", document + "/admins/u", null);
        change(app, "DELETE", document + "/admins/u", null);
        String subscription = change(app, "POST", "/event-subscriptions", Json.of("{'event':'resource.updated'}"))
                .text("/subscription_id");
        change(app, "DELETE", "/event-subscriptions/" + subscription, null);
        change(app, "DELETE", document, null);
        tenant.letIn("u");
        bot.forMember("u");
        change(
                Tenant.signIn(server, tenant.key(), "u"),
                "DELETE",
                "/app-consents/" + bot.oauth().app(),
                null);
    }

    private static String version(String name) {
        return Json.of(
                "{'version':'%s','permissions':[{'name':'docs:document.content:read','identity':'app','reason':'why'}]}",
                name);
    }

    private String openReview() {
        return tenant.primary()
                .get(tenant.path() + "/app-reviews?state=open")
                .expect(200)
                .text("/items/0/review_id");
    }

    private static String rules() {
        return Json.of("{'app':{'non_sensitive':'review','advanced':'review'},"
                + "'user':{'non_sensitive':'auto','advanced':'auto','specific_sensitive':'review'},'exceptions':[]}");
    }
}
