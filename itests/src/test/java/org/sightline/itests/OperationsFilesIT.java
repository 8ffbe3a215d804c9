package org.sightline.itests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.sightline.itests.server.Assembly;
import org.sightline.itests.server.Ports;
import org.sightline.itests.server.ServerUnderTest;
import org.sightline.itests.server.SharedServer;

/** What the assembly ships for systemd and for containers fits the assembly; no engine is needed to see that. */
@ExtendWith(SharedServer.class)
class OperationsFilesIT {

    private static final Path FOLDER = Assembly.home().resolve("operations");
    private static final Pattern IN_PROGRAM = Pattern.compile("/opt/sightline/([A-Za-z/]+)");

    @TempDir
    private Path folder;

    /** How a program ended, and what it printed. */
    private record Ended(int status, String printed) {}

    private Ended run(Map<String, String> environment, String... command) throws Exception {
        Path printed = Files.createTempFile(folder, "printed", ".txt");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(printed.toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        assertThat(process.waitFor(1, TimeUnit.MINUTES))
                .as("%s ends", List.of(command))
                .isTrue();
        return new Ended(process.exitValue(), Files.readString(printed));
    }

    @Test
    void systemdUnderstandsTheUnit() throws Exception {
        assumeTrue(
                Files.isExecutable(Path.of("/usr/bin/systemd-analyze")),
                "skipped: there is no systemd-analyze on this machine");
        Path unit = folder.resolve("sightline.service");
        Files.writeString(
                unit,
                Files.readString(FOLDER.resolve("sightline.service"))
                        .replace("/opt/sightline", Assembly.home().toString()));

        Ended verified = run(Map.of(), "/usr/bin/systemd-analyze", "verify", unit.toString());

        assertThat(verified.printed()).doesNotContain("sightline.service");
        assertThat(verified.status()).isZero();
    }

    @Test
    void theServiceIsNotRootAndWritesItsDataOnly() throws IOException {
        assertThat(Files.readString(FOLDER.resolve("sightline.service")).lines())
                .contains(
                        "User=sightline",
                        "ProtectSystem=strict",
                        "StateDirectory=sightline",
                        "Environment=SIGHTLINE_DATA=/var/lib/sightline",
                        "Environment=KARAF_EXEC=exec");
    }

    @Test
    void theContainerIsNotRootAndWritesItsDataOnly() throws IOException {
        assertThat(Files.readString(FOLDER.resolve("Containerfile")).lines())
                .contains("USER 10001:10001", "VOLUME /data", "COPY . /opt/sightline")
                .anyMatch(line -> line.contains("SIGHTLINE_DATA=/data"));
    }

    @Test
    void whatBothStartIsThere() throws IOException {
        for (String file : List.of("sightline.service", "Containerfile")) {
            Matcher named = IN_PROGRAM.matcher(Files.readString(FOLDER.resolve(file)));
            int programs = 0;
            while (named.find()) {
                assertThat(Assembly.home().resolve(named.group(1))).isExecutable();
                programs++;
            }
            assertThat(programs).as("programs that %s names", file).isPositive();
        }
    }

    @Test
    void theHealthCheckTellsAReadyServerFromNone(ServerUnderTest server) throws Exception {
        String script = Assembly.home().resolve("bin/healthy").toString();

        assertThat(run(Map.of("SIGHTLINE_HTTP_PORT", "" + server.httpPort()), script))
                .isEqualTo(new Ended(0, ""));
        assertThat(run(Map.of("SIGHTLINE_HTTP_PORT", "" + Ports.free()), script).status())
                .isNotZero();
    }
}
