package org.sightline.rest.internal.health;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.sightline.health.Health;
import org.sightline.health.HealthCheck;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks at all parts at once, and not more often than once in a while, since anybody may ask. */
final class Examination {

    private static final Logger LOG = LoggerFactory.getLogger(Examination.class);
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final long FRESH_NANOS = Duration.ofMillis(500).toNanos();

    private final Executor executor;
    private final LongSupplier nanoTime;
    private @Nullable Findings last;
    private long lastAt;

    /**
     * Creates the examination.
     *
     * @param nanoTime such as {@link System#nanoTime}
     */
    Examination(Executor executor, LongSupplier nanoTime) {
        this.executor = executor;
        this.nanoTime = nanoTime;
    }

    /** Looks, unless somebody did a moment ago. */
    synchronized Findings of(List<HealthCheck> checks) {
        long now = nanoTime.getAsLong();
        Findings known = last;
        if (known == null || now - lastAt > FRESH_NANOS) {
            known = look(checks);
            last = known;
            lastAt = nanoTime.getAsLong();
        }
        return known;
    }

    private Findings look(List<HealthCheck> checks) {
        List<CompletableFuture<Finding>> running =
                checks.stream().map(this::start).toList();
        return new Findings(running.stream()
                .map(CompletableFuture::join)
                .sorted(Comparator.comparing(Finding::part))
                .toList());
    }

    private CompletableFuture<Finding> start(HealthCheck check) {
        String part = check.part();
        return CompletableFuture.supplyAsync(() -> new Finding(part, look(check)), executor)
                .completeOnTimeout(
                        new Finding(part, Health.down("does not answer within " + PATIENCE.toSeconds() + " s")),
                        PATIENCE.toMillis(),
                        TimeUnit.MILLISECONDS);
    }

    private static Health look(HealthCheck check) {
        try {
            return check.look();
        } catch (RuntimeException e) {
            LOG.warn("the health check of `{}` failed", check.part(), e);
            return Health.down("cannot be examined, see the log");
        }
    }

    /**
     * What was found at one part.
     *
     * @param part   its name
     * @param health how it is
     */
    record Finding(String part, Health health) {}

    /**
     * What was found at all parts.
     *
     * @param all by name
     */
    record Findings(List<Finding> all) {

        boolean has(Health.State state) {
            return all.stream().anyMatch(finding -> finding.health().state() == state);
        }
    }
}
