package org.sightline.itests.durability;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.locks.LockSupport;
import org.awaitility.Awaitility;

/** All kinds of work at the same time, each in a thread of its own. */
final class Workers implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final long AFTER_FAILURE_NANOS = 20_000_000;

    private final List<Work> works;
    private final AtomicIntegerArray acknowledged;
    private final AtomicBoolean stop = new AtomicBoolean();
    private final ExecutorService threads;
    private final CompletableFuture<Void> running;

    /** Starts. */
    Workers(List<Work> works) {
        this.works = works;
        acknowledged = new AtomicIntegerArray(works.size());
        threads = Executors.newFixedThreadPool(works.size());
        List<CompletableFuture<Void>> all = new ArrayList<>();
        for (int work = 0; work < works.size(); work++) {
            int number = work;
            all.add(CompletableFuture.runAsync(() -> run(number), threads));
        }
        running = CompletableFuture.allOf(all.toArray(CompletableFuture[]::new));
    }

    private void run(int number) {
        while (!stop.get()) {
            if (works.get(number).step()) {
                acknowledged.incrementAndGet(number);
            } else {
                LockSupport.parkNanos(AFTER_FAILURE_NANOS);
            }
        }
    }

    /** Returns how many changes were acknowledged. */
    int acknowledged() {
        int sum = 0;
        for (int work = 0; work < works.size(); work++) {
            sum += acknowledged.get(work);
        }
        return sum;
    }

    /** Waits until so many changes were acknowledged. */
    void await(int changes) {
        awaitThat(changes + " changes acknowledged", () -> acknowledged() >= changes);
    }

    /** Waits until every kind of work made another change. */
    void awaitAnotherOfEach() {
        List<Integer> before = new ArrayList<>();
        for (int work = 0; work < works.size(); work++) {
            before.add(acknowledged.get(work));
        }
        for (int work = 0; work < works.size(); work++) {
            int number = work;
            awaitThat(
                    "another change of " + works.get(number).name(),
                    () -> acknowledged.get(number) > before.get(number));
        }
    }

    private void awaitThat(String what, Callable<Boolean> condition) {
        Awaitility.await(what)
                .atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(1))
                .until(() -> {
                    if (running.isDone()) {
                        running.join();
                    }
                    return condition.call();
                });
    }

    /** Lets everybody come to their end; fails when somebody was answered what must not be. */
    void end() {
        stop.set(true);
        try {
            running.join();
        } finally {
            threads.shutdown();
        }
    }

    @Override
    public void close() {
        stop.set(true);
        threads.shutdownNow();
    }
}
