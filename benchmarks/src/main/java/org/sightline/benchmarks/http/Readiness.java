package org.sightline.benchmarks.http;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Waits until a path is answered as it should be. */
final class Readiness {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final long POLL_MILLIS = 20;

    private Readiness() {}

    /** Waits until a GET of the path is answered with 200. */
    static void await(URI path) throws IOException, InterruptedException {
        await(HttpRequest.newBuilder(path).build());
    }

    /** Waits until an empty POST to the path is answered with 200. */
    static void awaitPost(URI path) throws IOException, InterruptedException {
        await(HttpRequest.newBuilder(path).POST(BodyPublishers.noBody()).build());
    }

    private static void await(HttpRequest request) throws IOException, InterruptedException {
        HttpClient client = HttpClient.newHttpClient();
        until(
                request.uri().toString(),
                () -> client.send(request, BodyHandlers.discarding()).statusCode() == 200);
    }

    /** Something that may not work yet. */
    @FunctionalInterface
    interface Condition {

        /** Whether it holds; an exception means that it does not yet. */
        boolean holds() throws IOException, InterruptedException;
    }

    /** Waits until the condition holds. */
    static void until(String what, Condition condition) throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        IOException last = null;
        while (System.nanoTime() < end) {
            try {
                if (condition.holds()) {
                    return;
                }
            } catch (IOException notYet) {
                last = notYet;
            }
            Thread.sleep(POLL_MILLIS);
        }
        throw new IOException("not within " + PATIENCE + ": " + what, last);
    }
}
