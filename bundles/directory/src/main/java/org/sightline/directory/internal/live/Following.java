package org.sightline.directory.internal.live;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.sightline.directory.model.TenantKey;
import org.sightline.problem.ProblemException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings tenants in memory up to what other servers have made of them. Works on threads of its own, since a large tenant
 * must neither hold up the news of others nor anybody who reads.
 */
final class Following implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Following.class);
    private static final int THREADS = 2;

    private final Consumer<TenantKey> catchUp;
    private final Set<TenantKey> waiting = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS, task -> {
        Thread thread = new Thread(task, "sightline-following");
        thread.setDaemon(true);
        return thread;
    });

    Following(Consumer<TenantKey> catchUp) {
        this.catchUp = catchUp;
    }

    /** Follows a tenant soon; one that waits already is followed once. */
    void soon(TenantKey tenant) {
        if (!waiting.add(tenant)) {
            return;
        }
        try {
            threads.execute(() -> follow(tenant));
        } catch (RejectedExecutionException stopping) {
            LOG.debug("tenant {} is not followed any more", tenant, stopping);
        }
    }

    private void follow(TenantKey tenant) {
        // First: what happens from now on needs another look.
        waiting.remove(tenant);
        try {
            catchUp.accept(tenant);
        } catch (ProblemException later) {
            LOG.debug(
                    "tenant {} is gone, or its changes cannot be read now and will be with the next look",
                    tenant,
                    later);
        } catch (RuntimeException failure) {
            LOG.error("tenant {} does not follow other servers' changes; trying again", tenant, failure);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
