package org.sightline.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.sightline.itests.http.Api;
import org.sightline.itests.http.Json;
import org.sightline.itests.http.Tenant;
import org.sightline.itests.server.ServerUnderTest;

/**
 * A data directory that an earlier version left behind, served by this one. The archive in the test resources was written
 * by {@link #record} with that version's assembly; a release that changes the schema adds one of its own.
 */
class UpgradeIT {

    private static final String ARCHIVE = "/data-of-2026-11-25.tar.gz";
    private static final String OPERATOR = "operator-token-of-the-upgrade-test-0123456789";
    private static final String ACME = "/tenants/acme";
    private static final String GLOBEX = "/tenants/globex";

    @Test
    void whatAnEarlierVersionStoredIsServedAndCanBeChanged() throws IOException {
        // The archive holds a Derby database, whatever the other tests run on.
        ServerUnderTest server = new ServerUnderTest("upgrade")
                .with("SIGHTLINE_OPERATOR_TOKEN", OPERATOR)
                .with("SIGHTLINE_JDBC_URL", "");
        Files.createDirectories(server.data());
        try (InputStream archive = UpgradeIT.class.getResourceAsStream(ARCHIVE)) {
            Files.copy(archive, server.data().resolve("earlier.tar.gz"));
        }
        tar(server.data(), "-xzf", "earlier.tar.gz");
        try (server) {
            server.start();
            Api boss = Tenant.signIn(server, "acme", Tenant.PRIMARY);
            theirDirectoryAndRulesAreThere(boss);
            theirPastIsThere(boss);
            relationsAppsAndChatsAreThere(server, boss);

            boss.patch(ACME + "/users/anna", Json.of("{'city':'Lima'}")).expect(200);
            boss.put(ACME + "/visibility/policy", Json.of("{'main_rule':{'type':'nobody'},'rule_sets':[]}"))
                    .expect(200);
            assertThat(sees(boss, "ben", "anna")).isFalse();
            boss.post(ACME + "/apps", Json.of("{'app_id':'newer','name':'Newer'}"))
                    .expect(201);
        }
    }

    private static void theirDirectoryAndRulesAreThere(Api boss) {
        assertThat(boss.get(ACME + "/users/anna").expect(200).text("/email")).isEqualTo("anna@acme.example");
        assertThat(boss.get(ACME + "/users?status=deleted").expect(200).text("/items/0/user_id"))
                .isEqualTo("gone");
        assertThat(sees(boss, "anna", "ben")).isFalse();
        assertThat(sees(boss, "ben", "anna")).isTrue();
        assertThat(boss.get(ACME + "/audit?object=anna").expect(200).text("/items/0/actor/id"))
                .isEqualTo(Tenant.PRIMARY);
    }

    /** Before the rule that hides him from her. */
    private static void theirPastIsThere(Api boss) {
        long before = boss.get(ACME + "/audit?action=visibility_policy.update")
                        .expect(200)
                        .json()
                        .at("/items/0/revision")
                        .asLong()
                - 1;
        assertThat(before).isPositive();
        assertThat(boss.post(
                                ACME + "/visibility/verify?at_revision=" + before,
                                Json.of("{'subject_user_id':'anna','object_user_id':'ben'}"))
                        .expect(200)
                        .json()
                        .path("visible")
                        .asBoolean())
                .isTrue();
    }

    private static void relationsAppsAndChatsAreThere(ServerUnderTest server, Api boss) {
        assertThat(boss.get(ACME + "/trust/parties/globex").expect(200).text("/state"))
                .isEqualTo("active");
        Api greta = Tenant.signIn(server, "globex", "greta");
        assertThat(greta.get(GLOBEX + "/contacts/parties/acme/users/anna")
                        .expect(200)
                        .text("/name"))
                .isEqualTo("Anna");
        assertThat(boss.get(ACME + "/app-grants").expect(200).text("/items/0/app_id"))
                .isEqualTo("bot");
        assertThat(boss.get(ACME + "/app-reviews?state=open").expect(200).text("/items/0/app_id"))
                .isEqualTo("bot");
        Api anna = Tenant.signIn(server, "acme", "anna");
        assertThat(anna.get(ACME + "/communication/chats").expect(200).text("/items/0/peer/user_id"))
                .isEqualTo("cleo");
        assertThat(boss.get(ACME + "/notifications").expect(200).json().path("items"))
                .isNotEmpty();
    }

    private static boolean sees(Api boss, String viewer, String target) {
        return boss.post(
                        ACME + "/visibility/verify",
                        Json.of("{'subject_user_id':'%s','object_user_id':'%s'}", viewer, target))
                .expect(200)
                .json()
                .path("visible")
                .asBoolean();
    }

    /**
     * Writes the archive: run this method with {@code -Dupgrade.record=<file>} and, as {@code itests.assembly}, the
     * assembly of the version whose data is wanted.
     */
    @Test
    @EnabledIfSystemProperty(named = "upgrade.record", matches = ".+")
    void record() throws IOException {
        Path archive = Path.of(System.getProperty("upgrade.record")).toAbsolutePath();
        ServerUnderTest server = new ServerUnderTest("upgrade-record").with("SIGHTLINE_OPERATOR_TOKEN", OPERATOR);
        try (server) {
            server.start();
            Api operator = Api.nobody(server).token(OPERATOR);
            Api boss = organisation(server, operator, "acme");
            people(boss);
            Api globex = organisation(server, operator, "globex");
            globex.post(GLOBEX + "/users", Json.of("{'user_id':'greta','name':'Greta'}"))
                    .expect(201);
            password(globex, GLOBEX, "greta");
            relation(boss, globex);
            app(boss);
            Tenant.signIn(server, "acme", "anna")
                    .post(ACME + "/communication/chats", Json.of("{'peer':{'tenant_key':'acme','user_id':'cleo'}}"))
                    .expect(201);
        }
        tar(server.data(), "-czf", archive.toString(), "db", "server.key");
        assertThat(archive).isNotEmptyFile();
    }

    private static Api organisation(ServerUnderTest server, Api operator, String key) {
        operator.post(
                        "/tenants",
                        Json.of(
                                "{'tenant_key':'%s','name':'%s','plan':'pro','primary_admin':"
                                        + "{'user_id':'%s','name':'The Boss','password':'%s'}}",
                                key, key, Tenant.PRIMARY, Tenant.PASSWORD))
                .expect(201);
        return Tenant.signIn(server, key, Tenant.PRIMARY);
    }

    private static void people(Api boss) {
        boss.post(ACME + "/departments", Json.of("{'department_id':'d','name':'D','parent_id':'0'}"))
                .expect(201);
        for (String[] person : List.of(
                new String[] {"anna", "Anna"},
                new String[] {"ben", "Ben"},
                new String[] {"cleo", "Cleo"},
                new String[] {"gone", "Gone"})) {
            boss.post(
                            ACME + "/users",
                            Json.of(
                                    "{'user_id':'%s','name':'%s','email':'%s@acme.example','department_ids':['d']}",
                                    person[0], person[1], person[0]))
                    .expect(201);
        }
        boss.delete(ACME + "/users/gone").expect(204);
        password(boss, ACME, "anna");
        boss.put(
                        ACME + "/visibility/policy",
                        Json.of(
                                "{'main_rule':{'type':'everyone'},'rule_sets':[{'rules':[{'rule_id':'r',"
                                        + "'subjects':{'user_ids':['anna']},'objects':{'user_ids':['ben']},'effect':'hidden'}]}]}"))
                .expect(200);
    }

    private static void password(Api boss, String path, String user) {
        boss.put(path + "/users/" + user + "/password", Json.of("{'password':'%s'}", Tenant.PASSWORD))
                .expect(204);
    }

    private static void relation(Api boss, Api globex) {
        String code = boss.post(ACME + "/trust/invitation", "{}").expect(201).text("/code");
        String request = globex.post(GLOBEX + "/trust/requests", Json.of("{'code':'%s','share':{'all':true}}", code))
                .expect(201)
                .text("/request_id");
        boss.post(ACME + "/trust/requests/" + request + "/approve", "{}").expect(200);
        boss.put(ACME + "/trust/parties/globex/share", Json.of("{'all':true}")).expect(200);
        globex.post(
                        GLOBEX + "/trust/parties/acme/rules",
                        Json.of("{'subjects':{'department_ids':['0']},'objects':{'department_ids':['0']}}"))
                .expect(201);
    }

    private static void app(Api boss) {
        boss.post(ACME + "/apps", Json.of("{'app_id':'bot','name':'My bot'}")).expect(201);
        boss.post(
                        ACME + "/apps/bot/versions",
                        Json.of("{'version':'1','permissions':[{'name':'application:bot.menu:readonly',"
                                + "'identity':'app'},{'name':'docs:document.content:read','identity':'app',"
                                + "'reason':'to index them'}]}"))
                .expect(201);
    }

    private static void tar(Path folder, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("tar"));
        command.addAll(List.of(arguments));
        Process tar = new ProcessBuilder(command)
                .directory(folder.toFile())
                .inheritIO()
                .start();
        try {
            assertThat(tar.waitFor(1, TimeUnit.MINUTES)).isTrue();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", interrupted);
        }
        assertThat(tar.exitValue()).isZero();
    }
}
