package org.sightline.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sightline.itests.http.Answer;
import org.sightline.itests.http.Api;
import org.sightline.itests.http.Json;
import org.sightline.itests.http.Tenant;
import org.sightline.itests.server.ServerUnderTest;
import org.sightline.itests.server.SharedServer;

/**
 * Questions in the ordinary form are answered before they have gone through the whole REST machinery; nobody can tell.
 * An {@code Accept} header of more than one type makes a request go the whole way.
 */
@ExtendWith(SharedServer.class)
class ShortWayIT {

    private static final String VERIFY = "/visibility/verify";
    private static final String BATCH = "/visibility/verify:batch";

    private final Tenant tenant;
    private final Tenant other;
    private final ServerUnderTest server;

    ShortWayIT(ServerUnderTest server) {
        this.server = server;
        tenant = Tenant.create(server, "pro");
        other = Tenant.create(server, "pro");
        tenant.addDepartment("west", "0");
        tenant.addUser("amy", "west");
        tenant.addUser("bob", "west");
        tenant.putPolicy("{'main_rule':{'type':'own_department'},'rule_sets':[{'rules':[{'rule_id':'r1',"
                + "'subjects':{'user_ids':['amy']},'objects':{'user_ids':['bob']},'effect':'hidden'}]}]}");
    }

    private static void answersAreAlike(Api caller, String path, String body) {
        Answer quick = caller.post(path, body);
        Answer whole = caller.with("Accept", "application/json, text/csv;q=0.1").post(path, body);
        assertThat(quick.status()).as("status of %s %s", path, body).isEqualTo(whole.status());
        assertThat(quick.body()).isEqualTo(whole.body());
        assertThat(headers(quick)).isEqualTo(headers(whole));
    }

    private static Map<String, List<String>> headers(Answer answer) {
        Map<String, List<String>> headers = new TreeMap<>(answer.headers().map());
        // These count, or tell the time, and differ from one request to the next.
        headers.keySet()
                .removeIf(name -> name.equalsIgnoreCase("date")
                        || name.equalsIgnoreCase("x-request-id")
                        || name.startsWith("ratelimit"));
        return headers;
    }

    @Test
    void answersAreThoseOfTheWholeWay() {
        Api boss = tenant.primary();
        for (String body : List.of(
                "{'subject_user_id':'amy','object_user_id':'bob'}",
                "{'subject_user_id':'bob','object_user_id':'amy'}",
                "{'subject_user_id':'amy','object_user_id':'amy'}",
                "{'subject_user_id':'amy','object_department_id':'west'}")) {
            answersAreAlike(boss, tenant.path() + VERIFY, Json.of(body));
        }
        answersAreAlike(
                boss,
                tenant.path() + BATCH,
                Json.of("{'pairs':[{'subject_user_id':'amy','object_user_id':'bob'},"
                        + "{'subject_user_id':'bob','object_user_id':'amy'}]}"));
    }

    @Test
    void refusalsAreThoseOfTheWholeWay() {
        Api boss = tenant.primary();
        for (String path : List.of(VERIFY, BATCH)) {
            for (String body : List.of(
                    "{'subject_user_id':'amy','object_user_id':'nobody'}",
                    "{'subject_user_id':'amy'}",
                    "{'subject_user_id':'amy','object_user_id':'bob','object_department_id':'west'}",
                    "{'subject_user_id':'a b','object_user_id':'bob','more':1}",
                    "{'pairs':[{'subject_user_id':'amy','object_user_id':'nobody'}]}",
                    "{'pairs':",
                    "[]",
                    " ")) {
                answersAreAlike(boss, tenant.path() + path, Json.of(body));
            }
        }
    }

    @Test
    void whoMayNotAskHearsWhatTheWholeWaySays() {
        String body = Json.of("{'subject_user_id':'amy','object_user_id':'bob'}");
        for (Api caller : List.of(
                tenant.letIn("amy"),
                other.primary(),
                Api.operator(server),
                Api.nobody(server),
                Api.nobody(server).token("no such token"),
                Api.nobody(server).with("Authorization", "Basic YTpi"))) {
            answersAreAlike(caller, tenant.path() + VERIFY, body);
        }
        answersAreAlike(tenant.primary(), "/tenants/no-such-tenant" + VERIFY, body);
    }

    @Test
    void aChangeIsSeenByTheNextQuestion() {
        String body = Json.of("{'subject_user_id':'amy','object_user_id':'bob'}");
        Answer before = tenant.primary().post(tenant.path() + VERIFY, body).expect(200);
        Answer put = tenant.putPolicy("{'main_rule':{'type':'everyone'},'rule_sets':[]}");
        Answer after = tenant.primary().post(tenant.path() + VERIFY, body).expect(200);

        assertThat(before.json().path("visible").asBoolean()).isFalse();
        assertThat(after.json().path("visible").asBoolean()).isTrue();
        assertThat(after.revision()).isEqualTo(put.revision());
    }
}
