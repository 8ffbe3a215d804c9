package org.sightline.benchmarks.http;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * So many connections that send one prepared request after the other.
 *
 * @param server      where to
 * @param connections how many; each has a thread
 */
record Load(URI server, int connections) {

    private static final int FIRST_TIMES = 1 << 14;

    /**
     * What came of it.
     *
     * @param perSecond    answers a second over all connections
     * @param answers      how many answers
     * @param medianMicros what an answer took in the median
     */
    record Outcome(double perSecond, int answers, double medianMicros) {}

    /** Sends for so long; any answer that is not 200 is an error. */
    Outcome run(List<byte[]> requests, double seconds) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(connections);
        try {
            long start = System.nanoTime();
            long stop = start + (long) (seconds * 1e9);
            List<Callable<long[]>> work = new ArrayList<>();
            for (int number = 0; number < connections; number++) {
                int first = number * requests.size() / connections;
                work.add(() -> send(requests, first, stop));
            }
            List<long[]> times = new ArrayList<>();
            for (Future<long[]> done : threads.invokeAll(work)) {
                times.add(done.get());
            }
            double took = (System.nanoTime() - start) / 1e9;
            long[] all = times.stream().flatMapToLong(Arrays::stream).sorted().toArray();
            return new Outcome(all.length / took, all.length, all[all.length / 2] / 1e3);
        } finally {
            threads.shutdown();
            threads.awaitTermination(1, TimeUnit.MINUTES);
        }
    }

    private long[] send(List<byte[]> requests, int first, long stop) throws IOException {
        long[] times = new long[FIRST_TIMES];
        int count = 0;
        try (Connection connection = new Connection(server)) {
            int next = first;
            for (long now = System.nanoTime(); now < stop; ) {
                Connection.Answer answer = connection.ask(requests.get(next));
                if (answer.status() != 200) {
                    throw new IOException("answered " + answer.status());
                }
                long then = System.nanoTime();
                if (count == times.length) {
                    times = Arrays.copyOf(times, 2 * count);
                }
                times[count++] = then - now;
                now = then;
                next = next + 1 == requests.size() ? 0 : next + 1;
            }
        }
        return Arrays.copyOf(times, count);
    }
}
