package org.sightline.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sightline.itests.http.Answer;
import org.sightline.itests.http.Api;
import org.sightline.itests.http.Json;
import org.sightline.itests.http.Tenant;
import org.sightline.itests.server.ServerUnderTest;
import org.sightline.itests.server.SharedServer;

/** Requests that are wrong in every way that reaches a resource; all are refused in words, none breaks anything. */
@ExtendWith(SharedServer.class)
class BadInputIT {

    private static final int TEN_MEGABYTES = 10 * 1024 * 1024;

    private final ServerUnderTest server;
    private final Tenant tenant;
    private final Api boss;
    private final String users;

    BadInputIT(ServerUnderTest server) {
        this.server = server;
        tenant = Tenant.create(server, "pro");
        boss = tenant.primary();
        users = tenant.path() + "/users";
    }

    @Test
    void whatIsNotJson() {
        for (String body :
                List.of("", "{", "{'name'}", "nonsense", "{\"name\":\"x\",}", "{\"name\":\"x\"} more", "\u0000")) {
            boss.post(users, body).expectProblem(400, "malformed_json");
        }
        for (String body : List.of("null", "[]", "\"text\"", "12")) {
            Answer answer = boss.post(users, body);
            assertThat(answer.status())
                    .as("status for %s: %s", body, answer.body())
                    .isIn(400, 422);
        }
        boss.post(users, Json.of("{'name':'x','name':'y'}")).expectProblem(400, "malformed_json");
    }

    @Test
    void whatIsJsonOfTheWrongShape() {
        boss.post(users, Json.of("{'name':12}")).expectProblem(422, "invalid").expectFault("/name");
        boss.post(users, Json.of("{'name':'x','department_ids':'0'}"))
                .expectProblem(422, "invalid")
                .expectFault("/department_ids");
        boss.post(users, Json.of("{'name':'x','department_ids':[0]}"))
                .expectProblem(422, "invalid")
                .expectFault("/department_ids/0");
        boss.post(users, Json.of("{'name':'x','department_ids':[null]}"))
                .expectProblem(422, "invalid")
                .expectFault("/department_ids/0");
        boss.post(tenant.path() + "/departments", Json.of("{'name':'x','parent_id':'0','order':1.5}"))
                .expectProblem(422, "invalid")
                .expectFault("/order");
        boss.post(tenant.path() + "/departments", Json.of("{'name':'x','parent_id':'0','order':99999999999}"))
                .expectProblem(422, "invalid")
                .expectFault("/order");
        boss.put(tenant.path() + "/visibility/policy", Json.of("{'main_rule':'everyone','rule_sets':[]}"))
                .expectProblem(422, "invalid")
                .expectFault("/main_rule");
        boss.put(
                        tenant.path() + "/visibility/policy",
                        Json.of("{'main_rule':{'type':'everyone'},'rule_sets':[],'display_order':'upside_down'}"))
                .expectProblem(422, "invalid")
                .expectFault("/display_order");
    }

    @Test
    void fieldsThatDoNotExist() {
        boss.post(users, Json.of("{'name':'x','nickname':'y'}"))
                .expectProblem(422, "unknown_field")
                .expectFault("/nickname");
        tenant.addUser("mel");
        boss.patch(users + "/mel", Json.of("{'nickname':null}")).expectProblem(422, "unknown_field");
        boss.put(
                        tenant.path() + "/visibility/policy",
                        Json.of("{'main_rule':{'type':'everyone','colour':'red'},'rule_sets':[]}"))
                .expectProblem(422, "unknown_field")
                .expectFault("/main_rule/colour");
        boss.post(
                        tenant.path() + "/visibility/verify:batch",
                        Json.of("{'pairs':[{'subject_user_id':'boss','object_user_id':'mel','why':1}]}"))
                .expectProblem(422, "unknown_field")
                .expectFault("/pairs/0/why");
        assertThat(boss.get(users + "/mel").expect(200).text("/name")).isEqualTo("Name of mel");
    }

    @Test
    void aThousandLevelsOfNesting() {
        String deep = "[".repeat(1000) + "]".repeat(1000);
        for (String body :
                List.of(deep, "{\"name\":" + deep + "}", "{\"name\":\"x\",\"custom_fields\":{\"f\":" + deep + "}}")) {
            Answer answer = boss.post(users, body);
            assertThat(answer.status()).as(answer.body()).isIn(400, 413, 422);
            assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        }
        String params = "{\"a\":".repeat(1000) + "1" + "}".repeat(1000);
        Answer answer = boss.put(
                tenant.path() + "/visibility/policy",
                "{\"main_rule\":{\"type\":\"everyone\",\"params\":" + params + "},\"rule_sets\":[]}");
        assertThat(answer.status()).as(answer.body()).isIn(400, 413, 422);
    }

    @Test
    void tenMegabytesToAnythingButAnImport() {
        String large = "{\"name\":\"" + "x".repeat(TEN_MEGABYTES) + "\"}";
        boss.post(users, large).expectProblem(413, "too_large");
        boss.put(tenant.path() + "/visibility/policy", large).expectProblem(413, "too_large");
        boss.post(tenant.path() + "/visibility/verify:batch", large).expectProblem(413, "too_large");
        Api.nobody(server).post("/sessions", large).expectProblem(413, "too_large");
        boss.send("POST", tenant.path() + "/directory/import", "application/x-ndjson", "\n".repeat(TEN_MEGABYTES))
                .expect(200);
    }

    @Test
    void oneVeryLongLineInAnImport() {
        Answer answer = boss.send(
                "POST",
                tenant.path() + "/directory/import",
                "application/x-ndjson",
                "{\"kind\":\"user\",\"name\":\"" + "x".repeat(TEN_MEGABYTES) + "\"}");
        answer.expectProblem(422, "invalid");
        assertThat(answer.json().at("/errors/0/line").asInt()).isEqualTo(1);
        assertThat(answer.body().length())
                .as("the answer does not repeat the line")
                .isLessThan(10_000);
    }

    @Test
    void wrongMediaTypes() {
        boss.send("POST", users, "text/plain", Json.of("{'name':'x'}")).expectProblem(415, "unsupported_media_type");
        boss.send("POST", users, "application/xml", "<name>x</name>").expectProblem(415, "unsupported_media_type");
        assertThat(boss.send("POST", users, "not a media type", "{}").status()).isIn(400, 415);
        boss.send("POST", tenant.path() + "/directory/import", "application/json", "{}")
                .expectProblem(415, "unsupported_media_type");
        boss.send("PATCH", users + "/boss", "application/json-patch+json", "[]")
                .expectProblem(415, "unsupported_media_type");
        boss.with("Content-Encoding", "gzip")
                .post(users, Json.of("{'name':'x'}"))
                .expectProblem(415, "unsupported_media_type");
        boss.with("Accept", "text/html").get(users).expectProblem(406, "not_acceptable");
        boss.with("Accept", "application/*;q=0.3, text/html").get(users).expect(200);
    }

    @Test
    void pathsAndMethodsThatAreNotThere() {
        for (String path : List.of(
                "/nothing", "/tenants/x/y/z", "//nothing", "//api", "//api/v2/tenants", "//favicon.ico", "//api/v1")) {
            boss.get(path).expectProblem(404, "not_found");
        }
        Answer wrong = boss.put(users, "{}").expectProblem(405, "method_not_allowed");
        assertThat(wrong.header("Allow")).contains("GET").contains("POST");
        boss.send("POST", "//health/live", "application/json", "{}").expect(405);
        boss.send("PROPFIND", users, null, null).expect(405);
    }

    @Test
    void idsThatAreNone() {
        for (String id : List.of("a%20b", "%00", "..%2f..%2fetc", "a".repeat(65), "%E4%BA%BA")) {
            Answer answer = boss.get(users + "/" + id);
            assertThat(answer.status())
                    .as("status for id %s: %s", id, answer.body())
                    .isIn(400, 404);
            assertThat(answer.body())
                    .doesNotContain("<html")
                    .doesNotContain("Exception")
                    .doesNotContain("jetty");
        }
    }

    @Test
    void listsThatAreTooLong() {
        String ids = "\"0\",".repeat(100_000).replaceFirst(",$", "");
        Answer answer = boss.post(users, "{\"name\":\"x\",\"department_ids\":[" + ids + "]}");
        assertThat(answer.status()).as(answer.body()).isIn(413, 422);
    }

    @Test
    void queryParametersThatMakeNoSense() {
        boss.get(users + "?recursive=perhaps").expect(422);
        boss.get(users + "?department_id=nowhere").expect(422);
        boss.get(users + "?department_id=%00").expect(422);
    }

    @Test
    void nothingOfAllThisIsAnErrorOfOurs() {
        assertThat(server.log()).noneMatch(line -> line.contains("| ERROR |") && line.contains("incident"));
    }
}
