package org.sightline.itests;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.sightline.itests.http.Answer;
import org.sightline.itests.http.Api;
import org.sightline.itests.http.Json;
import org.sightline.itests.http.Tenant;
import org.sightline.itests.server.Console;
import org.sightline.itests.server.ServerUnderTest;

/** No secret is written where people read, even when everything is logged (docs/security.md, "Secrets"). */
class LoggedSecretsIT {

    private static final String WRONG_PASSWORD = "a wrong pass phrase 4711";
    private static final String NEW_PASSWORD = "a new pass phrase 0815";
    private static final String WEBHOOK_SECRET = "a webhook secret of thirty-two characters";
    private static final String MISTYPED_TOKEN = "sls_ThisTokenWasNeverGivenToAnybody0123456789ab";

    /** By what they are, so that a failure says which one was found. */
    private final Map<String, String> secrets = new LinkedHashMap<>();

    @Test
    void theLogTheAuditAndTheFilesOfTheConsoleHoldNone() throws IOException {
        try (ServerUnderTest server = new ServerUnderTest("logged-secrets").start()) {
            assertThat(Console.of(server).run("log:set DEBUG").exit()).isZero();
            secrets.put("operator's token", server.operatorToken());
            secrets.put("console's password", server.consolePassword());
            secrets.put(
                    "server's key",
                    Files.readString(server.data().resolve("server.key")).strip());
            Tenant tenant = Tenant.create(server, "pro");
            secrets.put("password", Tenant.PASSWORD);
            signInAndFail(server, tenant);
            changePassword(tenant);
            app(tenant);
            webhookAndInvitation(tenant);

            assertThat(server.log()).as("debug lines").anyMatch(line -> line.contains("DEBUG"));
            assertNoneIn(server.data().resolve("log"));
            String audit = tenant.primary()
                    .get(tenant.path() + "/audit?page_size=500")
                    .expect(200)
                    .body();
            secrets.forEach((what, secret) -> assertThat(audit).as(what).doesNotContain(secret));
        }
    }

    private void signInAndFail(ServerUnderTest server, Tenant tenant) {
        Api nobody = Api.nobody(server);
        secrets.put("wrong password", WRONG_PASSWORD);
        nobody.post(
                        "/sessions",
                        Json.of("{'tenant_key':'%s','login':'boss','password':'%s'}", tenant.key(), WRONG_PASSWORD))
                .expectProblem(401, "unauthenticated");
        nobody.post(
                        "/sessions",
                        Json.of("{'tenant_key':'%s','login':'boss','password':'%s'", tenant.key(), WRONG_PASSWORD))
                .expect(400);
        secrets.put("mistyped token", MISTYPED_TOKEN);
        nobody.token(MISTYPED_TOKEN).get("/me").expectProblem(401, "unauthenticated");
        secrets.put(
                "session's token",
                nobody.post(
                                "/sessions",
                                Json.of(
                                        "{'tenant_key':'%s','login':'boss','password':'%s'}",
                                        tenant.key(), Tenant.PASSWORD))
                        .expect(201)
                        .text("/token"));
        nobody.token(secrets.get("session's token")).get("/me").expect(200);
        nobody.token(secrets.get("session's token")).delete("/sessions/current").expect(204);
    }

    private void changePassword(Tenant tenant) {
        tenant.addUser("mel");
        secrets.put("new password", NEW_PASSWORD);
        tenant.primary()
                .put(tenant.path() + "/users/mel/password", Json.of("{'password':'%s'}", NEW_PASSWORD))
                .expect(204);
    }

    private void app(Tenant tenant) {
        Answer registered = tenant.primary()
                .post(tenant.path() + "/apps", Json.of("{'app_id':'%s-bot','name':'My bot'}", tenant.key()))
                .expect(201);
        secrets.put("app's secret", registered.text("/secret"));
        secrets.put("signing key", registered.text("/event_signing_key"));
        Answer renewed = tenant.primary()
                .post(tenant.path() + "/apps/" + tenant.key() + "-bot/secret", "{}")
                .expect(201);
        secrets.put("app's new secret", renewed.text("/secret"));
        secrets.put("new signing key", renewed.text("/event_signing_key"));
    }

    private void webhookAndInvitation(Tenant tenant) {
        secrets.put("webhook's secret", WEBHOOK_SECRET);
        tenant.primary()
                .put(
                        tenant.path() + "/notification-channels",
                        Json.of("{'webhook':{'url':'http://127.0.0.1:9/cards','secret':'%s'}}", WEBHOOK_SECRET))
                .expect(200);
        secrets.put(
                "invitation's code",
                tenant.primary()
                        .post(tenant.path() + "/trust/invitation", "{}")
                        .expect(201)
                        .text("/code"));
        tenant.primary()
                .post(
                        tenant.path() + "/trust/requests",
                        Json.of("{'code':'%s','share':{'all':true}}", secrets.get("invitation's code")))
                .expect(422);
    }

    private void assertNoneIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String text = Files.readString(file, ISO_8859_1);
                secrets.forEach((what, secret) -> assertThat(text.contains(secret))
                        .as("%s in %s", what, file)
                        .isFalse());
            }
        }
    }
}
