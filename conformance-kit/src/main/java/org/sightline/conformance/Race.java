package org.sightline.conformance;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntFunction;

/** Lets threads do things at the same moment. */
final class Race {

    static final int THREADS = 4;

    private static final int LONGEST_WAIT_MILLIS = 200;

    private Race() {}

    /**
     * Runs four pieces of work at once.
     *
     * @param work by the number of the thread, from 0
     * @return what each gave back
     */
    static <T> List<T> run(String what, Duration limit, IntFunction<Callable<T>> work) {
        CyclicBarrier start = new CyclicBarrier(THREADS);
        return Limited.call(what, limit, () -> {
            List<FutureTask<T>> running = new ArrayList<>();
            for (int number = 0; number < THREADS; number++) {
                Callable<T> mine = work.apply(number);
                FutureTask<T> task = new FutureTask<>(() -> {
                    start.await();
                    return mine.call();
                });
                running.add(task);
                Thread thread = new Thread(task, "conformance-kit-race-" + number);
                thread.setDaemon(true);
                thread.start();
            }
            List<T> results = new ArrayList<>();
            for (FutureTask<T> task : running) {
                results.add(resultOf(task));
            }
            return results;
        });
    }

    /** Waits for all the others, but not for ever: a plug-in may have good reasons to let in one at a time. */
    static void meet(CyclicBarrier point) {
        try {
            point.await(LONGEST_WAIT_MILLIS, TimeUnit.MILLISECONDS);
        } catch (BrokenBarrierException | TimeoutException goOnAlone) {
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static <T> T resultOf(FutureTask<T> task) throws Exception {
        try {
            return task.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw e.getCause() instanceof Exception exception ? exception : e;
        }
    }
}
