package org.sightline.itests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.sightline.itests.http.Answer;
import org.sightline.itests.http.Api;
import org.sightline.itests.http.Json;
import org.sightline.itests.http.Tenant;
import org.sightline.itests.server.Console;
import org.sightline.itests.server.ServerUnderTest;

/** A year and a half later the past of then is gone, and the present is what it was (docs/operations.md). */
class RetentionIT {

    private static final String BODY = Json.of("{'subject_user_id':'amy','object_user_id':'boss'}");

    @Test
    void thePastIsKeptForAsLongAsIsSaid() throws IOException {
        try (ServerUnderTest server = new ServerUnderTest("retention").start()) {
            Tenant tenant = Tenant.create(server, "pro");
            tenant.addUser("amy");
            Instant then = Instant.now();
            long early = policy(tenant, "hidden");
            long last = policy(tenant, "visible");
            assertThat(verify(tenant, "?at_revision=" + early).expect(200).text("/visible"))
                    .isEqualTo("false");
            compact(server);
            verify(tenant, "?at_revision=" + early).expect(200);

            server.stop();
            server.with("SIGHTLINE_CLOCK_OFFSET", "P500D").start();
            Tenant later = new Tenant(tenant.key(), tenant.path(), Tenant.signIn(server, tenant.key(), Tenant.PRIMARY));
            verify(later, "?at_revision=" + early).expect(200);
            Answer done = compact(server);
            assertThat(done.json().at("/result/rows_removed").asLong()).isPositive();

            Answer gone = verify(later, "?at_revision=" + early);
            gone.expectProblem(410, "revision_not_retained");
            assertThat(gone.json().path("oldest_revision").asLong()).isEqualTo(last);
            verify(later, "?at=" + then).expectProblem(410, "revision_not_retained");
            later.primary()
                    .get(later.path() + "/visibility/sees/amy?at_revision=" + early)
                    .expectProblem(410, "revision_not_retained");
            assertThat(verify(later, "?at_revision=" + last).expect(200).text("/visible"))
                    .isEqualTo("true");
            assertThat(verify(later, "").expect(200).text("/visible")).isEqualTo("true");
            assertThat(policy(later, "hidden")).isEqualTo(last + 1);
            assertThat(verify(later, "?at_revision=" + last).expect(200).text("/visible"))
                    .isEqualTo("true");
            Console.Output again = Console.of(server).run("sightline:compact");
            assertThat(again.exit()).as(again.output()).isZero();
            assertThat(again.output()).contains("removed 0 rows");
        }
    }

    private static long policy(Tenant tenant, String effect) {
        return tenant.putPolicy(
                        "{'main_rule':{'type':'everyone'},'rule_sets':[{'rules':[{'rule_id':'r','subjects':{'user_ids':['amy']},"
                                + "'objects':{'user_ids':['boss']},'effect':'%s'}]}]}",
                        effect)
                .revision();
    }

    private static Answer verify(Tenant tenant, String query) {
        return tenant.primary().post(tenant.path() + "/visibility/verify" + query, BODY);
    }

    private static Answer compact(ServerUnderTest server) {
        Api operator = Api.operator(server);
        String job = "/operator/jobs/"
                + operator.post("/operator/compaction", "").expect(202).text("/job_id");
        Answer ended = await("the end of the compaction")
                .atMost(Duration.ofMinutes(1))
                .until(() -> operator.get(job).expect(200), state -> !state.text("/state")
                        .equals("running"));
        assertThat(ended.text("/state")).as(ended.body()).isEqualTo("done");
        return ended;
    }
}
