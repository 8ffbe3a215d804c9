package org.sightline.benchmarks.http;

import java.io.IOException;
import java.net.URI;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;
import org.sightline.benchmarks.engine.Pairs;

/** Somebody who asks one question after the other while others change the rules. */
final class Reader implements AutoCloseable {

    private static final int QUESTIONS = 1 << 12;

    private final Connection connection;
    private final byte[][] questions = new byte[QUESTIONS][];
    private volatile boolean reading = true;
    private @Nullable CompletableFuture<long[]> running;

    Reader(URI server, Tenant tenant, Pairs pairs) throws IOException {
        connection = new Connection(server);
        Arrays.setAll(questions, pair -> tenant.verify(pairs.viewer(pair), pairs.target(pair)));
    }

    void start() {
        running = CompletableFuture.supplyAsync(this::read);
    }

    private long[] read() {
        long[] times = new long[1 << 20];
        int count = 0;
        try {
            while (reading && count < times.length) {
                long start = System.nanoTime();
                connection.ask(questions[count % QUESTIONS]);
                times[count++] = System.nanoTime() - start;
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return Arrays.copyOf(times, count);
    }

    /** Returns what each answer took, in nanoseconds. */
    long[] stop() throws ExecutionException, InterruptedException {
        reading = false;
        CompletableFuture<long[]> started = running;
        return started == null ? new long[0] : started.get();
    }

    @Override
    public void close() throws IOException {
        reading = false;
        connection.close();
    }
}
