package org.sightline.itests;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.sightline.itests.http.Answer;
import org.sightline.itests.http.Json;
import org.sightline.itests.http.Tenant;
import org.sightline.itests.server.ServerUnderTest;

/** SIGTERM under load: who was let in is answered, who comes later is told to come again, nothing acknowledged is lost. */
class DrainIT {

    private static final int WRITERS = 6;
    private static final int IMPORTED = 15_000;
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final ConcurrentLinkedQueue<String> acknowledged = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<Answer> refused = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<UncheckedIOException> broken = new ConcurrentLinkedQueue<>();
    private final AtomicInteger number = new AtomicInteger();

    @Test
    void runningRequestsFinishAndNewOnesAreRefused() {
        ExecutorService threads = Executors.newFixedThreadPool(WRITERS + 1);
        try (ServerUnderTest server = new ServerUnderTest("drain").start()) {
            Tenant writing = Tenant.create(server, "pro");
            Tenant importing = Tenant.create(server, "pro");
            List<CompletableFuture<Void>> writers = new ArrayList<>();
            for (int writer = 0; writer < WRITERS; writer++) {
                writers.add(CompletableFuture.runAsync(() -> writeUntilRefused(writing), threads));
            }
            await("writers at work").atMost(PATIENCE).until(() -> acknowledged.size() > WRITERS * 3);
            try (BegunImport begun = new BegunImport(importing, IMPORTED)) {
                CompletableFuture<Void> stopping = CompletableFuture.runAsync(server::stop, threads);
                await("new requests are refused").atMost(PATIENCE).until(() -> !refused.isEmpty());
                assertThat(begun.finish()).isEqualTo("HTTP/1.1 200 OK");
                stopping.join();
            }
            writers.forEach(CompletableFuture::join);
            assertThat(broken)
                    .extracting(Throwable::getCause)
                    .as("why requests were cut off")
                    .isEmpty();
            refused.forEach(answer -> {
                answer.expectProblem(503, "unavailable");
                assertThat(answer.header("Retry-After")).isNotEmpty();
            });

            server.start();
            assertThat(Pages.all(writing.primary(), writing.path() + "/users?page_size=500", "user_id"))
                    .containsAll(acknowledged)
                    .hasSize(acknowledged.size() + 1);
            assertThat(Pages.all(importing.primary(), importing.path() + "/users?page_size=500", "user_id"))
                    .hasSize(IMPORTED + 1);
        } finally {
            threads.shutdownNow();
        }
    }

    private void writeUntilRefused(Tenant tenant) {
        Optional<Answer> answer = write(tenant);
        while (answer.isPresent() && answer.get().status() == 201) {
            answer = write(tenant);
        }
        answer.ifPresent(refused::add);
    }

    /** Returns the answer; empty when the port is closed already. */
    private Optional<Answer> write(Tenant tenant) {
        String id = "u" + number.incrementAndGet();
        try {
            Answer answer =
                    tenant.primary().post(tenant.path() + "/users", Json.of("{'user_id':'%s','name':'New'}", id));
            if (answer.status() == 201) {
                acknowledged.add(id);
            }
            return Optional.of(answer);
        } catch (UncheckedIOException failed) {
            if (!(failed.getCause() instanceof ConnectException)) {
                broken.add(failed);
            }
            return Optional.empty();
        }
    }

    /** An import of which the server has the head, and waits for the body. */
    private static final class BegunImport implements AutoCloseable {

        private final Socket socket;
        private final BufferedReader in;
        private final byte[] body;

        BegunImport(Tenant tenant, int members) {
            body = IntStream.range(0, members)
                    .mapToObj(i -> Json.of("{'kind':'user','user_id':'i%s','name':'Imported'}", i))
                    .collect(Collectors.joining("\n"))
                    .getBytes(UTF_8);
            HttpRequest request = tenant.primary()
                    .request(tenant.path() + "/directory/import")
                    .build();
            String authorization = request.headers().firstValue("Authorization").orElseThrow();
            String head = String.join(
                    "\r\n",
                    "POST " + request.uri().getPath() + " HTTP/1.1",
                    "Host: 127.0.0.1",
                    "Authorization: " + authorization,
                    "Content-Type: application/x-ndjson",
                    "Content-Length: " + body.length,
                    "Expect: 100-continue",
                    "Connection: close",
                    "",
                    "");
            try {
                socket = new Socket(
                        InetAddress.getLoopbackAddress(), request.uri().getPort());
                in = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
                socket.getOutputStream().write(head.getBytes(UTF_8));
                assertThat(in.readLine()).isEqualTo("HTTP/1.1 100 Continue");
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }

        /** Sends the body; returns the status line of the answer. */
        String finish() {
            try {
                socket.getOutputStream().write(body);
                // The end of the head of the first answer.
                assertThat(in.readLine()).isEmpty();
                return in.readLine();
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }

        @Override
        public void close() {
            try {
                socket.close();
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
    }
}
