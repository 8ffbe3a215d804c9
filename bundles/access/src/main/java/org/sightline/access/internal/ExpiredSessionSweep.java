package org.sightline.access.internal;

import java.time.Clock;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.sightline.store.SessionStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Removes expired sessions from the store, now and then; nobody gets in with them anyway. */
@Component(
        service = {},
        immediate = true)
public final class ExpiredSessionSweep {

    private static final Logger LOG = LoggerFactory.getLogger(ExpiredSessionSweep.class);
    private static final int MINUTES_BETWEEN = 10;

    private final SessionStore store;
    private final Clock clock;
    private final ScheduledExecutorService timer;

    /** Begins sweeping. */
    @Activate
    public ExpiredSessionSweep(@Reference(name = "store") SessionStore store, @Reference(name = "clock") Clock clock) {
        this.store = store;
        this.clock = clock;
        this.timer = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "sightline-session-sweep");
            thread.setDaemon(true);
            return thread;
        });
        var unused = timer.scheduleWithFixedDelay(this::sweep, 1, MINUTES_BETWEEN, TimeUnit.MINUTES);
    }

    /** Removes what has expired by now. */
    void sweep() {
        try {
            store.removeExpired(clock.instant());
        } catch (RuntimeException failure) {
            // Thrown on, it would end the schedule for good.
            LOG.warn("expired sessions could not be removed; the next try is in {} minutes", MINUTES_BETWEEN, failure);
        }
    }

    @Deactivate
    void stop() {
        timer.shutdownNow();
    }
}
