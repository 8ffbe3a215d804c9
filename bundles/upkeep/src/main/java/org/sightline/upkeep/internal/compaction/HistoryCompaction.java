package org.sightline.upkeep.internal.compaction;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongConsumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Reference;
import org.sightline.directory.History;
import org.sightline.directory.model.Tenant;
import org.sightline.directory.model.TenantKey;
import org.sightline.problem.Codes;
import org.sightline.problem.Problem;
import org.sightline.problem.ProblemException;
import org.sightline.problem.ProblemKind;
import org.sightline.store.HistoryStore;
import org.sightline.store.StoreUnavailableException;
import org.sightline.store.TenantStore;
import org.sightline.upkeep.Compaction;
import org.sightline.upkeep.CompactionReport;
import org.sightline.upkeep.internal.UpkeepSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Forgets the revisions that were in force no more when the time that is kept began, and then removes their rows. The
 * revision that was in force at that moment is the oldest that stays.
 */
@Component(
        service = Compaction.class,
        configurationPid = UpkeepSettings.PID,
        configurationPolicy = ConfigurationPolicy.REQUIRE)
public final class HistoryCompaction implements Compaction {

    private static final Logger LOG = LoggerFactory.getLogger(HistoryCompaction.class);

    private final TenantStore tenants;
    private final HistoryStore store;
    private final History history;
    private final Clock clock;
    private final Retention retention;
    private final ReentrantLock atWork = new ReentrantLock();

    /**
     * Keeps what the settings say.
     *
     * @throws IllegalArgumentException when they make no sense
     */
    @Activate
    public HistoryCompaction(
            @Reference(name = "tenants") TenantStore tenants,
            @Reference(name = "store") HistoryStore store,
            @Reference(name = "history") History history,
            @Reference(name = "clock") Clock clock,
            UpkeepSettings settings) {
        this(
                tenants,
                store,
                history,
                clock,
                Retention.ofDays(settings.keep__revisions__days(), settings.keep__audit__days()));
    }

    HistoryCompaction(TenantStore tenants, HistoryStore store, History history, Clock clock, Retention retention) {
        this.tenants = tenants;
        this.store = store;
        this.history = history;
        this.clock = clock;
        this.retention = retention;
    }

    @Override
    public CompactionReport run(LongConsumer removed) {
        if (!atWork.tryLock()) {
            throw Problem.conflict(Codes.CONFLICT, "a compaction is running already; wait for its end")
                    .exception();
        }
        try {
            return compact(removed);
        } catch (StoreUnavailableException e) {
            LOG.warn("the compaction was broken off", e);
            throw new ProblemException(
                    Problem.of(
                            ProblemKind.UNAVAILABLE,
                            Codes.UNAVAILABLE,
                            "the database does not answer; what has gone by now stays so, and the next compaction goes"
                                    + " on"),
                    e);
        } finally {
            atWork.unlock();
        }
    }

    private CompactionReport compact(LongConsumer removed) {
        Instant now = clock.instant();
        long count = 0;
        long rows = 0;
        long entries = 0;
        for (Tenant tenant : tenants.tenants()) {
            long before = rows + entries;
            LongConsumer more = also -> removed.accept(before + also);
            rows += compact(tenant.key(), now, more);
            long counted = rows + entries;
            entries += audit(tenant.key(), now, also -> removed.accept(counted + also));
            count++;
        }
        long before = rows + entries;
        Optional<Instant> auditFrom = retention.auditFrom(now);
        if (auditFrom.isPresent()) {
            entries += store.removeAudit(null, auditFrom.get(), also -> removed.accept(before + also));
        }
        LOG.info("removed {} rows and {} audit entries of {} tenants that are not kept", rows, entries, count);
        return new CompactionReport(count, rows, entries);
    }

    private long compact(TenantKey tenant, Instant now, LongConsumer removed) {
        Optional<Instant> from = retention.revisionsFrom(now);
        OptionalLong oldest = from.isPresent() ? tenants.revisionAt(tenant, from.get()) : OptionalLong.empty();
        if (oldest.isPresent() && oldest.getAsLong() > tenants.oldestRevision(tenant)) {
            store.keepFrom(tenant, oldest.getAsLong());
            history.forgetBefore(tenant, oldest.getAsLong());
        }
        // Also when nothing more is forgotten: a server may have been stopped before it was done.
        return store.removeForgotten(tenant, removed);
    }

    private long audit(TenantKey tenant, Instant now, LongConsumer removed) {
        Optional<Instant> from = retention.auditFrom(now);
        return from.isPresent() ? store.removeAudit(tenant, from.get(), removed) : 0;
    }
}
