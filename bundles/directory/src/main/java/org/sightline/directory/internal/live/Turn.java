package org.sightline.directory.internal.live;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;

/** Whose turn it is to change a tenant: first come, first served, and nobody waits for ever. */
final class Turn extends ReentrantLock {

    private static final long serialVersionUID = 1L;

    /** How long somebody waits; an import of a million members takes longer. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /**
     * How many may wait, over all tenants. Fewer than a web server has threads, so that readers get some when the
     * database hangs and each writer with it.
     */
    private static final int MOST_WAITING = 128;

    private static final AtomicInteger WAITING = new AtomicInteger();

    Turn() {
        super(true);
    }

    /** Waits for the turn; false when it does not come in time, or too many wait already. */
    boolean take() throws InterruptedException {
        // Unlike tryLock() this does not jump the queue.
        if (tryLock(0, TimeUnit.NANOSECONDS)) {
            return true;
        }
        try {
            return WAITING.incrementAndGet() <= MOST_WAITING && tryLock(PATIENCE.toNanos(), TimeUnit.NANOSECONDS);
        } finally {
            WAITING.decrementAndGet();
        }
    }
}
