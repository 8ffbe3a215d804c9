package org.sightline.visibility.internal.mainrule;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Looks after calls of vendors' code that requests wait for: those that are asked pair by pair. One that does not come
 * back within the limit fails its sight and is interrupted, so that the request goes on if the code lets it; and only so many
 * threads are inside at the same time, so that code which never lets go of them leaves enough for everybody else.
 */
final class PairWatch {

    /** How many threads may be inside vendors' code, of the two hundred that serve requests. */
    private static final int MOST_INSIDE = 32;

    private static final long WAIT_MILLIS = 50;

    private final Duration limit;
    private final Semaphore room = new Semaphore(MOST_INSIDE);
    private final Set<Call> inside = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService guard = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "main-rule-pair-watch");
        thread.setDaemon(true);
        return thread;
    });

    PairWatch(Duration limit) {
        this.limit = limit;
        long pause = Math.max(10, limit.toMillis() / 4);
        var unused = guard.scheduleWithFixedDelay(this::look, pause, pause, TimeUnit.MILLISECONDS);
    }

    /** A thread inside vendors' code. */
    static final class Call {

        private final Thread thread = Thread.currentThread();
        private final long since = System.nanoTime();
        private final Consumer<Throwable> onOverrun;
        private boolean over;
        private boolean givenUp;

        private Call(Consumer<Throwable> onOverrun) {
            this.onOverrun = onOverrun;
        }

        private synchronized boolean giveUp() {
            boolean first = !over && !givenUp;
            givenUp = givenUp || first;
            return first;
        }

        private synchronized void interruptIfInside() {
            if (!over) {
                thread.interrupt();
            }
        }

        private synchronized void leave() {
            over = true;
            if (givenUp) {
                // An interrupt was meant for the vendor's code, not for ours.
                Thread.interrupted();
            }
        }
    }

    /**
     * Lets the calling thread in when there is room.
     *
     * @param givenUp   whether the sight has failed, so that there is nothing to wait for
     * @param onOverrun told when the call overruns
     * @return null when the sight has failed meanwhile
     */
    @Nullable
    Call begin(BooleanSupplier givenUp, Consumer<Throwable> onOverrun) {
        try {
            while (!room.tryAcquire() && !room.tryAcquire(WAIT_MILLIS, TimeUnit.MILLISECONDS)) {
                if (givenUp.getAsBoolean()) {
                    return null;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
        Call call = new Call(onOverrun);
        inside.add(call);
        return call;
    }

    /** Notes that the call came back. */
    void end(Call call) {
        inside.remove(call);
        call.leave();
        room.release();
    }

    private void look() {
        long now = System.nanoTime();
        for (Call call : inside) {
            if (now - call.since > limit.toNanos() && call.giveUp()) {
                // First the failure, so that what the vendor answers to the interrupt does not count.
                call.onOverrun.accept(new TimeoutException("a pair took longer than " + limit.toMillis() + " ms"));
                call.interruptIfInside();
            }
        }
    }

    void close() {
        guard.shutdownNow();
    }
}
