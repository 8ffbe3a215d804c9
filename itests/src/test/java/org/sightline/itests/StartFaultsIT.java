package org.sightline.itests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.sightline.itests.http.Answer;
import org.sightline.itests.http.Api;
import org.sightline.itests.http.Tenant;
import org.sightline.itests.server.ServerUnderTest;
import org.sightline.itests.server.SmallDisk;

/** Starts that cannot go well: each says what is wrong and what to do, harms nothing, and goes on once it is mended. */
class StartFaultsIT {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** On Derby, whatever other tests of this run use. */
    private static ServerUnderTest onDerby(String name) {
        return new ServerUnderTest(name).with("SIGHTLINE_JDBC_URL", "");
    }

    private static void awaitEnd(ServerUnderTest server) {
        await("the process ends").atMost(PATIENCE).until(() -> !server.isRunning());
    }

    private static void awaitPart(ServerUnderTest server, String part, String... words) {
        await("`" + part + "` names " + String.join(", ", words))
                .atMost(PATIENCE)
                .ignoreException(java.io.UncheckedIOException.class)
                .until(() -> detail(server, part), detail -> {
                    for (String word : words) {
                        if (!detail.contains(word)) {
                            return false;
                        }
                    }
                    return true;
                });
    }

    private static String detail(ServerUnderTest server, String part) {
        for (JsonNode each : server.health().path("components")) {
            if (each.path("name").asText().equals(part)) {
                return each.path("detail").asText();
            }
        }
        return "";
    }

    @Test
    void aSecondServerDoesNotHarmTheFirst() throws IOException {
        try (ServerUnderTest first = onDerby("first").start();
                ServerUnderTest sameFolder = onDerby("first");
                ServerUnderTest sameDatabase = new ServerUnderTest("second")
                        .with("SIGHTLINE_JDBC_URL", "jdbc:derby:" + first.data().resolve("db/sightline"))) {
            Tenant tenant = Tenant.create(first, "pro");
            sameFolder.launch();
            awaitEnd(sameFolder);
            assertThat(sameFolder.console())
                    .contains("already uses " + first.data())
                    .contains("set SIGHTLINE_DATA to another directory");

            sameDatabase.launch();
            awaitPart(sameDatabase, "database", "another server", "stop it");
            tenant.addUser("amy");

            first.stop();
            sameDatabase.awaitReady();
            Api sameBoss = Tenant.signIn(sameDatabase, tenant.key(), Tenant.PRIMARY);
            sameBoss.get(tenant.path() + "/users/amy").expect(200);
        }
    }

    @Test
    void wrongSettingsAreNamedWithFileAndKey() throws IOException {
        try (ServerUnderTest server = new ServerUnderTest("wrong-settings").with("SIGHTLINE_SMTP_PORT", "smtp")) {
            Path etc = Files.createDirectories(server.data().resolve("etc"));
            Path rest = etc.resolve("org.sightline.rest.cfg");
            Files.writeString(rest, "rate_limit_per_second = many\n");
            Path notifications = etc.resolve("org.sightline.notifications.cfg");
            Files.writeString(notifications, "keep_days = \\u00zz\n");
            server.launch();
            awaitPart(
                    server,
                    "settings",
                    "etc/org.sightline.rest.cfg: `rate_limit_per_second` is `many`, which is not a whole number",
                    "etc/org.sightline.mail.cfg: `port` is `smtp`",
                    "etc/org.sightline.notifications.cfg cannot be read: an escape");
            assertThat(server.log()).anyMatch(line -> line.contains("`rate_limit_per_second` is `many`"));

            Files.writeString(rest, "rate_limit_per_second = 0\nbody_limit_byte = 5\n");
            Files.writeString(notifications, "keep_days = 30\n");
            Files.writeString(etc.resolve("org.sightline.mail.cfg"), "host =\n");
            server.awaitReady();
            awaitPart(server, "settings", "nothing reads `body_limit_byte`");
        }
    }

    @Test
    void aWrongDatabaseAddressSaysWhatIsExpected() throws IOException {
        try (ServerUnderTest server =
                new ServerUnderTest("wrong-address").with("SIGHTLINE_JDBC_URL", "jdbc:oracle:x")) {
            server.launch();
            awaitPart(server, "components", "must begin with jdbc:derby: or jdbc:postgresql:");
        }
    }

    @Test
    void aWrongPortIsInTheLog() throws IOException {
        try (ServerUnderTest server = new ServerUnderTest("wrong-port").with("SIGHTLINE_HTTP_PORT", "eighty")) {
            server.launch();
            await("the log names file and key").atMost(PATIENCE).until(() -> server.log().stream()
                    .anyMatch(line ->
                            line.contains("etc/org.apache.felix.http.cfg: `org.osgi.service.http.port` is `eighty`")));
        }
    }

    @Test
    void anotherServerKeyLosesNothingButWhatItSealed() throws IOException {
        try (ServerUnderTest server = new ServerUnderTest("another-key").start()) {
            Tenant tenant = Tenant.create(server, "pro");
            String invitation = tenant.path() + "/trust/invitation";
            String code = tenant.primary().post(invitation, "{}").expect(201).text("/code");
            Path key = server.data().resolve("server.key");
            Path kept = server.data().resolve("server.key.kept");
            server.stop();

            Files.move(key, kept);
            server.start();
            Answer refused = tenant.primary().get(invitation).expectProblem(503, "unavailable");
            assertThat(refused.text("/detail"))
                    .contains("another server key")
                    .contains("give this server the same key");
            tenant.addUser("amy");
            awaitPart(
                    server, "server_key", "invitation codes, which nobody can use or see: 1", "put the old server.key");
            assertThat(server.health().path("state").asText()).isEqualTo("degraded");
            assertThat(server.log())
                    .anyMatch(line ->
                            line.contains("| WARN ") && line.contains("does not open what another one has sealed"));
            server.stop();

            Files.writeString(key, "short");
            server.launch();
            awaitPart(server, "components", "the server's key has 5 characters; use at least 32");
            server.kill();

            Files.delete(key);
            Files.move(kept, key);
            server.start();
            assertThat(tenant.primary().get(invitation).expect(200).text("/code"))
                    .isEqualTo(code);
            tenant.primary().get(tenant.path() + "/users/amy").expect(200);
            assertThat(detail(server, "server_key")).isEmpty();
        }
    }

    @Test
    void aFolderThatCannotBeWrittenIsNamed() throws IOException {
        ServerUnderTest server = onDerby("read-only");
        try (SmallDisk disk = SmallDisk.at(server.data(), 1);
                server) {
            disk.setReadOnly(true);
            server.launch();
            awaitEnd(server);
            assertThat(server.console())
                    .contains("cannot write to the data directory " + server.data())
                    .contains("or set SIGHTLINE_DATA");
        }
    }
}
