package org.sightline.itests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sightline.itests.http.Answer;
import org.sightline.itests.http.Api;
import org.sightline.itests.http.Json;
import org.sightline.itests.http.Tenant;
import org.sightline.itests.server.ServerUnderTest;
import org.sightline.itests.server.SharedServer;

/** Whole directories in and out (docs/import.md). */
@ExtendWith(SharedServer.class)
class ImportIT {

    private static final List<String> COMPANY = List.of(
            "{'kind':'field','field_id':'floor','label':'Floor','type':'number'}",
            "{'kind':'department','department_id':'d1','name':'営業部','parent_id':'0','leader_user_ids':['u1']}",
            "{'kind':'department','department_id':'d2','name':'Support','parent_id':'d1','order':3}",
            "{'kind':'user','user_id':'u1','name':'Ünal','email':'u1@example.org','department_ids':['d1','d2'],'department_orders':{'d2':4},'custom_fields':{'floor':3}}",
            "{'kind':'user','user_id':'u2','name':'Олег','city':'Osaka','department_ids':['d2']}",
            "{'kind':'user','user_id':'u3','name':'Sleeper','status':'suspended'}",
            "{'kind':'group','group_id':'g1','name':'Some','user_ids':['u1'],'department_ids':['d2']}",
            "{'kind':'group','group_id':'g2','name':'Osaka','condition':'city = \\\"Osaka\\\"'}",
            "{'kind':'unit','unit_id':'n1','name':'Branch','type':'branch','department_ids':['d1']}");

    private final ServerUnderTest server;
    private final Tenant tenant;

    ImportIT(ServerUnderTest server) {
        this.server = server;
        this.tenant = Tenant.create(server, "pro");
    }

    private static String ndjson(List<String> lines) {
        return lines.stream().map(Json::of).collect(Collectors.joining("\n", "", "\n"));
    }

    private Answer load(String query, List<String> lines) {
        return load(tenant, query, ndjson(lines));
    }

    private static Answer load(Tenant into, String query, String body) {
        return into.primary().send("POST", into.path() + "/directory/import" + query, "application/x-ndjson", body);
    }

    private Answer loadCsv(String query, String body) {
        return tenant.primary().send("POST", tenant.path() + "/directory/import" + query, "text/csv", body);
    }

    private static void counts(JsonNode report, int created, int updated, int unchanged) {
        assertThat(List.of(
                        report.path("created").asInt(),
                        report.path("updated").asInt(),
                        report.path("unchanged").asInt(),
                        report.path("error_count").asInt()))
                .as("created, updated, unchanged, faulty in %s", report)
                .containsExactly(created, updated, unchanged, 0);
    }

    private static String export(Tenant from) {
        Answer answer = from.primary().get(from.path() + "/directory/export").expect(200);
        assertThat(answer.header("Content-Type")).startsWith("application/x-ndjson");
        return answer.body();
    }

    @Test
    void takesLinesInAnyOrderAndRepeatingChangesNothing() {
        List<String> shuffled = new ArrayList<>(COMPANY);
        Collections.shuffle(shuffled, new Random(7));
        long before = tenant.primary().get(tenant.path()).revision();

        Answer first = load("", shuffled).expect(200);
        counts(first.json(), 9, 0, 0);
        assertThat(first.revision()).as("one transaction").isEqualTo(before + 1);

        Collections.shuffle(shuffled, new Random(8));
        Answer second = load("", shuffled).expect(200);
        counts(second.json(), 0, 0, 9);
        assertThat(second.revision()).as("nothing happened").isEqualTo(before + 1);
        assertThat(tenant.primary().get(tenant.path() + "/users/u1").expect(200).text("/custom_fields/floor"))
                .isEqualTo("3");
    }

    @Test
    void aLineStatesTheWholeThingAndWhatNoLineSpeaksOfStays() {
        load("", COMPANY).expect(200);
        Answer answer = load("", List.of("{'kind':'user','user_id':'u2','name':'Олег','department_ids':['d1']}"))
                .expect(200);
        counts(answer.json(), 0, 1, 0);
        JsonNode changed = tenant.primary().get(tenant.path() + "/users/u2").json();
        assertThat(changed.has("city")).isFalse();
        assertThat(changed.at("/department_ids/0").asText()).isEqualTo("d1");
        assertThat(tenant.primary().get(tenant.path() + "/users/u1").expect(200).text("/email"))
                .isEqualTo("u1@example.org");
    }

    @Test
    void exportGivesBackWhatImportTakes() {
        load("", COMPANY).expect(200);
        String exported = export(tenant);

        counts(load(tenant, "", exported).expect(200).json(), 0, 0, (int)
                exported.lines().count());

        Tenant copy = Tenant.create(server, "pro");
        load(copy, "", exported).expect(200);
        assertThat(export(copy)).isEqualTo(exported);
    }

    @Test
    void aDryRunTellsAndDoesNothing() {
        long before = tenant.primary().get(tenant.path()).revision();
        Answer answer = load("?dry_run=true", COMPANY).expect(200);
        counts(answer.json(), 9, 0, 0);
        assertThat(tenant.primary().get(tenant.path()).revision()).isEqualTo(before);
        tenant.primary().get(tenant.path() + "/users/u1").expectProblem(404, "not_found");
    }

    @Test
    void aBrokenSeventhLineIsNamedAndNothingIsApplied() {
        for (String broken : List.of(
                "{'kind':'group','group_id':",
                "{'kind':'group','group_id':'g1','name':'x','user_ids':['ghost']}",
                "{'kind':'group','group_id':'g1','name':'x','colour':'red'}",
                "{'kind':'planet','name':'x'}",
                "['not','an','object']",
                "{'kind':'group','group_id':'g 1','name':'x'}")) {
            List<String> lines = new ArrayList<>(COMPANY);
            lines.set(6, broken);
            for (String query : List.of("", "?dry_run=true")) {
                Answer answer = load(query, lines).expectProblem(422, "invalid");
                assertThat(answer.json().at("/errors/0/line").asInt())
                        .as("line of %s in %s", broken, answer.body())
                        .isEqualTo(7);
                assertThat(answer.text("/errors/0/code")).isNotBlank();
                assertThat(answer.text("/errors/0/detail")).isNotBlank();
                assertThat(answer.json().path("error_count").asInt()).isEqualTo(1);
            }
            tenant.primary().get(tenant.path() + "/users/u1").expectProblem(404, "not_found");
        }
    }

    @Test
    void everyFaultyLineIsReportedUpToAThousand() {
        String body = IntStream.rangeClosed(1, 2400)
                .mapToObj(i -> i % 3 == 0 ? "{\"kind\":\"user\",\"user_id\":\"m" + i + "\",\"name\":\"M\"}" : "{broken")
                .collect(Collectors.joining("\n"));
        Answer answer = load(tenant, "", body).expectProblem(422, "invalid");
        assertThat(answer.json().path("error_count").asInt()).isEqualTo(1600);
        assertThat(answer.json().path("errors")).hasSize(1000);
        assertThat(answer.json().at("/errors/2/line").asInt()).isEqualTo(4);
    }

    @Test
    void physicalLinesCountAlsoEmptyOnesAndLineEndsOfAllKinds() {
        Answer answer = load(
                        tenant,
                        "",
                        Json.of("{'kind':'user','user_id':'a','name':'A'}\r\n\n\r\n{'kind':'user','user_id':'b'}\n"))
                .expectProblem(422, "invalid");
        assertThat(answer.json().at("/errors/0/line").asInt()).isEqualTo(4);
    }

    @Test
    void wholesAreCheckedAcrossLines() {
        cycle(List.of(
                "{'kind':'department','department_id':'a','name':'A','parent_id':'b'}",
                "{'kind':'department','department_id':'b','name':'B','parent_id':'a'}"));
        faulty(
                "department_in_other_unit",
                List.of(
                        "{'kind':'department','department_id':'a','name':'A','parent_id':'0'}",
                        "{'kind':'department','department_id':'b','name':'B','parent_id':'a'}",
                        "{'kind':'unit','unit_id':'one','name':'One','type':'t','department_ids':['a']}",
                        "{'kind':'unit','unit_id':'two','name':'Two','type':'t','department_ids':['b']}"));
        faulty(
                "duplicate_email",
                List.of(
                        "{'kind':'user','user_id':'a','name':'A','email':'x@example.org'}",
                        "{'kind':'user','user_id':'b','name':'B','email':'X@Example.org'}"));
        faulty(
                "duplicate_id",
                List.of("{'kind':'user','user_id':'a','name':'A'}", "{'kind':'user','user_id':'a','name':'B'}"));
    }

    private void cycle(List<String> lines) {
        Answer answer = load("", lines).expectProblem(422, "invalid");
        assertThat(answer.text("/errors/0/code")).isEqualTo("department_cycle");
    }

    private void faulty(String code, List<String> lines) {
        Answer answer = load("", lines).expectProblem(422, "invalid");
        assertThat(answer.json().path("errors"))
                .extracting(error -> error.path("code").asText())
                .contains(code);
        tenant.primary().get(tenant.path() + "/users/a").expectProblem(404, "not_found");
    }

    @Test
    void csvBringsMembers() {
        load("", COMPANY).expect(200);
        Answer answer = loadCsv(
                        "",
                        "user_id,name,email,department_ids,custom_fields.floor,city\r\n"
                                + "c1,\"Comma, the \"\"Great\"\"\",c1@example.org,d1;d2,7,\"Two\"\r\n"
                                + "c2,Plain,,,,\r\n")
                .expect(200);
        counts(answer.json(), 2, 0, 0);
        JsonNode first =
                tenant.primary().get(tenant.path() + "/users/c1").expect(200).json();
        assertThat(first.path("name").asText()).isEqualTo("Comma, the \"Great\"");
        assertThat(first.path("department_ids")).hasSize(2);
        assertThat(first.at("/custom_fields/floor").asText()).isEqualTo("7");
        JsonNode second =
                tenant.primary().get(tenant.path() + "/users/c2").expect(200).json();
        assertThat(second.has("email")).isFalse();
        assertThat(second.at("/department_ids/0").asText()).isEqualTo("0");
    }

    @Test
    void csvNamesTheFaultyLine() {
        Answer answer = loadCsv("", "user_id,name,department_ids\nc1,One,0\nc2,Two,nowhere\n")
                .expectProblem(422, "invalid");
        assertThat(answer.json().at("/errors/0/line").asInt()).isEqualTo(3);
        Answer header = loadCsv("", "user_id,name,shoe_size\nc1,One,44\n").expectProblem(422, "invalid");
        assertThat(header.json().at("/errors/0/line").asInt()).isEqualTo(1);
    }

    @Test
    void asAJobItIsFollowedToItsEnd() {
        Answer accepted = load("?async=true", COMPANY).expect(202);
        JsonNode done = awaitJob(accepted);
        assertThat(done.path("state").asText()).isEqualTo("done");
        counts(done, 9, 0, 0);
        tenant.primary().get(tenant.path() + "/users/u1").expect(200);
    }

    @Test
    void aJobWithFaultyLinesSaysWhichAndDoesNothing() {
        List<String> lines = new ArrayList<>(COMPANY);
        lines.set(6, "{broken");
        JsonNode done = awaitJob(load("?async=true", lines).expect(202));
        assertThat(done.path("error_count").asInt()).isEqualTo(1);
        assertThat(done.at("/errors/0/line").asInt()).isEqualTo(7);
        tenant.primary().get(tenant.path() + "/users/u1").expectProblem(404, "not_found");
    }

    @Test
    void aJobIsNobodyElsesBusiness() {
        String job = load("?async=true", COMPANY).expect(202).text("/job_id");
        Tenant other = Tenant.create(server, "pro");
        other.primary().get(other.path() + "/jobs/" + job).expectProblem(404, "not_found");
        tenant.primary().get(tenant.path() + "/jobs/no-such-job").expectProblem(404, "not_found");
        assertThat(Pages.all(Api.operator(server), "/operator/jobs?page_size=500", "job_id"))
                .contains(job);
    }

    private JsonNode awaitJob(Answer accepted) {
        String job = tenant.path() + "/jobs/" + accepted.text("/job_id");
        assertThat(accepted.header("Location")).endsWith(job);
        return await("job " + job + " at its end")
                .atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofMillis(50))
                .until(
                        () -> tenant.primary().get(job).expect(200).json(),
                        state -> !state.path("state").asText().equals("running"));
    }

    @Test
    void tenThousandMembersComeInOneRequest() {
        String body = IntStream.range(0, 10_000)
                .mapToObj(i -> "{\"kind\":\"user\",\"user_id\":\"m" + i + "\",\"name\":\"Member " + i
                        + "\",\"email\":\"m" + i + "@example.org\",\"department_ids\":[\"d" + i % 100 + "\"]}")
                .collect(Collectors.joining("\n"));
        String departments = IntStream.range(0, 100)
                .mapToObj(i -> "{\"kind\":\"department\",\"department_id\":\"d" + i + "\",\"name\":\"D" + i
                        + "\",\"parent_id\":\"" + (i == 0 ? "0" : "d" + (i - 1) / 3) + "\"}\n")
                .collect(Collectors.joining());
        counts(load(tenant, "", departments + body).expect(200).json(), 10_100, 0, 0);
        counts(load(tenant, "", departments + body).expect(200).json(), 0, 0, 10_100);
        assertThat(Pages.all(tenant.primary(), tenant.path() + "/users?page_size=500", "user_id"))
                .hasSize(10_001);
    }

    @Test
    void anEmptyImportIsNoFault() {
        counts(load(tenant, "", "").expect(200).json(), 0, 0, 0);
        counts(load(tenant, "", "\n\n").expect(200).json(), 0, 0, 0);
    }
}
