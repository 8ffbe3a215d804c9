package org.sightline.itests.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.sightline.itests.server.ServerUnderTest;

/** A caller of the REST interface: paths below {@code /api/v1}, headers that go with every request. */
public final class Api {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final ServerUnderTest server;
    private final Map<String, String> headers;

    private Api(ServerUnderTest server, Map<String, String> headers) {
        this.server = server;
        this.headers = Map.copyOf(headers);
    }

    /** Returns a caller who shows no token. */
    public static Api nobody(ServerUnderTest server) {
        return new Api(server, Map.of());
    }

    /** Returns a caller with the operator's token. */
    public static Api operator(ServerUnderTest server) {
        return nobody(server).token(server.operatorToken());
    }

    /** Returns this caller with another token. */
    public Api token(String token) {
        return with("Authorization", "Bearer " + token);
    }

    /** Returns this caller with one more header. */
    public Api with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Api(server, more);
    }

    /** Returns the server that is asked. */
    public ServerUnderTest server() {
        return server;
    }

    public Answer get(String path) {
        return send("GET", path, null, null);
    }

    public Answer delete(String path) {
        return send("DELETE", path, null, null);
    }

    public Answer post(String path, String body) {
        return send("POST", path, "application/json", body);
    }

    public Answer put(String path, String body) {
        return send("PUT", path, "application/json", body);
    }

    public Answer patch(String path, String body) {
        return send("PATCH", path, "application/merge-patch+json", body);
    }

    /** Sends a request; a path that starts with two slashes is taken from the server's root. */
    public Answer send(String method, String path, String mediaType, String body) {
        String whole = path.startsWith("//") ? path.substring(1) : "/api/v1" + path;
        HttpRequest.Builder request = HttpRequest.newBuilder(server.uri(whole)).timeout(PATIENCE);
        headers.forEach(request::header);
        if (mediaType != null) {
            request.header("Content-Type", mediaType);
        }
        request.method(
                method,
                Optional.ofNullable(body)
                        .map(text -> BodyPublishers.ofString(text, StandardCharsets.UTF_8))
                        .orElse(BodyPublishers.noBody()));
        try {
            HttpResponse<String> response = server.http().send(request.build(), Api::body);
            Answer answer =
                    new Answer(method + " " + whole, response.statusCode(), response.headers(), response.body());
            Contract.of(server).check(method, whole, answer);
            return answer;
        } catch (IOException failed) {
            throw new UncheckedIOException(method + " " + whole, failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", interrupted);
        }
    }

    /** A stream of events has no end; that it began is all that can be said. */
    private static HttpResponse.BodySubscriber<String> body(HttpResponse.ResponseInfo answer) {
        boolean isStream =
                answer.headers().firstValue("Content-Type").orElse("").startsWith("text/event-stream");
        return isStream
                ? BodySubscribers.mapping(BodySubscribers.ofInputStream(), Api::close)
                : BodySubscribers.ofString(StandardCharsets.UTF_8);
    }

    private static String close(InputStream stream) {
        try {
            stream.close();
            return ": begun";
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Returns a request with this caller's headers, for what {@link #send} does not do. */
    public HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.uri("/api/v1" + path));
        headers.forEach(request::header);
        return request;
    }
}
