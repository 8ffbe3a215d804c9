package org.sightline.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sightline.audit.AuditEntry;
import org.sightline.directory.model.Tenant;
import org.sightline.directory.model.UserId;
import org.sightline.store.AuditQuery;
import org.sightline.store.StaleRevisionException;
import org.sightline.store.StateChange;
import org.sightline.store.StateChange.PutMember;
import org.sightline.store.StateChange.PutTenant;
import org.sightline.store.TenantCommit;
import org.sightline.store.TenantState;
import org.sightline.store.TenantStore;

/** A commit is all or nothing, follows on the revision it expects, and of two at once exactly one wins. */
@SuppressWarnings("NullAway.Init") // fields are set before each test
public abstract class TransactionContract {

    private static final int WRITERS = 4;
    private static final int ROUNDS = 10;

    private StoredTenant one;
    private StoredTenant two;

    /** Returns the store; may be the same for all tests, each uses tenants of its own. */
    protected abstract TenantStore store();

    @BeforeEach
    void takeTenants() {
        one = new StoredTenant(store());
        two = new StoredTenant(store());
    }

    @Test
    void aStaleCommitChangesNothing() {
        one.create();
        one.commit(put("a"));

        assertStale(one.changes(1, put("b")));
        assertStale(one.changes(3, put("b")));
        assertStale(one.changes(0, new PutTenant(Specimens.tenant(one.key()))));

        assertThat(one.newest().revision()).isEqualTo(2);
        assertThat(one.newest().members()).hasSize(1);
        assertThat(auditOf(one)).hasSize(2);
    }

    @Test
    void aCommitToAnUnknownTenantIsStale() {
        assertStale(one.changes(1, put("a")));

        assertThat(store().load(one.key())).isEmpty();
        assertThat(auditOf(one)).isEmpty();
    }

    @Test
    void theFirstCommitMustPutTheTenantsSettings() {
        assertThatIllegalArgumentException().isThrownBy(() -> store().commit(List.of(one.changes(0, put("a")))));

        assertThat(store().load(one.key())).isEmpty();
        assertThat(store().revision(one.key())).isEmpty();
    }

    @Test
    void severalTenantsChangeTogether() {
        one.create();
        store().commit(List.of(
                one.changes(1, put("a")), two.changes(0, new PutTenant(Specimens.tenant(two.key())), put("b"))));

        assertThat(one.newest().members()).containsExactly(put("a").member());
        assertThat(two.newest().members()).containsExactly(put("b").member());
        assertThat(one.newest().revision()).isEqualTo(2);
        assertThat(two.newest().revision()).isEqualTo(1);
    }

    @Test
    void whenOneOfSeveralTenantsIsStaleNoneChanges() {
        TenantState first = one.create();
        TenantState second = two.create();

        assertStale(one.changes(1, put("a")), two.changes(7, put("b")));
        assertStale(one.changes(7, put("a")), two.changes(1, put("b")));

        StoredTenant.assertSame(one.newest(), first);
        StoredTenant.assertSame(two.newest(), second);
        assertThat(auditOf(one)).hasSize(1);
        assertThat(auditOf(two)).hasSize(1);
    }

    @Test
    void aTenantHasOneCommitInATransaction() {
        one.create();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> store().commit(List.of(one.changes(1, put("a")), one.changes(1, put("b")))));
        assertThat(one.newest().members()).isEmpty();
    }

    @Test
    void ofSeveralWritersExactlyOneWinsARevision() throws Exception {
        one.create();
        for (int round = 1; round <= ROUNDS; round++) {
            List<Callable<Boolean>> writers = new ArrayList<>();
            for (int writer = 0; writer < WRITERS; writer++) {
                TenantCommit commit = one.changes(round, put("m-" + round + "-" + writer));
                writers.add(() -> wins(commit));
            }
            assertThat(winnersOf(writers)).isEqualTo(1);
            assertThat(one.newest().revision()).isEqualTo(round + 1);
            assertThat(one.newest().members()).hasSize(round);
        }
    }

    @Test
    void ofSeveralCreatorsExactlyOneWins() throws Exception {
        List<Callable<Boolean>> writers = new ArrayList<>();
        for (int writer = 0; writer < WRITERS; writer++) {
            TenantCommit commit = one.changes(0, new PutTenant(Specimens.tenant(one.key())), put("creator-" + writer));
            writers.add(() -> wins(commit));
        }

        assertThat(winnersOf(writers)).isEqualTo(1);
        assertThat(one.newest().members()).hasSize(1);
    }

    @Test
    void commitsOverTheSameTenantsInAnyOrderDoNotBlockEachOther() throws Exception {
        one.create();
        two.create();
        for (int round = 1; round <= ROUNDS; round++) {
            TenantCommit first = one.changes(round, put("a" + round));
            TenantCommit second = two.changes(round, put("b" + round));
            assertThat(winnersOf(List.of(() -> wins(first, second), () -> wins(second, first))))
                    .isEqualTo(1);
        }
        assertThat(one.newest().members()).hasSize(ROUNDS);
        assertThat(two.newest().members()).hasSize(ROUNDS);
    }

    @Test
    void readersSeeWholeRevisionsOnly() throws Exception {
        one.create();
        ExecutorService readers = Executors.newSingleThreadExecutor();
        try {
            Future<Boolean> reading = readers.submit(() -> {
                TenantState state = one.newest();
                while (state.revision() <= ROUNDS) {
                    assertThat(state.members()).hasSize((int) (state.revision() - 1) * 3);
                    state = one.newest();
                }
                return true;
            });
            for (int round = 1; round <= ROUNDS; round++) {
                one.commit(put("a" + round), put("b" + round), put("c" + round));
            }
            assertThat(reading.get()).isTrue();
        } finally {
            readers.shutdownNow();
        }
    }

    @Test
    void aDroppedTenantIsGoneWithItsHistoryAndItsKeyIsFree() {
        one.create();
        one.commit(Specimens.everything(one.key()).toArray(StateChange[]::new));
        two.create();

        store().drop(one.key(), Specimens.dropped(one.key()));

        assertThat(store().load(one.key())).isEmpty();
        assertThat(store().revision(one.key())).isEmpty();
        assertThat(store().loadAt(one.key(), 1)).isEmpty();
        assertThat(store().tenants())
                .extracting(Tenant::key)
                .doesNotContain(one.key())
                .contains(two.key());
        assertThat(auditOf(one)).isEmpty();
        assertThat(one.create().members()).isEmpty();
        assertThat(store().loadAt(one.key(), 2)).isEmpty();
    }

    @Test
    void droppingAnUnknownTenantDoesNothing() {
        store().drop(one.key(), Specimens.dropped(one.key()));

        assertThat(store().audit(
                                new AuditQuery(null, null, null, null, one.key().value(), null, 0, 10)))
                .isEmpty();
    }

    @Test
    void aCommitOfAPasswordAloneIsARevision() {
        one.create();
        TenantState state = one.commit(new StateChange.PutPassword(new UserId("a"), "hash"));

        assertThat(state.revision()).isEqualTo(2);
        assertThat(state.policyRevision()).isEqualTo(1);
    }

    private void assertStale(TenantCommit... commits) {
        assertThatThrownBy(() -> store().commit(List.of(commits))).isInstanceOf(StaleRevisionException.class);
    }

    private boolean wins(TenantCommit... commits) {
        try {
            store().commit(List.of(commits));
            return true;
        } catch (StaleRevisionException somebodyWasFaster) {
            return false;
        }
    }

    private static long winnersOf(List<Callable<Boolean>> writers) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(writers.size());
        try {
            long winners = 0;
            for (Future<Boolean> outcome : pool.invokeAll(writers)) {
                winners += outcome.get() ? 1 : 0;
            }
            return winners;
        } finally {
            pool.shutdownNow();
        }
    }

    private List<AuditEntry> auditOf(StoredTenant tenant) {
        return store().audit(new AuditQuery(tenant.key(), null, null, null, null, null, 0, 100));
    }

    private static PutMember put(String id) {
        return new PutMember(Specimens.member(id, "Zoé"));
    }
}
