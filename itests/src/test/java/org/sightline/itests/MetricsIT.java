package org.sightline.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sightline.itests.http.Answer;
import org.sightline.itests.http.Api;
import org.sightline.itests.http.Json;
import org.sightline.itests.http.Tenant;
import org.sightline.itests.server.ServerUnderTest;
import org.sightline.itests.server.SharedServer;

/** What the server tells about itself to whoever watches it. */
@ExtendWith(SharedServer.class)
class MetricsIT {

    private static final String VERIFY =
            "sightline_http_request_duration_seconds_count{method=\"POST\",path=\"/api/v1/tenants/{t}/visibility/verify\",status=\"2xx\"}";
    private static final String BATCH =
            "sightline_http_request_duration_seconds_count{method=\"POST\",path=\"/api/v1/tenants/{t}/visibility/verify:batch\",status=\"2xx\"}";
    private static final String ABSENT =
            "sightline_http_request_duration_seconds_count{method=\"GET\",path=\"/api/v1/tenants/{t}/users/{id}\",status=\"4xx\"}";

    private final ServerUnderTest server;
    private final Tenant tenant;

    MetricsIT(ServerUnderTest server) {
        this.server = server;
        tenant = Tenant.create(server, "pro");
        tenant.addUser("ann");
        tenant.addUser("bob");
    }

    private Map<String, Double> metrics() {
        Answer answer = Api.nobody(server).get("//metrics").expect(200);
        assertThat(answer.header("Content-Type")).startsWith("text/plain").contains("version=0.0.4");
        return answer.body()
                .lines()
                .filter(line -> !line.startsWith("#"))
                .collect(Collectors.toMap(
                        line -> line.substring(0, line.lastIndexOf(' ')),
                        line -> Double.valueOf(line.substring(line.lastIndexOf(' ') + 1))));
    }

    private static double of(Map<String, Double> metrics, String name) {
        return metrics.getOrDefault(name, 0.0);
    }

    @Test
    void requestsAreCountedOnWhicheverWayTheyAreAnswered() {
        Map<String, Double> before = metrics();
        String pair = "{'subject_user_id':'ann','object_user_id':'bob'}";
        tenant.primary()
                .post(tenant.path() + "/visibility/verify", Json.of(pair))
                .expect(200);
        tenant.primary()
                .with("Sightline-At-Least", "1")
                .post(tenant.path() + "/visibility/verify", Json.of(pair))
                .expect(200);
        tenant.primary()
                .post(tenant.path() + "/visibility/verify:batch", Json.of("{'pairs':[" + pair + "," + pair + "]}"))
                .expect(200);
        tenant.primary().get(tenant.path() + "/users/nobody").expect(404);
        Map<String, Double> after = metrics();

        assertThat(of(after, VERIFY)).isGreaterThanOrEqualTo(of(before, VERIFY) + 2);
        assertThat(of(after, BATCH)).isGreaterThanOrEqualTo(of(before, BATCH) + 1);
        assertThat(of(after, ABSENT)).isGreaterThanOrEqualTo(of(before, ABSENT) + 1);
        assertThat(of(after, "sightline_decisions_total"))
                .isGreaterThanOrEqualTo(of(before, "sightline_decisions_total") + 4);
    }

    @Test
    void everyPartTellsItsFigures() {
        Map<String, Double> metrics = metrics();

        assertThat(metrics)
                .containsKeys(
                        "sightline_tenants_loaded",
                        "sightline_members_loaded",
                        "sightline_members_largest_tenant",
                        "sightline_departments_loaded",
                        "sightline_rules_loaded",
                        "sightline_tenants_behind",
                        "sightline_revision_lag_max",
                        "sightline_jobs{state=\"running\"}",
                        "sightline_jobs{state=\"failed\"}",
                        "sightline_database_connections{state=\"active\"}",
                        "sightline_database_connections{state=\"idle\"}",
                        "sightline_database_connections_max",
                        "sightline_database_threads_waiting",
                        "sightline_rate_limited_total",
                        "sightline_streams_open",
                        "sightline_event_attempts_total{outcome=\"delivered\"}",
                        "jvm_memory_used_bytes{area=\"heap\"}",
                        "jvm_threads_current",
                        "process_start_time_seconds");
        assertThat(of(metrics, "sightline_members_loaded")).isGreaterThanOrEqualTo(3);
        assertThat(of(metrics, "sightline_members_largest_tenant"))
                .isLessThanOrEqualTo(of(metrics, "sightline_members_loaded"));
    }

    @Test
    void noTenantAndNoMemberIsNamed() {
        tenant.primary().get(tenant.path() + "/users/ann").expect(200);

        assertThat(Api.nobody(server).get("//metrics").body())
                .doesNotContain(tenant.key())
                .doesNotContain("\"ann\"");
    }

    @Test
    void administratorsAndStrangersThroughAProxyAreRefused() {
        tenant.primary().get("//metrics").expectProblem(403, "forbidden");
        Api.nobody(server).token("wrong").get("//metrics").expectProblem(401, "unauthenticated");
        Api.nobody(server).with("X-Forwarded-For", "192.0.2.7").get("//metrics").expectProblem(401, "unauthenticated");
        Api.operator(server)
                .with("X-Forwarded-For", "192.0.2.7")
                .get("//metrics")
                .expect(200);
        Api.nobody(server).send("POST", "//metrics", null, null).expectProblem(405, "method_not_allowed");
    }
}
