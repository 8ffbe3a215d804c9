package org.sightline.apps.internal.tokens;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.sightline.store.AppTokenStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Removes expired tokens from the store, now and then; nobody gets in with them anyway. */
@Component(
        service = {},
        immediate = true)
public final class ExpiredTokenSweep {

    private static final Logger LOG = LoggerFactory.getLogger(ExpiredTokenSweep.class);
    private static final int MINUTES_BETWEEN = 10;

    /** Longer than any exchange takes that began in time. */
    private static final Duration GRACE = Duration.ofMinutes(5);

    private final AppTokenStore store;
    private final Clock clock;
    private final ScheduledExecutorService timer;

    /** Begins sweeping. */
    @Activate
    public ExpiredTokenSweep(@Reference(name = "store") AppTokenStore store, @Reference(name = "clock") Clock clock) {
        this.store = store;
        this.clock = clock;
        this.timer = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "sightline-token-sweep");
            thread.setDaemon(true);
            return thread;
        });
        var unused = timer.scheduleWithFixedDelay(this::sweep, 1, MINUTES_BETWEEN, TimeUnit.MINUTES);
    }

    /** Removes what has expired by now. */
    void sweep() {
        try {
            store.removeExpired(clock.instant().minus(GRACE));
        } catch (RuntimeException failure) {
            // Thrown on, it would end the schedule for good.
            LOG.warn("expired tokens could not be removed; the next try is in {} minutes", MINUTES_BETWEEN, failure);
        }
    }

    @Deactivate
    void stop() {
        timer.shutdownNow();
    }
}
