package org.sightline.itests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sightline.itests.http.Answer;
import org.sightline.itests.http.Api;
import org.sightline.itests.http.Json;
import org.sightline.itests.http.Tenant;
import org.sightline.itests.server.Console;
import org.sightline.itests.server.ServerUnderTest;
import org.sightline.itests.server.SharedServer;

/** A backup of a server at work, restored on another one (docs/operations.md, "Backup and restore"). */
@ExtendWith(SharedServer.class)
class BackupIT {

    private static final String BACKUPS = "/operator/backups";
    private static final String RESTORE = "/operator/restore";
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int MEMBERS = 3000;

    private final ServerUnderTest server;
    private final Api operator;
    private final Tenant tenant;

    BackupIT(ServerUnderTest server) {
        this.server = server;
        operator = Api.operator(server);
        tenant = Tenant.create(server, "pro");
    }

    private static Answer ended(Api operator, Answer accepted) {
        accepted.expect(202);
        String job = "/operator/jobs/" + accepted.text("/job_id");
        return await("the end of " + job)
                .atMost(PATIENCE)
                .until(() -> operator.get(job).expect(200), state -> !state.text("/state")
                        .equals("running"));
    }

    private String backup() {
        String name = "it-" + UUID.randomUUID();
        Answer done = ended(operator, operator.post(BACKUPS, Json.of("{'name':'%s'}", name)));
        assertThat(done.text("/state")).as(done.body()).isEqualTo("done");
        assertThat(done.text("/result/name")).isEqualTo(name + ".zip");
        return name + ".zip";
    }

    private void fill() {
        tenant.addDepartment("sales", "0");
        String lines = IntStream.range(0, MEMBERS)
                .mapToObj(i -> Json.of("{'kind':'user','user_id':'m%s','name':'Member %s'}", i, i))
                .collect(Collectors.joining("\n"));
        tenant.primary()
                .send("POST", tenant.path() + "/directory/import", "application/x-ndjson", lines)
                .expect(200);
        tenant.putPolicy(
                "{'main_rule':{'type':'nobody'},'rule_sets':[{'rules':[{'rule_id':'r','subjects':{'user_ids':['m1']},"
                        + "'objects':{'user_ids':['m2']},'effect':'visible'}]}]}");
        tenant.primary().post(tenant.path() + "/trust/invitation", "{}").expect(201);
    }

    @Test
    void aServerComesBackOnAnotherMachine() throws IOException {
        long seed = Long.getLong("itests.seed", System.nanoTime());
        fill();
        String name = backup();
        try (ServerUnderTest other = new ServerUnderTest("restored")
                .with(
                        "SIGHTLINE_SERVER_KEY",
                        Files.readString(server.data().resolve("server.key")).strip())) {
            Path backups = Files.createDirectories(other.data().resolve("backups"));
            Files.copy(server.data().resolve("backups").resolve(name), backups.resolve(name));
            other.start();
            killWhileItIsRestored(other, name, seed);
            Api there = Api.operator(other);
            if (there.get("/tenants?page_size=500").items("tenant_key").isEmpty()) {
                Answer done = ended(there, there.post(RESTORE, Json.of("{'name':'%s'}", name)));
                assertThat(done.text("/state")).as(done.body()).isEqualTo("done");
            }
            assertSame(other);
            there.post(RESTORE, Json.of("{'name':'%s'}", name)).expectProblem(409, "server_not_empty");
            assertThat(there.get("/operator/audit?action=backup.restore").items("action"))
                    .hasSize(1);
        }
    }

    private static void killWhileItIsRestored(ServerUnderTest other, String name, long seed) {
        Random random = new Random(seed);
        Api there = Api.operator(other);
        String job =
                there.post(RESTORE, Json.of("{'name':'%s'}", name)).expect(202).text("/job_id");
        int progress = random.nextInt(2 * MEMBERS);
        await("the restore has done " + progress + " rows, seed " + seed)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(1))
                .until(() -> {
                    JsonNode state =
                            there.get("/operator/jobs/" + job).expect(200).json();
                    return state.path("progress").asLong() >= progress
                            || !state.path("state").asText().equals("running");
                });
        other.kill();
        other.start();
        List<String> tenants = Api.operator(other).get("/tenants?page_size=500").items("tenant_key");
        if (!tenants.isEmpty()) {
            assertThat(Api.operator(other)
                            .get("/operator/audit?action=backup.restore")
                            .items("action"))
                    .as("a restore that was committed is whole, seed " + seed)
                    .hasSize(1);
        }
    }

    private void assertSame(ServerUnderTest other) {
        Api boss = Tenant.signIn(other, tenant.key(), Tenant.PRIMARY);
        for (String path : List.of(
                "/visibility/policy",
                "/audit?page_size=500",
                "/visibility/sees/m1",
                "/visibility/sees/m1?at_revision=3")) {
            assertThat(boss.get(tenant.path() + path).expect(200).body())
                    .as(path)
                    .isEqualTo(tenant.primary()
                            .get(tenant.path() + path)
                            .expect(200)
                            .body());
        }
        assertThat(lines(boss)).containsExactlyInAnyOrderElementsOf(lines(tenant.primary()));
        assertThat(boss.get(tenant.path() + "/trust/invitation").expect(200).text("/code"))
                .as("what is sealed can be read")
                .isEqualTo(tenant.primary()
                        .get(tenant.path() + "/trust/invitation")
                        .text("/code"));
        assertThat(boss.post(
                                tenant.path() + "/visibility/verify",
                                Json.of("{'subject_user_id':'m1','object_user_id':'m2'}"))
                        .expect(200)
                        .text("/visible"))
                .isEqualTo("true");
        boss.post(tenant.path() + "/users", Json.of("{'user_id':'new','name':'New'}"))
                .expect(201);
    }

    private List<String> lines(Api boss) {
        return boss.get(tenant.path() + "/directory/export")
                .expect(200)
                .body()
                .lines()
                .toList();
    }

    @Test
    void backupsAreListedWithWhatIsInThem() throws IOException {
        String name = backup();
        JsonNode listed = null;
        for (JsonNode each :
                operator.get(BACKUPS + "?page_size=500").expect(200).json().path("items")) {
            listed = each.path("name").asText().equals(name) ? each : listed;
        }
        assertThat(listed).isNotNull();
        Path file = server.data().resolve("backups").resolve(name);
        assertThat(listed.path("size").asLong()).isEqualTo(Files.size(file));
        assertThat(listed.path("checksum").asText()).hasSize(64);
        assertThat(listed.path("created_at").asText()).isNotEmpty();
        assertThat(listed.path("tenants").findValuesAsText("tenant_key")).contains(tenant.key());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        try (Stream<Path> files = Files.list(file.getParent())) {
            assertThat(files.map(each -> each.getFileName().toString()))
                    .allMatch(each -> each.endsWith(".zip"), "no draft and no scratch folder is left");
        }
        assertThat(operator.get("/operator/audit?object=" + name).items("action"))
                .containsExactly("backup.create");
    }

    @Test
    void whatDoesNotFitIsRefusedAtOnce() {
        String name = backup();
        operator.post(BACKUPS, Json.of("{'name':'../x'}")).expectProblem(422, "invalid");
        operator.post(BACKUPS, Json.of("{'name':'%s'}", name)).expectProblem(409, "duplicate_id");
        operator.post(BACKUPS, Json.of("{'colour':'x'}")).expectProblem(422, "unknown_field");
        operator.post(RESTORE, Json.of("{'name':'%s'}", name)).expectProblem(409, "server_not_empty");
        operator.post(RESTORE, Json.of("{'name':'nothing'}")).expectProblem(422, "invalid");
        operator.post(RESTORE, "{}").expectProblem(422, "invalid");
        tenant.primary().get(BACKUPS).expectProblem(403, "forbidden");
        operator.get("/operator/jobs/nothing").expectProblem(404, "not_found");
    }

    @Test
    void theConsoleMakesAndListsBackups() throws IOException {
        Console console = Console.of(server);
        String name = "console-" + UUID.randomUUID();
        Console.Output made = console.run("sightline:backup " + name);
        assertThat(made.exit()).as(made.output()).isZero();
        assertThat(made.output())
                .contains("Wrote the backup `" + name + ".zip`")
                .contains("server.key");
        assertThat(console.run("sightline:backup-list").output()).contains(name + ".zip");
        JsonNode listed = Json.read(console.run("sightline:backup-list --json").output());
        assertThat(listed.path("items").findValuesAsText("name")).contains(name + ".zip");
        Console.Output refused = console.run("sightline:restore " + name);
        assertThat(refused.exit()).isNotZero();
        assertThat(refused.output()).contains("server_not_empty");
    }
}
