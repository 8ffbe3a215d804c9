package org.sightline.visibility.internal.mainrule;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.sightline.problem.Codes;
import org.sightline.problem.Problem;
import org.sightline.problem.ProblemException;
import org.sightline.problem.ProblemKind;

/**
 * Runs vendors' code on threads of its own and waits only so long. Code that overruns is interrupted and left behind:
 * Java cannot stop it, but nobody waits for it any more.
 */
final class TimeLimit {

    private final Duration limit;
    private final ExecutorService threads;

    TimeLimit(Duration limit) {
        this.limit = limit;
        AtomicInteger count = new AtomicInteger();
        threads = Executors.newCachedThreadPool(work -> {
            Thread thread = new Thread(work, "main-rule-" + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * Runs the work.
     *
     * @throws VendorFailure when the work throws or takes too long
     */
    <T> T run(Callable<T> work) {
        Future<T> running = threads.submit(work);
        try {
            return running.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new VendorFailure("threw " + e.getCause(), e);
        } catch (TimeoutException e) {
            running.cancel(true);
            throw new VendorFailure("took longer than " + limit.toMillis() + " ms", e);
        } catch (InterruptedException e) {
            running.cancel(true);
            Thread.currentThread().interrupt();
            throw new ProblemException(
                    Problem.of(ProblemKind.UNAVAILABLE, Codes.UNAVAILABLE, "the server is stopping"), e);
        }
    }

    /** Interrupts whatever still runs; nothing can be run afterwards. */
    void close() {
        threads.shutdownNow();
    }
}
