package org.sightline.conformance;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Calls a plug-in as the server does: on a thread of its own, and only so long. */
final class Limited {

    private Limited() {}

    /**
     * Calls.
     *
     * @param what  the call, as failures name it
     * @param limit how long it may take
     * @throws AssertionError when it throws or takes longer; a failed check inside comes through as it is
     */
    static <T> T call(String what, Duration limit, Callable<T> work) {
        FutureTask<T> task = new FutureTask<>(work);
        Thread thread = new Thread(task, "conformance-kit");
        thread.setDaemon(true);
        thread.start();
        try {
            return task.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Broken broken) {
                throw broken;
            }
            throw new Broken(
                    what + " threw " + e.getCause(),
                    "The server puts aside what throws. Handle the case, or return an empty answer for it.",
                    e.getCause());
        } catch (TimeoutException e) {
            StackTraceElement[] stuck = thread.getStackTrace();
            thread.interrupt();
            throw new Broken(
                    what + " took longer than " + limit.toMillis() + " ms, and was then at "
                            + (stuck.length == 0 ? "its end" : stuck[0]),
                    "The server puts aside what overruns its limit. Do the work in one pass over the members, without "
                            + "waiting for anything outside.",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Broken(what + " was interrupted", "Run the test again.", e);
        }
    }
}
