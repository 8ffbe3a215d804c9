package org.sightline.directory.internal.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.sightline.directory.internal.Acme.KEY;
import static org.sightline.directory.internal.Acme.actor;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sightline.audit.Actor;
import org.sightline.audit.ActorKind;
import org.sightline.audit.AuditEntry;
import org.sightline.directory.Proposal;
import org.sightline.directory.TenantSnapshot;
import org.sightline.directory.internal.Acme;
import org.sightline.directory.model.TenantKey;
import org.sightline.problem.ProblemException;
import org.sightline.store.StateChange;
import org.sightline.testkit.store.InMemoryTenantStore;
import org.sightline.visibility.model.MainRuleChoice;
import org.sightline.visibility.model.VisibilityPolicy;

/** Two servers on one store: what one does, the other one gets to know. */
class OtherServersTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-01T09:59:00Z"), ZoneOffset.UTC);

    private static final List<Proposal.AuditNote> NOTED =
            List.of(new Proposal.AuditNote("test", "tenant", KEY.value(), null, "changed"));

    private final FlakyStore store = new FlakyStore(new InMemoryTenantStore());
    private final LiveTenants here = new LiveTenants(store, CLOCK, Duration.ofSeconds(2));
    private final LiveTenants there = new LiveTenants(store, CLOCK, Duration.ofSeconds(2));

    @BeforeEach
    void found() {
        Acme.found(store);
    }

    @AfterEach
    void stop() {
        here.stop();
        there.stop();
    }

    private void addThere(String id) {
        there.apply(
                KEY,
                actor(),
                now -> new Proposal<>(List.of(new StateChange.PutMember(Acme.member(id, "0"))), NOTED, id));
    }

    private void awaitHere(long revision) {
        await().atMost(Duration.ofSeconds(10)).until(() -> here.current(KEY).revision() == revision);
    }

    @Test
    void newsBringWhatIsDifferentWithoutLoadingEverything() {
        TenantSnapshot before = here.current(KEY);
        int loads = store.loads.get();
        VisibilityPolicy nobody =
                new VisibilityPolicy(MainRuleChoice.of("nobody"), List.of(), VisibilityPolicy.DEFAULT.displayOrder());
        there.apply(KEY, actor(), now -> new Proposal<>(List.of(new StateChange.PutPolicy(nobody)), NOTED, nobody));
        addThere("new");
        assertThat(here.current(KEY)).isSameAs(before);

        here.tenantMoved(KEY);
        awaitHere(3);

        TenantSnapshot now = here.current(KEY);
        assertThat(now.policy()).isEqualTo(nobody);
        assertThat(now.policyRevision()).isEqualTo(2);
        assertThat(now.directory().memberNumber(Acme.member("new", "0").id())).isNotNegative();
        assertThat(now.trust()).as("what did not change").isSameAs(before.trust());
        assertThat(store.loads.get() - loads).as("loads by the other server").isEqualTo(1);
    }

    @Test
    void whoeverLooksAgainMissesNothing() {
        here.current(KEY);
        addThere("new");
        here.lookAgain();
        awaitHere(2);
    }

    @Test
    void looksAgainAfterTheStoreWasAway() {
        here.current(KEY);
        addThere("new");
        store.away = true;
        here.tenantMoved(KEY);
        assertThat(here.current(KEY).revision()).isEqualTo(1);
        store.away = false;
        here.lookAgain();
        awaitHere(2);
    }

    @Test
    void tenantsNobodyAskedForAreNotLoaded() {
        addThere("new");
        int loads = store.loads.get();
        here.tenantMoved(KEY);
        here.tenantMoved(new TenantKey("unheard-of"));
        here.lookAgain();
        assertThat(here.current(KEY).revision()).isEqualTo(2);
        assertThat(store.loads.get() - loads).isEqualTo(1);
    }

    @Test
    void aTenantThatIsGoneIsForgotten() {
        here.current(KEY);
        drop();
        here.lookAgain();
        await().atMost(Duration.ofSeconds(10)).until(() -> isNotFound(here));
    }

    @Test
    void aTenantThatWasReplacedIsLoadedAnewEvenAtTheSameRevision() {
        TenantSnapshot before = here.current(KEY);
        here.keep(before);
        drop();
        Acme.found(store);
        here.lookAgain();
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(here.current(KEY)).isNotSameAs(before));
        assertThat(here.current(KEY).revision()).isEqualTo(before.revision());
        assertThat(here.kept(KEY, 1).orElseThrow()).as("of the past of another").isNotSameAs(before);
    }

    private void drop() {
        there.drop(
                KEY,
                now -> new AuditEntry(
                        CLOCK.instant(),
                        new Actor(ActorKind.OPERATOR, "operator"),
                        "tenant.delete",
                        "tenant",
                        KEY.value(),
                        null,
                        null,
                        now.revision()));
    }

    private static boolean isNotFound(LiveTenants server) {
        try {
            server.current(KEY);
            return false;
        } catch (ProblemException refusal) {
            return refusal.problem().code().equals("not_found");
        }
    }

    @Test
    void whoeverAsksForARevisionOfAnotherServerGetsItWithoutNews() {
        here.current(KEY);
        addThere("new");
        assertThat(here.current(KEY, 2).revision()).isEqualTo(2);
    }

    @Test
    void aChangeOnAStateThatIsBehindIsDecidedAgain() {
        here.current(KEY);
        addThere("new");
        int loads = store.loads.get();
        long revision = here.apply(
                        KEY,
                        actor(),
                        now -> new Proposal<>(
                                List.of(new StateChange.PutMember(Acme.member("newer", "0"))),
                                NOTED,
                                now.directory().memberCount()))
                .revision();
        assertThat(revision).isEqualTo(3);
        assertThat(store.loads.get()).isEqualTo(loads);
    }

    @Test
    void aBusyTenantHoldsNobodyElseUp() throws Exception {
        ExecutorService writer = Executors.newSingleThreadExecutor();
        CountDownLatch deciding = new CountDownLatch(1);
        CountDownLatch decided = new CountDownLatch(1);
        try {
            here.current(KEY);
            var change = writer.submit(() -> here.apply(KEY, actor(), now -> {
                deciding.countDown();
                awaitUninterrupted(decided);
                return new Proposal<>(List.of(new StateChange.PutMember(Acme.member("late", "0"))), NOTED, "late");
            }));
            deciding.await();
            addThere("new");
            here.tenantMoved(KEY);
            here.lookAgain();
            decided.countDown();
            assertThat(change.get().revision()).isEqualTo(3);
        } finally {
            decided.countDown();
            writer.shutdownNow();
        }
    }

    private static void awaitUninterrupted(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
