package org.sightline.access.internal;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.sightline.access.SecretBox;
import org.sightline.health.Health;
import org.sightline.health.HealthCheck;
import org.sightline.store.SealedSecretStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks whether the server's key is the one that sealed what is kept: a key that was lost is made anew at the next start,
 * another server on the same database may have one of its own, and a restore may have accepted it. Trying all takes a
 * moment, so it is done beside, at the start and then once in a while.
 */
@Component(immediate = true)
public final class ServerKeyCheck implements HealthCheck {

    private static final Logger LOG = LoggerFactory.getLogger(ServerKeyCheck.class);
    private static final int SECONDS_BETWEEN = 60;

    private final SealedSecretStore store;
    private final SecretBox box;
    private final ScheduledExecutorService timer;
    private volatile Health health = Health.UP;

    /** Begins to look. */
    @Activate
    public ServerKeyCheck(@Reference(name = "store") SealedSecretStore store, @Reference(name = "box") SecretBox box) {
        this.store = store;
        this.box = box;
        this.timer = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "sightline-server-key");
            thread.setDaemon(true);
            return thread;
        });
        var unused = timer.scheduleWithFixedDelay(this::tryAll, 0, SECONDS_BETWEEN, TimeUnit.SECONDS);
    }

    /** Tries all secrets; when the database is away, what was found before stands. */
    void tryAll() {
        try {
            Health found = UnreadableSecrets.of(store, box).health();
            if (!found.equals(health)) {
                LOG.warn("{}", found.detail().isEmpty() ? "the server's key opens all that is sealed" : found.detail());
            }
            health = found;
        } catch (RuntimeException failure) {
            // Thrown on, it would end the schedule for good.
            LOG.debug("sealed secrets cannot be looked at; the next try is in {} s", SECONDS_BETWEEN, failure);
        }
    }

    @Override
    public String part() {
        return "server_key";
    }

    @Override
    public Health look() {
        return health;
    }

    @Deactivate
    void stop() {
        timer.shutdownNow();
    }
}
