package org.sightline.notifications.internal.digest;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sightline.directory.Snapshots;
import org.sightline.directory.TenantSnapshot;
import org.sightline.directory.model.TenantKey;
import org.sightline.notifications.model.Notice;
import org.sightline.notifications.model.NoticeType;
import org.sightline.store.NotificationStore;
import org.sightline.store.NotificationStore.WaitingRequests;
import org.sightline.trust.model.RequestState;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells primary administrators once a day of requests that wait (docs/concepts.md, "The daily digest"). Asks the store
 * who is waited for, and lets the store decide who writes a day's digest, so that it does not matter how often or by how
 * many servers this runs.
 */
final class DailyDigest {

    private static final Logger LOG = LoggerFactory.getLogger(DailyDigest.class);

    /** More than the clocks of servers on one database differ. */
    private static final Duration AHEAD = Duration.ofDays(1);

    private final NotificationStore store;
    private final Snapshots snapshots;
    private final InstantSource clock;
    private final Consumer<TenantKey> written;

    /** Days that are settled, so that the store is not asked again and again. */
    private final ConcurrentMap<TenantKey, LocalDate> settled = new ConcurrentHashMap<>();

    /**
     * Creates the digest.
     *
     * @param written told of every tenant whose digest was written
     */
    DailyDigest(NotificationStore store, Snapshots snapshots, InstantSource clock, Consumer<TenantKey> written) {
        this.store = store;
        this.snapshots = snapshots;
        this.clock = clock;
        this.written = written;
    }

    /** Writes the digests that are due. */
    void run() {
        Instant now = clock.instant();
        List<WaitingRequests> waiting = store.waitingRequests();
        settled.keySet().retainAll(waiting.stream().map(WaitingRequests::tenant).toList());
        for (WaitingRequests each : waiting) {
            try {
                write(each, now);
            } catch (RuntimeException failure) {
                LOG.warn(
                        "the digest of tenant {} could not be written; it will be tried again", each.tenant(), failure);
            }
        }
    }

    private void write(WaitingRequests waiting, Instant now) {
        DueDigest due = DueDigest.latest(waiting.timeZone(), now);
        @Nullable LocalDate last = settled.get(waiting.tenant());
        if (due.day().equals(last) || !counts(waiting.since(), due, now)) {
            return;
        }
        TenantSnapshot tenant = snapshots.current(waiting.tenant());
        long count = tenant.trust().requests().stream()
                .filter(request -> request.state() == RequestState.PENDING
                        && request.to().equals(waiting.tenant())
                        && counts(request.createdAt(), due, now))
                .count();
        if (count == 0) {
            // Decided since the store was asked.
            return;
        }
        if (store.claimDigest(waiting.tenant(), due.day(), List.of(card(tenant, due, now, count)))) {
            LOG.info("told tenant {} of {} waiting requests, for {}", waiting.tenant(), count, due.day());
            written.accept(waiting.tenant());
        }
        settled.put(waiting.tenant(), due.day());
    }

    /** What was asked before ten counts, and what a clock that was ahead has dated into days to come. */
    private static boolean counts(Instant asked, DueDigest due, Instant now) {
        return asked.isBefore(due.at()) || asked.isAfter(now.plus(AHEAD));
    }

    private static Notice card(TenantSnapshot tenant, DueDigest due, Instant now, long count) {
        return Notice.of(
                NoticeType.TRUST_REQUESTS_DIGEST,
                now,
                Notice.primaryAdministrators(tenant.directory()),
                "trust_requests",
                due.day().toString(),
                Map.of("count", Long.toString(count)));
    }
}
