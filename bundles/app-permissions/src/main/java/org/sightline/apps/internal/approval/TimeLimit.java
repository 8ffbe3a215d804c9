package org.sightline.apps.internal.approval;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
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
    private final ExecutorService threads = Executors.newCachedThreadPool(TimeLimit::thread);

    TimeLimit(Duration limit) {
        this.limit = limit;
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "sightline-approval-policy");
        thread.setDaemon(true);
        return thread;
    }

    /**
     * Runs the work.
     *
     * @throws Overrun when it throws or takes too long
     */
    <T> T run(Callable<T> work) throws Overrun {
        Future<T> running = threads.submit(work);
        try {
            return running.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new Overrun("threw " + e.getCause(), e);
        } catch (TimeoutException e) {
            running.cancel(true);
            throw new Overrun("took longer than " + limit.toMillis() + " ms", e);
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

    /** A vendor's code did not do what it promised. */
    static final class Overrun extends Exception {

        private static final long serialVersionUID = 1L;

        Overrun(String what, Throwable cause) {
            super(what, cause);
        }
    }
}
