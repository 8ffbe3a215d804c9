package org.sightline.notifications.internal.delivery;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sightline.directory.model.TenantKey;
import org.sightline.spi.Card;
import org.sightline.spi.NotificationChannel;

/**
 * A channel with threads of its own. It serves each tenant one card after the other, and several tenants at the same
 * time. A tenant whose receiver failed rests, and those who failed last time get half of the threads at most, so that
 * slow and dead receivers do not keep the others waiting. A channel that hangs uses up its own threads and nothing else.
 */
final class Post implements AutoCloseable {

    private static final int THREADS = 16;
    private static final int THREADS_FOR_FAILING = THREADS / 2;
    private static final int IDLE_SECONDS = 30;

    private final NotificationChannel channel;
    private final InstantSource clock;
    private final ThreadPoolExecutor threads;
    private final Map<TenantKey, Line> lines = new HashMap<>();
    private int busyForFailing;

    Post(String id, NotificationChannel channel, InstantSource clock) {
        this.channel = channel;
        this.clock = clock;
        this.threads =
                new ThreadPoolExecutor(0, THREADS, IDLE_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(), task -> {
                    Thread thread = new Thread(task, "sightline-channel-" + id);
                    thread.setDaemon(true);
                    return thread;
                });
    }

    /** Whether the channel is this service. */
    boolean isOf(NotificationChannel service) {
        return channel == service;
    }

    /** Prepares an attempt on the present thread. */
    Attempt attempt(Card card, Duration limit, Consumer<@Nullable String> end) {
        return new Attempt(() -> channel.deliver(card), limit, end);
    }

    /** Runs work for a tenant when it is not being served, does not rest, and a thread is free; otherwise does nothing. */
    void serve(TenantKey tenant, Runnable work) {
        Line line = take(tenant);
        if (line == null) {
            return;
        }
        try {
            threads.execute(() -> {
                try {
                    work.run();
                } finally {
                    give(tenant, line);
                }
            });
        } catch (RejectedExecutionException allBusy) {
            give(tenant, line);
        }
    }

    private synchronized @Nullable Line take(TenantKey tenant) {
        Line line = lines.computeIfAbsent(tenant, key -> new Line());
        if (line.busy || clock.instant().isBefore(line.restsUntil)) {
            return null;
        }
        line.amongFailing = line.failures > 0;
        if (line.amongFailing && busyForFailing >= THREADS_FOR_FAILING) {
            return null;
        }
        busyForFailing += line.amongFailing ? 1 : 0;
        line.busy = true;
        return line;
    }

    private synchronized void give(TenantKey tenant, Line line) {
        busyForFailing -= line.amongFailing ? 1 : 0;
        line.busy = false;
        if (line.failures == 0) {
            lines.remove(tenant, line);
        }
    }

    /** Notes that a tenant's receiver took a card. */
    synchronized void arrived(TenantKey tenant) {
        lines.computeIfPresent(tenant, (key, line) -> {
            line.failures = 0;
            return line;
        });
    }

    /** Lets a tenant rest after a failure; the more in a row, the longer. */
    synchronized void failed(TenantKey tenant, String reason, Patience patience) {
        lines.computeIfPresent(tenant, (key, line) -> {
            line.failures++;
            line.reason = reason;
            line.restsUntil = clock.instant().plus(patience.pause(line.failures));
            return line;
        });
    }

    /** Returns of how many tenants the last card did not go out. */
    synchronized int failing() {
        return (int) lines.values().stream().filter(line -> line.failures > 0).count();
    }

    /** Returns why the last card of some tenant did not go out; empty when there is no such tenant. */
    synchronized String trouble() {
        return lines.values().stream()
                .filter(line -> line.failures > 0)
                .map(line -> line.reason)
                .findFirst()
                .orElse("");
    }

    /** Whether nobody is being served. */
    synchronized boolean isIdle() {
        return lines.values().stream().noneMatch(line -> line.busy);
    }

    /** Interrupts what runs. */
    @Override
    public void close() {
        threads.shutdownNow();
    }

    /** How one tenant's receiver fares. */
    private static final class Line {

        private boolean busy;
        private boolean amongFailing;
        private int failures;
        private String reason = "";
        private Instant restsUntil = Instant.MIN;
    }
}
