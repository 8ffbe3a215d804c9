package org.sightline.itests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.sightline.itests.server.Assembly;
import org.sightline.itests.server.Ports;
import org.sightline.itests.server.TestDatabases;

/** {@code ./run} from a checkout: samples are there, the requests it prints work, SIGTERM ends it. */
class RunIT {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    @Test
    void startsWithSamplesPrintsRequestsThatWorkAndStops() throws Exception {
        // The reactor has just built the assembly; without this mark ./run would build it once more.
        Path built = ROOT.resolve("karaf-assembly/target/assembly/.built");
        Files.deleteIfExists(built);
        Files.createFile(built);
        Path folder = Files.createDirectories(Assembly.home().resolveSibling("run"));
        Path output = folder.resolve("output");
        ProcessBuilder builder = new ProcessBuilder(ROOT.resolve("run").toString())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().putAll(TestDatabases.of("run"));
        builder.environment().put("SIGHTLINE_DATA", folder.resolve("data").toString());
        builder.environment().put("SIGHTLINE_HTTP_PORT", Integer.toString(Ports.free()));
        builder.environment().put("SIGHTLINE_SSH_PORT", "0");
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        Process run = builder.start();
        try {
            await("./run says that the server is ready")
                    .atMost(Duration.ofMinutes(2))
                    .failFast("./run ended", () -> !run.isAlive())
                    .until(() -> Files.readString(output).contains("/visibility/sees/"));
            List<String> requests = Files.readString(output)
                    .lines()
                    .dropWhile(line -> !line.startsWith("Three requests"))
                    .skip(1)
                    .takeWhile(line -> line.startsWith("  "))
                    .toList();
            assertThat(requests).hasSize(3);
            String answers = paste(requests.stream().collect(Collectors.joining("\necho\n")), folder);
            assertThat(answers)
                    .contains("\"visible\":false")
                    .contains("\"items\"")
                    .doesNotContain("\"code\"");
        } finally {
            run.destroy();
            assertThat(run.waitFor(1, TimeUnit.MINUTES))
                    .as("./run ends after SIGTERM")
                    .isTrue();
        }
    }

    private static String paste(String script, Path folder) throws IOException, InterruptedException {
        Path answers = folder.resolve("answers");
        Process bash = new ProcessBuilder("bash", "-c", "set -eu\n" + script)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(answers.toFile())
                .start();
        assertThat(bash.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(bash.exitValue()).as(Files.readString(answers)).isZero();
        return Files.readString(answers);
    }
}
