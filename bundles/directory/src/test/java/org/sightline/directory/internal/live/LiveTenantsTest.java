package org.sightline.directory.internal.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.sightline.directory.internal.Acme.KEY;
import static org.sightline.directory.internal.Acme.actor;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.LongStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sightline.audit.AuditEntry;
import org.sightline.directory.Committed;
import org.sightline.directory.Proposal;
import org.sightline.directory.TenantSnapshot;
import org.sightline.directory.internal.Acme;
import org.sightline.directory.model.Tenant;
import org.sightline.directory.model.TenantKey;
import org.sightline.problem.Problem;
import org.sightline.problem.ProblemException;
import org.sightline.store.AuditQuery;
import org.sightline.store.StateChange;
import org.sightline.testkit.store.InMemoryTenantStore;
import org.sightline.visibility.model.MainRuleChoice;
import org.sightline.visibility.model.VisibilityPolicy;

class LiveTenantsTest {

    private static final Instant NOW = Instant.parse("2026-03-01T09:59:00Z");

    private final FlakyStore store = new FlakyStore(new InMemoryTenantStore());
    private final LiveTenants tenants = server(Duration.ofSeconds(2));
    private final ExecutorService threads = Executors.newCachedThreadPool();

    private LiveTenants server(Duration patience) {
        return new LiveTenants(store, Clock.fixed(NOW, ZoneOffset.UTC), patience);
    }

    @BeforeEach
    void found() {
        Acme.found(store);
    }

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    /** Adds a member and renames the tenant to the number of members. */
    private static Proposal<String> addOne(TenantSnapshot now) {
        int count = now.directory().memberCount() + 1;
        return new Proposal<>(
                List.of(new StateChange.PutMember(Acme.member("u" + count, "0")), named("" + count)),
                List.of(new Proposal.AuditNote("user.create", "user", "u" + count, null, "a value")),
                "u" + count);
    }

    private static StateChange named(String name) {
        Tenant old = Acme.TENANT;
        return new StateChange.PutTenant(
                new Tenant(old.key(), name, old.plan(), old.timeZone(), old.region(), old.locale(), old.findByPhone()));
    }

    private static Problem problem(ThrowingCallable action) {
        try {
            action.call();
        } catch (ProblemException e) {
            return e.problem();
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
        throw new AssertionError("nothing was refused");
    }

    @Test
    void othersPrepareBeforeAnybodyReads() {
        TenantSnapshot before = tenants.current(KEY);
        List<Long> told = new ArrayList<>();
        List<Long> readable = new ArrayList<>();
        tenants.preparations = List.of(
                next -> {
                    throw new IllegalStateException("not ready");
                },
                next -> {
                    told.add(next.revision());
                    readable.add(tenants.current(KEY).revision());
                });
        long committed = tenants.apply(KEY, actor(), LiveTenantsTest::addOne).revision();
        assertThat(told).containsExactly(committed);
        assertThat(readable).containsExactly(before.revision());
        assertThat(tenants.current(KEY).revision()).isEqualTo(committed);
    }

    @Test
    void aChangeIsThereForTheNextReader() {
        Committed<String> committed = tenants.apply(KEY, actor(), LiveTenantsTest::addOne);
        assertThat(committed).isEqualTo(new Committed<>("u1", 2));
        TenantSnapshot now = tenants.current(KEY);
        assertThat(now.revision()).isEqualTo(2);
        assertThat(now.directory().tenant().name()).isEqualTo("1");
        assertThat(now.policyRevision()).isEqualTo(1);
        assertThat(store.audit(new AuditQuery(KEY, null, null, null, null, null, 0, 10)))
                .extracting(AuditEntry::at, AuditEntry::action, AuditEntry::objectId, AuditEntry::revision)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(NOW, "user.create", "u1", 2L));
    }

    @Test
    void aPolicyChangeMovesThePolicysRevision() {
        VisibilityPolicy nobody =
                new VisibilityPolicy(MainRuleChoice.of("nobody"), List.of(), VisibilityPolicy.DEFAULT.displayOrder());
        Proposal.AuditNote note = new Proposal.AuditNote("policy.update", "policy", "policy", null, null);
        tenants.apply(
                KEY, actor(), now -> new Proposal<>(List.of(new StateChange.PutPolicy(nobody)), List.of(note), nobody));
        tenants.apply(KEY, actor(), LiveTenantsTest::addOne);
        assertThat(tenants.current(KEY).policy()).isEqualTo(nobody);
        assertThat(tenants.current(KEY).policyRevision()).isEqualTo(2);
        assertThat(tenants.current(KEY).revision()).isEqualTo(3);
    }

    @Test
    void noChangeGoesPastTheAuditLog() {
        assertThatThrownBy(() -> tenants.apply(
                        KEY,
                        actor(),
                        now -> new Proposal<>(List.of(new StateChange.RemoveOperatorAccess()), List.of(), "")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("audit log");
        assertThat(tenants.current(KEY).revision()).isEqualTo(1);
    }

    @Test
    void nothingToDoKeepsTheRevisionAndNeedsNoStore() {
        tenants.current(KEY);
        store.away = true;
        assertThat(tenants.apply(KEY, actor(), now -> Proposal.nothing("as it was")))
                .isEqualTo(new Committed<>("as it was", 1));
    }

    @Test
    void unknownTenantsAreNotFoundUntilTheyExist() {
        TenantKey later = new TenantKey("later");
        assertThat(problem(() -> tenants.current(later)).code()).isEqualTo("not_found");
        assertThat(problem(() -> tenants.current(later, 3)).code()).isEqualTo("not_found");
        assertThat(problem(() -> tenants.apply(later, actor(), LiveTenantsTest::addOne))
                        .code())
                .isEqualTo("not_found");
        assertThat(tenants.current(KEY).revision()).isEqualTo(1);
    }

    @Test
    void refusalsOfTheDecisionChangeNothing() {
        Problem refusal = Problem.conflict("conflict", "no");
        assertThat(problem(() -> tenants.apply(KEY, actor(), now -> {
                    throw refusal.exception();
                })))
                .isEqualTo(refusal);
        assertThat(tenants.current(KEY).revision()).isEqualTo(1);
    }

    @Test
    void withoutTheStoreWritesAreRefusedAndReadsGoOn() {
        tenants.apply(KEY, actor(), LiveTenantsTest::addOne);
        store.away = true;
        assertThat(problem(() -> tenants.apply(KEY, actor(), LiveTenantsTest::addOne))
                        .code())
                .isEqualTo("unavailable");
        assertThat(tenants.current(KEY).revision()).isEqualTo(2);
        assertThat(problem(() -> server(Duration.ZERO).current(KEY)).code()).isEqualTo("unavailable");
        store.away = false;
        assertThat(tenants.apply(KEY, actor(), LiveTenantsTest::addOne).revision())
                .isEqualTo(3);
    }

    @Test
    void aCommitInDoubtShowsAsSoonAsTheStoreIsBack() {
        tenants.current(KEY);
        store.lostAtCommit = true;
        assertThat(problem(() -> tenants.apply(KEY, actor(), LiveTenantsTest::addOne))
                        .detail())
                .contains("whether it was made shows when the database is back");
        assertThat(tenants.current(KEY).revision())
                .as("reads go on with what is known")
                .isEqualTo(1);
        store.away = false;
        await().until(() -> tenants.current(KEY).revision() == 2);
        assertThat(tenants.apply(KEY, actor(), LiveTenantsTest::addOne).revision())
                .isEqualTo(3);
    }

    @Test
    void aChangeAfterACommitInDoubtBuildsOnWhatIsStored() {
        tenants.current(KEY);
        store.lostAtCommit = true;
        assertThat(problem(() -> tenants.apply(KEY, actor(), LiveTenantsTest::addOne))
                        .code())
                .isEqualTo("unavailable");
        store.away = false;
        assertThat(tenants.apply(KEY, actor(), LiveTenantsTest::addOne).revision())
                .isEqualTo(3);
    }

    @Test
    void aDecisionMustNotMakeAnotherChange() {
        assertThatThrownBy(() -> tenants.apply(
                        KEY, actor(), now -> Proposal.nothing(tenants.apply(KEY, actor(), LiveTenantsTest::addOne))))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aTenantIsLoadedOnceHoweverManyAskAtOnce() throws Exception {
        CyclicBarrier start = new CyclicBarrier(16);
        List<Future<TenantSnapshot>> answers = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            answers.add(threads.submit(() -> {
                start.await();
                return tenants.current(KEY);
            }));
        }
        for (Future<TenantSnapshot> answer : answers) {
            assertThat(answer.get(10, TimeUnit.SECONDS)).isSameAs(tenants.current(KEY));
        }
        assertThat(store.loads).hasValue(1);
    }

    @Test
    void manyWritersOnTwoServersNeverLoseAChangeAndReadersNeverSeeAMixture() throws Exception {
        LiveTenants other = server(Duration.ofSeconds(2));
        Set<Long> revisions = new ConcurrentSkipListSet<>();
        AtomicBoolean writing = new AtomicBoolean(true);
        Future<Long> reader = threads.submit(() -> readUntilDone(writing));
        List<Future<?>> writers = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            LiveTenants mine = i < 6 ? tenants : other;
            writers.add(threads.submit(() -> {
                for (int n = 0; n < 50; n++) {
                    long revision =
                            mine.apply(KEY, actor(), LiveTenantsTest::addOne).revision();
                    assertThat(mine.current(KEY).revision()).isGreaterThanOrEqualTo(revision);
                    assertThat(revisions.add(revision)).isTrue();
                }
            }));
        }
        for (Future<?> writer : writers) {
            writer.get(60, TimeUnit.SECONDS);
        }
        writing.set(false);
        assertThat(reader.get(10, TimeUnit.SECONDS)).isPositive();
        assertThat(revisions)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(2, 401).boxed().toList());
        assertThat(tenants.current(KEY, 401).directory().memberCount()).isEqualTo(400);
    }

    private long readUntilDone(AtomicBoolean writing) {
        long seen = 0;
        long last = 0;
        while (writing.get()) {
            TenantSnapshot now = tenants.current(KEY);
            assertThat(now.revision()).isGreaterThanOrEqualTo(last);
            assertThat(now.directory().memberCount()).isEqualTo((int) now.revision() - 1);
            if (now.revision() > 1) {
                assertThat(now.directory().tenant().name())
                        .isEqualTo("" + now.directory().memberCount());
            }
            last = now.revision();
            seen++;
        }
        return seen;
    }

    @Test
    void readersDoNotWaitForAWriter() throws Exception {
        tenants.current(KEY);
        CountDownLatch deciding = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        Future<Committed<String>> writer = threads.submit(() -> tenants.apply(KEY, actor(), now -> {
            deciding.countDown();
            awaitQuietly(goOn);
            return addOne(now);
        }));
        assertThat(deciding.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(tenants.current(KEY).revision()).isEqualTo(1);
        goOn.countDown();
        assertThat(writer.get(10, TimeUnit.SECONDS).revision()).isEqualTo(2);
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void whoeverWantsALaterRevisionGetsItWhenItComes() throws Exception {
        LiveTenants patient = server(Duration.ofSeconds(30));
        Callable<TenantSnapshot> wait = () -> patient.current(KEY, 2);
        Future<TenantSnapshot> here = threads.submit(wait);
        // The change comes through another server: only the store knows of it.
        tenants.apply(KEY, actor(), LiveTenantsTest::addOne);
        assertThat(here.get(10, TimeUnit.SECONDS).revision()).isEqualTo(2);
        Future<TenantSnapshot> next = threads.submit(() -> patient.current(KEY, 3));
        patient.apply(KEY, actor(), LiveTenantsTest::addOne);
        assertThat(next.get(10, TimeUnit.SECONDS).revision()).isEqualTo(3);
    }

    @Test
    void aDatabaseThatHasLostWhatItAcknowledgedIsFollowed() {
        LiveTenants hasty = server(Duration.ofMillis(50));
        hasty.apply(KEY, actor(), LiveTenantsTest::addOne);
        hasty.apply(KEY, actor(), LiveTenantsTest::addOne);
        store.lostAfter = 2;
        assertThat(problem(() -> hasty.current(KEY, 4)).code()).isEqualTo("unavailable");
        assertThat(hasty.current(KEY).revision()).isEqualTo(2);
        assertThat(hasty.current(KEY).directory().memberCount()).isEqualTo(1);
    }

    @Test
    void aRevisionThatDoesNotComeIsUnavailable() {
        LiveTenants hasty = server(Duration.ofMillis(50));
        assertThat(problem(() -> hasty.current(KEY, 2)).code()).isEqualTo("unavailable");
        assertThat(hasty.current(KEY, 1).revision()).isEqualTo(1);
        store.away = true;
        assertThat(problem(() -> hasty.current(KEY, 2)).code()).isEqualTo("unavailable");
    }

    @Test
    void aDroppedTenantIsGoneAlsoForThoseWhoWait() throws Exception {
        CountDownLatch dropping = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        Future<?> drop = threads.submit(() -> tenants.drop(KEY, now -> {
            dropping.countDown();
            awaitQuietly(goOn);
            return new AuditEntry(NOW, actor(), "tenant.delete", "tenant", "acme", "was", null, now.revision());
        }));
        assertThat(dropping.await(10, TimeUnit.SECONDS)).isTrue();
        Future<Problem> late =
                threads.submit(() -> problem(() -> tenants.apply(KEY, actor(), LiveTenantsTest::addOne)));
        goOn.countDown();
        drop.get(10, TimeUnit.SECONDS);
        assertThat(late.get(10, TimeUnit.SECONDS).code()).isEqualTo("not_found");
        assertThat(problem(() -> tenants.current(KEY)).code()).isEqualTo("not_found");
        Acme.found(store);
        assertThat(tenants.current(KEY).revision()).isEqualTo(1);
    }
}
