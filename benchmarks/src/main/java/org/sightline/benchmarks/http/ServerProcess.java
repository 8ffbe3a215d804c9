package org.sightline.benchmarks.http;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A server of the assembly with a data directory of its own, started and stopped by this program. */
final class ServerProcess implements AutoCloseable {

    private static final long STOP_SECONDS = 60;

    private final Path assembly;
    private final Path data;
    private final URI address;
    private final String operatorToken;
    private final String javaOptions;
    private final Map<String, String> database;
    private @Nullable Process process;

    /** Prepares a server on its own Derby. */
    ServerProcess(Path assembly, Path data, int port, String operatorToken, String javaOptions) {
        this(assembly, data, port, operatorToken, javaOptions, Map.of());
    }

    /**
     * Prepares a server.
     *
     * @param assembly the unpacked assembly
     * @param data     its data directory
     * @param database the environment that names its database; empty for Derby in its data directory
     */
    ServerProcess(
            Path assembly,
            Path data,
            int port,
            String operatorToken,
            String javaOptions,
            Map<String, String> database) {
        this.assembly = assembly;
        this.data = data;
        this.operatorToken = operatorToken;
        this.javaOptions = javaOptions;
        this.database = database;
        address = URI.create("http://127.0.0.1:" + port);
    }

    URI address() {
        return address;
    }

    String operatorToken() {
        return operatorToken;
    }

    Path deployFolder() {
        return data.resolve("deploy");
    }

    void start() throws IOException {
        Files.createDirectories(data);
        ProcessBuilder builder = new ProcessBuilder(
                assembly.resolve("bin/karaf").toAbsolutePath().toString(), "server");
        builder.environment().keySet().removeIf(name -> name.startsWith("SIGHTLINE_"));
        builder.environment()
                .putAll(Map.of(
                        "SIGHTLINE_DATA",
                        data.toAbsolutePath().toString(),
                        "SIGHTLINE_HTTP_PORT",
                        Integer.toString(address.getPort()),
                        "SIGHTLINE_SSH_PORT",
                        "0",
                        "SIGHTLINE_RATE_LIMIT",
                        "0",
                        "SIGHTLINE_OPERATOR_TOKEN",
                        operatorToken,
                        "KARAF_EXEC",
                        "exec",
                        "JAVA_HOME",
                        System.getProperty("java.home"),
                        "JAVA_OPTS",
                        javaOptions));
        builder.environment().putAll(database);
        process = builder.redirectErrorStream(true)
                .redirectOutput(data.resolve("benchmark-output.txt").toFile())
                .start();
    }

    /** Returns how much processor time the server has used. */
    Duration processorTime() {
        Process running = process;
        return running == null
                ? Duration.ZERO
                : running.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    @Override
    public void close() throws InterruptedException {
        Process running = process;
        if (running != null) {
            running.destroy();
            if (!running.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                running.destroyForcibly().waitFor();
            }
        }
        process = null;
    }
}
