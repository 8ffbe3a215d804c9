package org.sightline.itests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sightline.itests.http.Answer;
import org.sightline.itests.http.Api;
import org.sightline.itests.http.Bot;
import org.sightline.itests.http.Contract;
import org.sightline.itests.http.Json;
import org.sightline.itests.http.Oauth;
import org.sightline.itests.http.Tenant;
import org.sightline.itests.server.Console;
import org.sightline.itests.server.ServerUnderTest;
import org.sightline.itests.server.SharedServer;

/** A capability is stopped in the running server: its paths say so, the rest goes on, and it returns. */
@ExtendWith(SharedServer.class)
class CapabilitiesIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final ServerUnderTest server;
    private final Console console;
    private final Tenant tenant;

    CapabilitiesIT(ServerUnderTest server) {
        this.server = server;
        console = Console.of(server);
        tenant = Tenant.create(server, "pro");
        tenant.addUser("ann");
    }

    @Test
    void theContactsGoAndReturn() throws IOException {
        goesAndReturns("sightline-contacts", "/contacts/departments/0/children", tenant.letIn("ann"));
    }

    @Test
    void communicationGoesAndReturns() throws IOException {
        goesAndReturns("sightline-communication", "/communication/chats", tenant.letIn("ann"));
    }

    @Test
    void trustedPartiesGoAndReturn() throws IOException {
        goesAndReturns("sightline-trusted-party", "/trust/parties", tenant.primary());
    }

    @Test
    void theContactsOfTrustedPartiesGoAndReturn() throws IOException {
        goesAndReturns("sightline-trusted-party", "/contacts/parties", tenant.letIn("ann"));
    }

    @Test
    void resourcesAndEventsGoAndReturn() throws IOException {
        Api bot = Bot.of(tenant, null, "{}", "drive:drive@app").itself();
        List<String> paths = List.of("/resources", "/event-subscriptions", "/event-deliveries");
        paths.forEach(path -> bot.get(tenant.path() + path).expect(200));
        run("feature:stop sightline-resources");
        try {
            paths.forEach(path -> await(path + " says that it is off")
                    .atMost(PATIENCE)
                    .untilAsserted(() -> bot.get(tenant.path() + path).expectProblem(503, "feature_off")));
            tenant.addUser("bob");
        } finally {
            run("feature:start sightline-resources");
        }
        paths.forEach(
                path -> await(path + " is back").atMost(PATIENCE).untilAsserted(() -> bot.get(tenant.path() + path)
                        .expect(200)));
    }

    @Test
    void theAppsGoAndReturn() throws IOException {
        goesAndReturns("sightline-app-permissions", "/app-permissions", tenant.letIn("ann"));
    }

    @Test
    void tokensOfAppsGoAndReturn() throws IOException {
        Oauth app = Oauth.register(tenant.primary(), tenant.path(), "bot-" + tenant.key(), "https://example.org/cb");
        Api itself = app.itself();
        itself.get("/me").expect(200);
        run("feature:stop sightline-app-permissions");
        try {
            await("/oauth/token says that it is off").atMost(PATIENCE).untilAsserted(() -> app.post(
                            "/oauth/token", "grant_type", "client_credentials")
                    .expectProblem(503, "feature_off"));
            for (String path : List.of(app.ask("https://example.org/cb"), "/.well-known/oauth-authorization-server")) {
                app.send("GET", path, null, null).expectProblem(503, "feature_off");
            }
            itself.get("/me").expectProblem(503, "feature_off");
            tenant.primary().get("/me").expect(200);
        } finally {
            run("feature:start sightline-app-permissions");
        }
        await("the token holds again").atMost(PATIENCE).untilAsserted(() -> itself.get("/me")
                .expect(200));
    }

    @Test
    void notificationsGoAndReturn() throws IOException {
        goesAndReturns("sightline-notifications", "/notifications", tenant.primary());
    }

    @Test
    void upkeepGoesAndReturns() throws IOException {
        Api operator = Api.operator(server);
        String path = "/operator/backups";
        operator.get(path).expect(200);
        run("feature:stop sightline-upkeep");
        try {
            await("backups are off").atMost(PATIENCE).untilAsserted(() -> operator.get(path)
                    .expectProblem(503, "feature_off"));
            operator.get("/operator/jobs").expect(200);
        } finally {
            run("feature:start sightline-upkeep");
        }
        await("backups are back").atMost(PATIENCE).untilAsserted(() -> operator.get(path)
                .expect(200));
    }

    private void goesAndReturns(String feature, String path, Api caller) throws IOException {
        caller.get(tenant.path() + path).expect(200);
        run("feature:stop " + feature);
        try {
            await(path + " says that it is off").atMost(PATIENCE).untilAsserted(() -> caller.get(tenant.path() + path)
                    .expectProblem(503, "feature_off"));
            assertThat(caller.get(tenant.path() + path).text("/detail")).contains(feature);
            assertThat(state(feature)).as("state of %s at the console", feature).isEqualTo("resolved");
            assertThat(Api.nobody(server).get(tenant.path() + path).status()).isEqualTo(401);
            assertThat(Contract.of(server).operations())
                    .extracting(Contract.Operation::path)
                    .contains("/api/v1/tenants/{t}/contacts/search");
            if (!feature.equals("sightline-contacts")) {
                Answer found = caller.get(tenant.path() + "/contacts/search?q=ann");
                assertThat(found.status()).as("the search goes on").isEqualTo(200);
            }
            tenant.addUser("bob");
            tenant.primary()
                    .post(
                            tenant.path() + "/visibility/verify",
                            Json.of("{'subject_user_id':'ann','object_user_id':'bob'}"))
                    .expect(200);
            Api.nobody(server).get("//health/ready").expect(200);
        } finally {
            run("feature:start " + feature);
        }
        await(path + " returns").atMost(PATIENCE).untilAsserted(() -> caller.get(tenant.path() + path)
                .expect(200));
        assertThat(state(feature)).as("state of %s at the console", feature).isEqualTo("started");
        // An update of its bundle is no more than another start, and the rest does not notice.
        run("bundle:update org.sightline." + feature.substring("sightline-".length()));
        await(path + " returns after an update").atMost(PATIENCE).untilAsserted(() -> caller.get(tenant.path() + path)
                .expect(200));
        Api.nobody(server).get("//health/ready").expect(200);
        // Deleting the test's member shows that writing goes on, too.
        tenant.primary().delete(tenant.path() + "/users/bob").expect(204);
    }

    private String state(String feature) throws IOException {
        for (JsonNode each : Json.read(run("sightline:feature-list --json")).path("items")) {
            if (each.path("name").asText().equals(feature)) {
                assertThat(each.path("bundles").toString())
                        .contains("org.sightline." + feature.substring("sightline-".length()));
                return each.path("state").asText();
            }
        }
        throw new AssertionError("the console does not know " + feature);
    }

    private String run(String command) throws IOException {
        Console.Output output = console.run(command);
        assertThat(output.exit()).as("`%s` said: %s", command, output.output()).isZero();
        return output.output();
    }
}
