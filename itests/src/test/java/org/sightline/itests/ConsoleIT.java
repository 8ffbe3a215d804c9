package org.sightline.itests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.sshd.common.SshException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sightline.itests.http.Api;
import org.sightline.itests.http.DevelopedApp;
import org.sightline.itests.http.Json;
import org.sightline.itests.http.Tenant;
import org.sightline.itests.server.Console;
import org.sightline.itests.server.Console.Output;
import org.sightline.itests.server.ServerUnderTest;
import org.sightline.itests.server.SharedServer;

/** The operator's commands over ssh. */
@ExtendWith(SharedServer.class)
class ConsoleIT {

    private final ServerUnderTest server;
    private final Console console;
    private final Tenant tenant;

    ConsoleIT(ServerUnderTest server) {
        this.server = server;
        console = Console.of(server);
        tenant = Tenant.create(server, "pro");
    }

    private String run(String command) throws IOException {
        Output output = console.run(command);
        assertThat(output.exit())
                .as("exit status of `%s`, which said: %s", command, output.output())
                .isZero();
        return output.output();
    }

    private String refused(String command) throws IOException {
        Output output = console.run(command);
        assertThat(output.exit())
                .as("exit status of `%s`, which said: %s", command, output.output())
                .isNotZero();
        assertThat(output.output()).doesNotContain("Exception").doesNotContain("\tat ");
        return output.output();
    }

    @Test
    void whatIsAskedBesideMainRulesIsListedAsOverRest() throws IOException {
        List<String> atTheConsole = offered(Json.read(run("sightline:policy-list --json")));
        List<String> overRest = offered(Api.operator(server)
                .get("/operator/plugins?page_size=500")
                .expect(200)
                .json());

        assertThat(atTheConsole)
                .contains(
                        "notification_channel mail serving org.sightline.notification-channels",
                        "notification_channel webhook serving org.sightline.notification-channels")
                .anyMatch(line ->
                        line.startsWith("trust_policy ") && line.endsWith("serving org.sightline.trusted-party"));
        assertThat(overRest).containsAll(atTheConsole).anyMatch(line -> line.startsWith("main_rule everyone serving"));
    }

    private static List<String> offered(JsonNode list) {
        List<String> lines = new ArrayList<>();
        for (JsonNode item : list.path("items")) {
            lines.add(String.join(
                    " ",
                    item.path("kind").asText(),
                    item.path("type").asText(),
                    item.path("state").asText(),
                    item.path("provided_by").asText().replaceFirst(" .*", "")));
        }
        return lines;
    }

    @Test
    void noKnownDefaultOpensIt() {
        for (String[] known : new String[][] {
            {"karaf", "karaf"},
            {"operator", "karaf"},
            {"operator", "operator"},
            {"admin", "admin"},
            {"karaf", server.consolePassword()}
        }) {
            assertThatThrownBy(() -> new Console(server, known[0], known[1]).run("sightline:status"))
                    .as("%s with %s", known[0], known[1])
                    .isInstanceOf(SshException.class);
        }
    }

    @Test
    void statusTellsHowTheServerIs() throws IOException {
        assertThat(run("sightline:status"))
                .contains("version")
                .contains("reachable")
                .contains("serving");
        assertThat(Json.read(run("sightline:status --json")).isObject()).isTrue();
    }

    @Test
    void tenantsAreListedAsTableAndAsJson() throws IOException {
        assertThat(run("sightline:tenant-list")).contains(tenant.key()).contains("Tenant of a test");
        assertThat(Json.read(run("sightline:tenant-list --json")).path("items"))
                .extracting(item -> item.path("tenant_key").asText())
                .contains(tenant.key());
        assertThat(Json.read(run("sightline:tenant-show --json " + tenant.key()))
                        .toString())
                .contains("pro");
    }

    @Test
    void tenantsComeAndGo() throws IOException {
        String key = "c-" + UUID.randomUUID().toString().substring(0, 8);
        run("sightline:tenant-create --plan basic " + key + " 'By hand'");
        run("sightline:tenant-update --plan pro " + key);
        assertThat(Api.operator(server).get("/tenants/" + key).expect(200).text("/plan"))
                .isEqualTo("pro");
        refused("sightline:tenant-delete " + key);
        run("sightline:tenant-delete --confirm " + key + " " + key);
        Api.operator(server).get("/tenants/" + key).expectProblem(404, "not_found");
    }

    @Test
    void directoriesComeInAndGoOutAsOverRest() throws IOException {
        Path file = server.data().resolve("console-" + tenant.key() + ".ndjson");
        List<String> lines = new ArrayList<>();
        lines.add(Json.of("{'kind':'department','department_id':'d','name':'D','parent_id':'0'}"));
        for (int i = 0; i < 20; i++) {
            lines.add(Json.of("{'kind':'user','user_id':'m%s','name':'M','department_ids':['d']}", i));
        }
        Files.write(file, lines);

        run("sightline:import --dry-run " + tenant.key() + " " + file);
        tenant.primary().get(tenant.path() + "/users/m0").expectProblem(404, "not_found");
        JsonNode report = Json.read(run("sightline:import --json " + tenant.key() + " " + file));
        assertThat(report.path("created").asInt()).isEqualTo(21);
        tenant.primary().get(tenant.path() + "/users/m19").expect(200);

        Path out = server.data().resolve("console-" + tenant.key() + "-out.ndjson");
        run("sightline:export " + tenant.key() + " " + out);
        assertThat(Files.readString(out))
                .isEqualTo(tenant.primary()
                        .get(tenant.path() + "/directory/export")
                        .expect(200)
                        .body());

        lines.set(6, "{broken");
        Files.write(file, lines);
        assertThat(refused("sightline:import " + tenant.key() + " " + file)).contains("7");
    }

    @Test
    void verifySaysTheSameAsOverRest() throws IOException {
        tenant.addUser("amy");
        tenant.addUser("bob");
        tenant.putPolicy(
                "{'main_rule':{'type':'everyone'},'rule_sets':[{'rules':[{'rule_id':'no-bob','subjects':{'user_ids':['amy']},"
                        + "'objects':{'user_ids':['bob']},'effect':'hidden'}]}]}");
        JsonNode overRest = tenant.primary()
                .post(tenant.path() + "/visibility/verify", Json.of("{'subject_user_id':'amy','object_user_id':'bob'}"))
                .expect(200)
                .json();
        assertThat(Json.read(run("sightline:verify --json " + tenant.key() + " amy bob")))
                .isEqualTo(overRest);
        assertThat(run("sightline:verify " + tenant.key() + " amy bob")).contains("no-bob");
        assertThat(Json.read(run("sightline:verify --json --object-department-id 0 " + tenant.key() + " amy"))
                        .path("visible")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void policiesAreShownAndMainRulesSayWhoUsesThem() throws IOException {
        tenant.putPolicy("{'main_rule':{'type':'own_department'},'rule_sets':[]}");
        // Tenants count from their first question on.
        run("sightline:verify " + tenant.key() + " boss boss");
        assertThat(run("sightline:policy-show " + tenant.key())).contains("own_department");
        assertThat(Json.read(run("sightline:policy-show --json " + tenant.key())))
                .isEqualTo(tenant.primary()
                        .get(tenant.path() + "/visibility/policy")
                        .expect(200)
                        .json());
        for (JsonNode rule : Json.read(run("sightline:main-rule-list --json")).path("items")) {
            boolean uses = rule.path("used_by").toString().contains('"' + tenant.key() + '"');
            assertThat(uses).as("%s", rule).isEqualTo(rule.path("type").asText().equals("own_department"));
        }
    }

    @Test
    void refusalsAreOneSentenceAndAnExitStatus() throws IOException {
        assertThat(refused("sightline:policy-show no-such-tenant")).contains("no-such-tenant");
        assertThat(refused("sightline:verify " + tenant.key() + " ghost boss")).contains("ghost");
        assertThat(refused("sightline:import " + tenant.key() + " /no/such/file.ndjson"))
                .contains("/no/such/file.ndjson");
    }

    @Test
    void whatIsDoneAtTheConsoleIsInTheAuditLog() throws IOException {
        Path file = server.data().resolve("audit-" + tenant.key() + ".ndjson");
        Files.writeString(file, Json.of("{'kind':'user','user_id':'by-console','name':'M'}"));
        run("sightline:import " + tenant.key() + " " + file);
        JsonNode newest = tenant.primary()
                .get(tenant.path() + "/audit?page_size=1")
                .expect(200)
                .json()
                .at("/items/0");
        assertThat(newest.at("/actor/kind").asText()).isIn("operator", "console");
        assertThat(run("sightline:audit-tail " + tenant.key())).contains("import");
    }

    @Test
    void appsAreListedAndTheirReviewsDecided() throws IOException {
        String app = "con-" + UUID.randomUUID();
        tenant.primary()
                .post(tenant.path() + "/apps", Json.of("{'app_id':'%s','name':'Console bot'}", app))
                .expect(201);
        submit(app, "1", "docs:document.content:read", "docs:document.media:download");
        assertThat(run("sightline:app-list " + tenant.key())).contains(app).contains("Console bot");
        assertThat(Json.read(run("sightline:app-list --json " + tenant.key()))
                        .at("/items/0/app_id")
                        .asText())
                .isEqualTo(app);

        JsonNode open = Json.read(run("sightline:app-reviews --json " + tenant.key()));
        assertThat(open.path("items")).hasSize(1);
        String review = open.at("/items/0/review_id").asText();
        assertThat(run("sightline:app-reviews " + tenant.key()))
                .contains(review)
                .contains("docs:document.content:read");
        run("sightline:app-approve " + tenant.key() + " " + review + " docs:document.content:read@app");
        assertThat(granted()).containsExactly("docs:document.content:read");
        assertThat(refused("sightline:app-reject " + tenant.key() + " " + review))
                .contains("--reason");
        run("sightline:app-reject --reason 'not needed' " + tenant.key() + " " + review);
        assertThat(Json.read(run("sightline:app-reviews --json " + tenant.key()))
                        .path("items"))
                .isEmpty();
        assertThat(run("sightline:app-reviews --all " + tenant.key())).contains(review);
        assertThat(granted()).containsExactly("docs:document.content:read");
        assertThat(refused("sightline:app-approve " + tenant.key() + " " + review))
                .isNotEmpty();
        assertThat(tenant.primary()
                        .get(tenant.path() + "/audit?page_size=1")
                        .expect(200)
                        .json()
                        .at("/items/0/actor/kind")
                        .asText())
                .isIn("operator", "console");
    }

    @Test
    void consentsOfAMemberAreListed() throws IOException {
        DevelopedApp developed = DevelopedApp.create(server);
        String key = developed.tenant().key();
        developed.tokensForLily();
        assertThat(run("sightline:app-consents " + key + " lily"))
                .contains(developed.app().app())
                .contains("My bot");
        assertThat(Json.read(run("sightline:app-consents --json " + key + " lily"))
                        .at("/items/0/permissions"))
                .hasSize(2);
        assertThat(run("sightline:app-consents " + key + " dev")).contains("No app may act");
        assertThat(refused("sightline:app-consents " + key + " nobody")).contains("no member");
    }

    private void submit(String app, String version, String... permissions) {
        List<String> asked = new ArrayList<>();
        for (String permission : permissions) {
            asked.add(Json.of("{'name':'%s','identity':'app','reason':'to work'}", permission));
        }
        tenant.primary()
                .post(
                        tenant.path() + "/apps/" + app + "/versions",
                        Json.of("{'version':'%s','permissions':[%s]}", version, String.join(",", asked)))
                .expect(201);
    }

    private List<String> granted() {
        return tenant.primary().get(tenant.path() + "/app-grants").expect(200).items("name");
    }

    @Test
    void theCatalogueOfPermissionsIsSearched() throws IOException {
        assertThat(run("sightline:app-permissions --category contacts --identity user email"))
                .contains("contact:user.email:readonly")
                .doesNotContain("docs:");
        JsonNode found = Json.read(run("sightline:app-permissions --json --level non_sensitive --language ja menu"));
        assertThat(found.path("items"))
                .extracting(item -> item.path("name").asText())
                .contains("application:bot.menu:readonly");
    }
}
