package org.sightline.itests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sightline.itests.http.Api;
import org.sightline.itests.http.Json;
import org.sightline.itests.http.Tenant;
import org.sightline.itests.server.Console;
import org.sightline.itests.server.ServerUnderTest;
import org.sightline.itests.server.VendorBundle;

/** What becomes of a shadow when the server starts anew, and when the candidate's bundle goes (docs/concepts.md, "Shadow"). */
class ShadowLifeIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String TYPE = "on_trial";

    private static ServerUnderTest server;

    private final Tenant tenant = Tenant.create(server, "pro");
    private final String path = tenant.path() + "/visibility/shadow";

    @BeforeAll
    static void startServer() {
        server = new ServerUnderTest("shadow-life").start();
    }

    @AfterAll
    static void stopServer() {
        server.close();
    }

    ShadowLifeIT() {
        tenant.addUser("amy");
        tenant.addUser("bob");
    }

    /** A rule that shows nobody, or fails. */
    private static Path drop(String version, String sight) throws IOException {
        return VendorBundle.mainRule(TYPE, version, sight).dropInto(server);
    }

    private static final String NOBODY = "return new Sight.ByDepartments(viewer -> new int[0]);";

    private void ask(int times) {
        IntStream.range(0, times).forEach(time -> assertThat(tenant.primary()
                        .post(
                                tenant.path() + "/visibility/verify",
                                Json.of("{'subject_user_id':'amy','object_user_id':'bob'}"))
                        .expect(200)
                        .json()
                        .path("visible")
                        .asBoolean())
                .as("no answer changes")
                .isTrue());
    }

    private JsonNode report() {
        return tenant.primary().get(path).expect(200).json();
    }

    private void awaitReport(String state, int compared) {
        await(state + ", " + compared + " compared")
                .atMost(PATIENCE)
                .until(() -> report().path("state").asText().equals(state)
                        && report().path("compared").asInt() == compared);
    }

    private static Tenant again(Tenant before) {
        return new Tenant(before.key(), before.path(), Tenant.signIn(server, before.key(), Tenant.PRIMARY));
    }

    @Test
    void goesOnAfterARestartWhoeverSetIt() throws IOException {
        tenant.primary().put(path, Json.of("{'main_rule':{'type':'nobody'}}")).expect(200);
        Tenant byConsole = Tenant.create(server, "pro");
        assertThat(Console.of(server)
                        .run("sightline:visibility-shadow --candidate nobody " + byConsole.key())
                        .exit())
                .isZero();
        ask(5);
        awaitReport("comparing", 5);
        JsonNode before = report();

        server.stop();
        server.start();
        assertThat(report()).as("the same after a stop").isEqualTo(before);
        ask(1);
        awaitReport("comparing", 6);

        server.kill();
        server.start();
        assertThat(report().path("compared").asInt())
                .as("after a crash; the last half second may be lost")
                .isBetween(5, 6);
        assertThat(report().path("since")).isEqualTo(before.path("since"));
        assertThat(report().at("/samples/lost").toString()).isEqualTo("[[\"amy\",\"bob\"]]");
        assertThat(again(byConsole)
                        .primary()
                        .get(byConsole.path() + "/visibility/shadow")
                        .expect(200)
                        .text("/main_rule/type"))
                .isEqualTo("nobody");
    }

    @Test
    void waitsForItsBundleAndGoesOnWhenItReturns() throws IOException {
        Path deployed = drop("1.0.0", NOBODY);
        try {
            await("the rule is offered")
                    .atMost(PATIENCE)
                    .until(() -> tenant.primary()
                                    .put(path, Json.of("{'main_rule':{'type':'%s'}}", TYPE))
                                    .status()
                            == 200);
            ask(2);
            awaitReport("comparing", 2);

            Files.delete(deployed);
            awaitReport("missing", 2);
            ask(3);
            assertThat(report().path("detail").asText()).contains(TYPE);
            isWell();
            server.stop();
            server.start();
            awaitReport("missing", 2);
            isWell();

            drop("1.0.0", NOBODY);
            awaitReport("comparing", 2);
            ask(2);
            awaitReport("comparing", 4);

            drop("1.0.1", "throw new IllegalStateException(\"out of order\");");
            await("it fails").atMost(PATIENCE).until(() -> {
                ask(1);
                return report().path("state").asText().equals("failed");
            });
            assertThat(report().path("detail").asText()).contains("out of order");
            isWell();
        } finally {
            Files.deleteIfExists(deployed);
        }
        await("without its bundle")
                .atMost(PATIENCE)
                .until(() -> report().path("state").asText().equals("missing"));
        tenant.primary().delete(path).expect(204);
    }

    /** A candidate has chosen nothing for anybody, so its trouble is not the server's. */
    private static void isWell() {
        assertThat(Api.nobody(server).get("//health/ready").expect(200).text("/state"))
                .isEqualTo("ready");
    }
}
