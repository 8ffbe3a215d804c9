package org.sightline.upkeep.internal.compaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.sightline.audit.Actor;
import org.sightline.audit.AuditEntry;
import org.sightline.directory.History;
import org.sightline.directory.model.Plan;
import org.sightline.directory.model.Tenant;
import org.sightline.directory.model.TenantKey;
import org.sightline.problem.Codes;
import org.sightline.problem.ProblemException;
import org.sightline.store.AuditQuery;
import org.sightline.store.StateChange;
import org.sightline.store.TenantCommit;
import org.sightline.testkit.store.InMemoryHistoryStore;
import org.sightline.testkit.store.InMemoryTenantStore;
import org.sightline.upkeep.CompactionReport;

/** Which revision is the oldest that stays, by the days that are kept. */
final class HistoryCompactionTest {

    private static final TenantKey KEY = new TenantKey("acme");
    private static final Instant FIRST_DAY = Instant.parse("2026-01-01T12:00:00Z");

    private final InMemoryTenantStore store = new InMemoryTenantStore();
    private final List<String> forgotten = new ArrayList<>();
    private Instant now = FIRST_DAY;

    private final Clock clock = new Clock() {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    };

    private final History history = (History) Proxy.newProxyInstance(
            History.class.getClassLoader(), new Class<?>[] {History.class}, (proxy, method, arguments) -> {
                Object[] given = Objects.requireNonNull(arguments);
                assertThat(method.getName()).isEqualTo("forgetBefore");
                forgotten.add(given[0] + " before " + given[1]);
                return null;
            });

    private HistoryCompaction keeping(int revisionDays, int auditDays) {
        return new HistoryCompaction(
                store, new InMemoryHistoryStore(store), history, clock, Retention.ofDays(revisionDays, auditDays));
    }

    private void changeOnDay(int day) {
        now = FIRST_DAY.plus(Duration.ofDays(day));
        long revision = store.revision(KEY).orElse(0);
        Tenant tenant = new Tenant(KEY, "On day " + day, Plan.PRO, ZoneOffset.UTC, null, Locale.ENGLISH, true);
        store.commit(List.of(new TenantCommit(
                KEY,
                revision,
                List.of(new StateChange.PutTenant(tenant)),
                List.of(new AuditEntry(
                        now, Actor.OPERATOR, "tenant.update", "tenant", "acme", null, null, revision + 1)))));
    }

    private CompactionReport runOnDay(int day, HistoryCompaction compaction) {
        now = FIRST_DAY.plus(Duration.ofDays(day));
        return compaction.run(removed -> {});
    }

    @Test
    void theRevisionInForceWhenTheKeptTimeBeganStays() {
        for (int day : new int[] {0, 10, 20, 30}) {
            changeOnDay(day);
        }
        HistoryCompaction compaction = keeping(15, 0);

        assertThat(runOnDay(30, compaction).rowsRemoved()).isEqualTo(1);
        assertThat(store.oldestRevision(KEY)).isEqualTo(2);
        runOnDay(35, compaction);
        assertThat(store.oldestRevision(KEY))
                .as("day 20's was in force from day 20 on")
                .isEqualTo(3);
        runOnDay(1000, compaction);
        assertThat(store.oldestRevision(KEY)).as("the present one always stays").isEqualTo(4);
        assertThat(store.load(KEY)).isPresent();
        assertThat(forgotten).containsExactly("acme before 2", "acme before 3", "acme before 4");
        assertThat(audit(KEY)).isEqualTo(4);
    }

    private int audit(TenantKey of) {
        return store.audit(new AuditQuery(of, null, null, null, null, null, 0, 100))
                .size();
    }

    @Test
    void zeroKeepsEverything() {
        changeOnDay(0);
        changeOnDay(1);
        assertThat(runOnDay(10_000, keeping(0, 0))).isEqualTo(new CompactionReport(1, 0, 0));
        assertThat(store.oldestRevision(KEY)).isEqualTo(1);
    }

    @Test
    void aTenantYoungerThanTheKeptTimeLosesNothing() {
        changeOnDay(0);
        changeOnDay(1);
        assertThat(runOnDay(2, keeping(15, 0)).rowsRemoved()).isZero();
        assertThat(store.oldestRevision(KEY)).isEqualTo(1);
    }

    @Test
    void auditEntriesGoAfterTheirOwnTime() {
        for (int day : new int[] {0, 10, 20, 30}) {
            changeOnDay(day);
        }
        // Each of them stands in the operator's own log, too, which has no revisions.
        CompactionReport report = runOnDay(35, keeping(15, 20));
        assertThat(report.auditRemoved()).isEqualTo(2 + 2);
        assertThat(audit(KEY)).isEqualTo(2);
        assertThat(store.revisionAt(KEY, FIRST_DAY.plus(Duration.ofDays(25)))).hasValue(3);
    }

    @Test
    void theAuditLogMustTellTheTimesOfAllThatIsKept() {
        assertThatIllegalArgumentException().isThrownBy(() -> Retention.ofDays(400, 399));
        assertThatIllegalArgumentException().isThrownBy(() -> Retention.ofDays(0, 400));
        assertThatIllegalArgumentException().isThrownBy(() -> Retention.ofDays(-1, 0));
        assertThat(Retention.ofDays(400, 400).audit()).isPresent();
    }

    @Test
    void oneAtATime() {
        changeOnDay(0);
        changeOnDay(1);
        HistoryCompaction compaction = keeping(1, 0);
        now = FIRST_DAY.plus(Duration.ofDays(9));
        List<String> refusals = new ArrayList<>();
        compaction.run(removed -> {
            Thread other = new Thread(
                    () -> refusals.add(catchThrowableOfType(ProblemException.class, () -> compaction.run(more -> {}))
                            .problem()
                            .code()));
            other.start();
            try {
                other.join();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        });
        assertThat(refusals).containsExactly(Codes.CONFLICT);
    }
}
