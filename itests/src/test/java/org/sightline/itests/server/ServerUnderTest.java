package org.sightline.itests.server;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.core.ConditionTimeoutException;
import org.sightline.itests.http.Json;

/** One server process with its own data folder and ports; started as the operator's guide says. */
public final class ServerUnderTest implements AutoCloseable {

    private static final Duration START = Duration.ofMinutes(Integer.getInteger("itests.start-minutes", 2));
    private static final Duration STOP = Duration.ofMinutes(1);
    private static final int LOG_TAIL = 60;

    /** A server that lives for seconds spends more on the second compiler than it gets back: half of its processor time. */
    private static final String QUICK_START = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC";

    private final String name;
    private final Path data;
    private final Path home;
    private final int httpPort = Ports.free();
    private final int sshPort = Ports.free();
    private final Map<String, String> environment = new HashMap<>();
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    private Process process;

    /** Prepares a server that has never run. */
    public ServerUnderTest(String name) {
        this.name = name;
        this.data = Assembly.home().resolveSibling(name).resolve("data");
        this.home = Assembly.home().resolveSibling(name).resolve("home");
        environment.put("SIGHTLINE_DATA", data.toString());
        environment.put("SIGHTLINE_HTTP_PORT", Integer.toString(httpPort));
        environment.put("SIGHTLINE_SSH_PORT", Integer.toString(sshPort));
        environment.put("SIGHTLINE_TEST_MODE", "true");
        environment.put("SIGHTLINE_RATE_LIMIT", "0");
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        environment.put("HOME", home.toString());
        environment.put("EXTRA_JAVA_OPTS", QUICK_START);
        environment.putAll(TestDatabases.of(name));
        // Otherwise a signal ends the shell and leaves Java alone.
        environment.put("KARAF_EXEC", "exec");
    }

    /** Sets an environment variable for later starts. */
    public ServerUnderTest with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    /** Starts the process and waits until the server says that it is ready. */
    public ServerUnderTest start() {
        launch();
        try {
            awaitReady();
        } catch (AssertionError notReady) {
            process.destroyForcibly();
            throw notReady;
        }
        return this;
    }

    /** Sets environment variables for later starts. */
    public ServerUnderTest with(Map<String, String> variables) {
        environment.putAll(variables);
        return this;
    }

    /** Starts the process. */
    public void launch() {
        try {
            Files.createDirectories(home);
            ProcessBuilder builder = new ProcessBuilder(
                            Assembly.home().resolve("bin/karaf").toString(), "server")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(
                            home.resolveSibling("console.log").toFile()));
            builder.environment().keySet().removeIf(variable -> variable.startsWith("SIGHTLINE_"));
            builder.environment().putAll(environment);
            process = builder.start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Waits for {@code GET /health/ready} to answer 200; otherwise fails with what is missing and the log's end. */
    public void awaitReady() {
        try {
            await("server `" + name + "` ready")
                    .atMost(START)
                    .pollInterval(Duration.ofMillis(100))
                    .failFast("the server's process ended", () -> !process.isAlive())
                    .until(this::isReady);
        } catch (ConditionTimeoutException | org.awaitility.core.TerminalFailureException late) {
            throw new AssertionError(
                    late.getMessage() + "\nhealth: " + healthInWords() + "\nend of the log:\n"
                            + String.join("\n", logTail()),
                    late);
        }
    }

    private boolean isReady() {
        try {
            return get("/health/ready").statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    /** Returns what {@code GET /health/ready} says, ready or not. */
    public JsonNode health() {
        try {
            return Json.read(get("/health/ready").body());
        } catch (IOException unreachable) {
            throw new UncheckedIOException(unreachable);
        }
    }

    /** Returns what the process wrote to its standard streams, at earlier starts, too; empty before the first. */
    public String console() {
        Path console = home.resolveSibling("console.log");
        return Files.exists(console) ? read(console) : "";
    }

    private String healthInWords() {
        try {
            HttpResponse<String> answer = get("/health/ready");
            return answer.statusCode() + " " + answer.body();
        } catch (IOException unreachable) {
            return "no answer: " + unreachable;
        }
    }

    private HttpResponse<String> get(String path) throws IOException {
        try {
            return http.send(
                    HttpRequest.newBuilder(uri(path))
                            .timeout(Duration.ofSeconds(5))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", interrupted);
        }
    }

    /** Stops the server as an operating system does, and waits for its end. */
    public void stop() {
        process.destroy();
        awaitEnd();
    }

    /** Ends the process without giving it a chance to do anything. */
    public void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    private void awaitEnd() {
        try {
            if (!process.waitFor(STOP.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("the server did not stop within " + STOP + "; end of the log:\n"
                        + String.join("\n", logTail()));
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", interrupted);
        }
    }

    @Override
    public void close() {
        if (process != null && process.isAlive()) {
            stop();
        }
    }

    /** Whether the process is running. */
    public boolean isRunning() {
        return process.isAlive();
    }

    /** Returns the status with which the process ended. */
    public int exitValue() {
        return process.exitValue();
    }

    /** Returns the process id. */
    public long pid() {
        return process.pid();
    }

    /** Returns the address of a path. */
    public URI uri(String path) {
        return URI.create("http://127.0.0.1:" + httpPort + path);
    }

    /** Returns the port of HTTP. */
    public int httpPort() {
        return httpPort;
    }

    /** Returns the port of the remote console. */
    public int sshPort() {
        return sshPort;
    }

    /** Returns the client that all requests to this server share. */
    public HttpClient http() {
        return http;
    }

    /** Returns the data folder. */
    public Path data() {
        return data;
    }

    /** Returns the folder that the server takes for its user's home. */
    public Path userHome() {
        return home;
    }

    /** Returns where plug-ins are dropped. */
    public Path deployFolder() {
        return data.resolve("deploy");
    }

    /** Returns the token that the environment sets or the first start made. */
    public String operatorToken() {
        String given = environment.get("SIGHTLINE_OPERATOR_TOKEN");
        return given != null ? given : read(data.resolve("operator.token")).strip();
    }

    /** Returns the console's password that the first start made. */
    public String consolePassword() {
        return read(data.resolve("console.password")).strip();
    }

    /** Returns the log's lines, those of earlier starts included. */
    public List<String> log() {
        Path log = data.resolve("log/karaf.log");
        return Files.exists(log) ? read(log).lines().toList() : List.of();
    }

    private List<String> logTail() {
        List<String> lines = log();
        return lines.subList(Math.max(0, lines.size() - LOG_TAIL), lines.size());
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
