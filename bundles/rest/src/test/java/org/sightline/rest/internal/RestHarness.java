package org.sightline.rest.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.glassfish.jersey.internal.MapPropertiesDelegate;
import org.glassfish.jersey.server.ApplicationHandler;
import org.glassfish.jersey.server.ContainerRequest;
import org.glassfish.jersey.server.ContainerResponse;
import org.glassfish.jersey.server.ResourceConfig;
import org.sightline.json.Json;
import org.sightline.rest.internal.guard.BodyLimits;
import org.sightline.rest.internal.guard.RateLimits;
import org.sightline.rest.internal.idempotency.Idempotency;
import org.sightline.rest.internal.problem.Refusals;

/** The REST interface without a network. */
final class RestHarness {

    /** Held, so that its level is kept: Jersey warns of what is meant. */
    private static final Logger JERSEY = Logger.getLogger("org.glassfish.jersey");

    static {
        JERSEY.setLevel(Level.SEVERE);
    }

    final FakeSnapshots snapshots = new FakeSnapshots();
    final FakeSessions sessions = new FakeSessions();
    final ProbeResource probe = new ProbeResource();
    final LosableAnswers answers = new LosableAnswers();
    private final ApplicationHandler handler;

    /** How far the clock of kept answers is ahead. */
    Duration later = Duration.ZERO;

    RestHarness() {
        this(0);
    }

    RestHarness(int requestsPerSecond) {
        this(requestsPerSecond, snapshots -> new Object[0]);
    }

    /** With further resources, made for the states of this harness. */
    RestHarness(int requestsPerSecond, java.util.function.Function<FakeSnapshots, Object[]> resources) {
        snapshots.put(FakeDirectory.snapshot("acme", 7, 25));
        snapshots.put(FakeDirectory.snapshot("other", 3, 2));
        RestInterface around = new RestInterface(
                sessions,
                snapshots,
                new FakeHistory(snapshots),
                Clock.systemUTC(),
                new Idempotency(answers, () -> Instant.now().plus(later)),
                new RateLimits(requestsPerSecond, new StandingTime()),
                new BodyLimits(1000, 2000),
                new Refusals("sales@example.org"),
                ProbeResource.permissions());
        handler = new ApplicationHandler(
                new ResourceConfig().register(around).register(probe).registerInstances(resources.apply(snapshots)));
    }

    /** An answer with its body read. */
    record Answer(ContainerResponse response, String text) {

        int status() {
            return response.getStatus();
        }

        JsonNode json() {
            return Json.read(text, JsonNode.class);
        }

        String header(String name) {
            return response.getHeaderString(name);
        }

        String code() {
            return json().path("code").asText();
        }
    }

    Answer get(String path, String token) {
        return send("GET", path, token, null, Map.of());
    }

    Answer get(String path, String token, Map<String, String> headers) {
        return send("GET", path, token, null, headers);
    }

    Answer post(String path, String token, String body, Map<String, String> headers) {
        return send("POST", path, token, body, headers);
    }

    Answer send(String method, String path, String token, String body, Map<String, String> headers) {
        ContainerRequest request = new ContainerRequest(
                URI.create("http://localhost/"),
                URI.create("http://localhost/" + path),
                method,
                null,
                new MapPropertiesDelegate(),
                null);
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        if (body != null) {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            request.header("Content-Type", "application/json");
            request.header("Content-Length", bytes.length);
            request.setEntityStream(new ByteArrayInputStream(bytes));
        }
        headers.forEach((name, value) -> request.getHeaders().putSingle(name, value));
        request.getHeaders().values().removeIf(values -> values.contains(""));
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        try {
            ContainerResponse response = handler.apply(request, written).get();
            return new Answer(response, written.toString(StandardCharsets.UTF_8));
        } catch (InterruptedException | java.util.concurrent.ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
