package org.sightline.notifications.internal.inbox;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.sightline.directory.model.TenantKey;
import org.sightline.notifications.Inbox.Watch;
import org.sightline.notifications.Inbox.Watcher;
import org.sightline.notifications.internal.CommitBell;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Those who wait for cards. The bell tells at once what this server wrote; what another server wrote is found by looking
 * once a second, for tenants that somebody waits for.
 */
final class Watchers implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Watchers.class);

    private final ToLongFunction<TenantKey> newest;
    private final Runnable deaf;
    private final ScheduledExecutorService timer;
    private final Map<TenantKey, OfTenant> tenants = new HashMap<>();
    private boolean closed;

    Watchers(CommitBell bell, ToLongFunction<TenantKey> newest) {
        this.newest = newest;
        this.timer = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "sightline-notification-watch");
            thread.setDaemon(true);
            return thread;
        });
        this.deaf = bell.hear(this::tell);
        var unused = timer.scheduleWithFixedDelay(this::look, 1, 1, TimeUnit.SECONDS);
    }

    Watch add(TenantKey tenant, Watcher watcher) {
        boolean late;
        synchronized (this) {
            late = closed;
            if (!late) {
                tenants.computeIfAbsent(tenant, key -> new OfTenant()).watchers.add(watcher);
            }
        }
        if (late) {
            watcher.over();
        }
        return () -> remove(tenant, watcher);
    }

    private synchronized void remove(TenantKey tenant, Watcher watcher) {
        @Nullable OfTenant of = tenants.get(tenant);
        if (of != null && of.watchers.remove(watcher) && of.watchers.isEmpty()) {
            tenants.remove(tenant);
        }
    }

    private void tell(TenantKey tenant) {
        of(tenant).forEach(Watcher::somethingNew);
    }

    private synchronized List<Watcher> of(TenantKey tenant) {
        @Nullable OfTenant of = tenants.get(tenant);
        return of == null ? List.of() : new ArrayList<>(of.watchers);
    }

    /** Looks for cards that other servers wrote. */
    void look() {
        for (TenantKey tenant : watched()) {
            try {
                if (isNew(tenant, newest.applyAsLong(tenant))) {
                    tell(tenant);
                }
            } catch (RuntimeException failure) {
                // Thrown on, it would end the looking for good.
                LOG.debug("cannot look for new cards of tenant {}", tenant, failure);
            }
        }
    }

    private synchronized List<TenantKey> watched() {
        return new ArrayList<>(tenants.keySet());
    }

    private synchronized boolean isNew(TenantKey tenant, long number) {
        @Nullable OfTenant of = tenants.get(tenant);
        if (of == null || of.seen == number) {
            return false;
        }
        of.seen = number;
        return true;
    }

    @Override
    public void close() {
        deaf.run();
        timer.shutdownNow();
        List<Watcher> left = new ArrayList<>();
        synchronized (this) {
            closed = true;
            tenants.values().forEach(of -> left.addAll(of.watchers));
            tenants.clear();
        }
        left.forEach(Watcher::over);
    }

    /** Those who wait for one tenant's cards, and the newest card that was there when somebody last looked. */
    private static final class OfTenant {

        private final Set<Watcher> watchers = new HashSet<>();
        private long seen = -1;
    }
}
