package org.sightline.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sightline.audit.AuditEntry;
import org.sightline.directory.model.TenantKey;
import org.sightline.store.AuditQuery;
import org.sightline.store.HistoryStore;
import org.sightline.store.StateChange;
import org.sightline.store.StateChange.PutMember;
import org.sightline.store.TenantCommit;
import org.sightline.store.TenantState;
import org.sightline.store.TenantStore;

/** What is not kept is not found, and what is kept stays as it was, whenever rows go. */
@SuppressWarnings("NullAway.Init") // fields are set before each test
public abstract class HistoryStoreContract {

    private static final int REVISIONS = 12;

    private StoredTenant tenant;
    private final Map<Long, TenantState> states = new HashMap<>();

    /** Returns the store under test. */
    protected abstract HistoryStore history();

    /** Returns the tenant store on the same database. */
    protected abstract TenantStore tenants();

    @BeforeEach
    void writeAPast() {
        tenant = new StoredTenant(tenants());
        tenant.commit(Specimens.everything(tenant.key()).toArray(StateChange[]::new));
        for (long revision = 2; revision <= REVISIONS; revision++) {
            tenant.commit(
                    new PutMember(Specimens.member("m" + revision % 3, "Member at " + revision)),
                    new StateChange.PutPolicy(Specimens.policyWithAll()),
                    new StateChange.PutTenant(Specimens.tenantWithAll(tenant.key())));
        }
        for (long revision = 1; revision <= REVISIONS; revision++) {
            states.put(revision, tenant.at(revision));
        }
    }

    private void assertKeptFrom(long oldest) {
        assertThat(tenants().oldestRevision(tenant.key())).isEqualTo(oldest);
        for (long revision = 1; revision <= REVISIONS; revision++) {
            if (revision < oldest) {
                assertThat(tenants().loadAt(tenant.key(), revision))
                        .as("revision %s of %s", revision, oldest)
                        .isEmpty();
            } else {
                StoredTenant.assertSame(tenant.at(revision), expected(revision));
            }
        }
        StoredTenant.assertSame(tenant.newest(), expected(REVISIONS));
    }

    private TenantState expected(long revision) {
        return Objects.requireNonNull(states.get(revision));
    }

    private long remove() {
        return history().removeForgotten(tenant.key(), rows -> {});
    }

    @Test
    void everythingIsKeptAtFirst() {
        assertThat(remove()).isZero();
        assertKeptFrom(1);
        assertThat(tenants().oldestRevision(TenantKey.random())).isEqualTo(1);
    }

    @Test
    void whatIsForgottenIsNotFoundBeforeItsRowsAreGone() {
        history().keepFrom(tenant.key(), 5);
        assertKeptFrom(5);
        List<Long> told = new ArrayList<>();
        long gone = history().removeForgotten(tenant.key(), told::add);
        assertThat(gone).isPositive();
        assertThat(told).isNotEmpty().endsWith(gone);
        assertKeptFrom(5);
        assertThat(remove()).isZero();
    }

    @Test
    void aForgottenRevisionNeverComesBack() {
        history().keepFrom(tenant.key(), 5);
        history().keepFrom(tenant.key(), 3);
        assertKeptFrom(5);
        history().keepFrom(tenant.key(), REVISIONS);
        remove();
        assertKeptFrom(REVISIONS);
    }

    @Test
    void changesGoOnAsBefore() {
        history().keepFrom(tenant.key(), REVISIONS);
        remove();
        TenantState before = tenant.newest();
        TenantState after = tenant.commit(
                new PutMember(Specimens.member("m0", "Another")), new PutMember(Specimens.member("new", "New")));
        assertThat(after.members()).hasSize(before.members().size() + 1);
        StoredTenant.assertSame(tenant.at(REVISIONS), before);
        history().keepFrom(tenant.key(), REVISIONS + 1);
        assertThat(remove()).isEqualTo(1);
        StoredTenant.assertSame(tenant.newest(), after);
    }

    @Test
    void randomPastsStayWhatTheyWere() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        long oldest = 1;
        while (oldest < REVISIONS) {
            oldest += 1 + random.nextInt(3);
            oldest = Math.min(oldest, REVISIONS);
            history().keepFrom(tenant.key(), oldest);
            remove();
            assertKeptFrom(oldest);
        }
    }

    @Test
    void anotherTenantsPastStays() {
        StoredTenant other = new StoredTenant(tenants());
        other.create();
        other.commit(new PutMember(Specimens.member("a", "A")));
        TenantState first = other.at(1);
        history().keepFrom(tenant.key(), REVISIONS);
        remove();
        StoredTenant.assertSame(other.at(1), first);
        assertThat(tenants().oldestRevision(other.key())).isEqualTo(1);
    }

    @Test
    void aTenantThatIsGoneLeavesNoMark() {
        history().keepFrom(tenant.key(), 5);
        tenants().drop(tenant.key(), Specimens.dropped(tenant.key()));
        history().keepFrom(tenant.key(), 7);
        assertThat(remove()).isZero();
        tenant.create();
        assertThat(tenants().oldestRevision(tenant.key())).isEqualTo(1);
        assertThat(tenant.at(1).revision()).isEqualTo(1);
    }

    @Test
    void auditEntriesGoWithTheirRevisionsOnly() {
        tenants()
                .commit(List.of(new TenantCommit(
                        tenant.key(),
                        REVISIONS,
                        List.of(new PutMember(Specimens.member("late", "Late"))),
                        List.of(Specimens.entry(
                                Specimens.NOON.plusSeconds(60), "z", "user.create", "late", REVISIONS + 1)))));
        assertThat(history().removeAudit(tenant.key(), Specimens.NOON.plusSeconds(30), rows -> {}))
                .as("all revisions are kept")
                .isZero();
        history().keepFrom(tenant.key(), 5);
        assertThat(history().removeAudit(tenant.key(), Specimens.NOON, rows -> {}))
                .as("entries of the very moment stay")
                .isZero();
        assertThat(history().removeAudit(tenant.key(), Specimens.NOON.plusSeconds(30), rows -> {}))
                .isEqualTo(4);
        assertThat(audit(tenant.key()))
                .extracting(AuditEntry::revision)
                .doesNotContain(1L, 4L)
                .contains(5L, 13L);
        assertThat(tenants().revisionAt(tenant.key(), Specimens.NOON.plusSeconds(90)))
                .hasValue(REVISIONS + 1);
    }

    @Test
    void theOperatorsOwnLogHasNoRevisions() {
        StoredTenant gone = new StoredTenant(tenants());
        gone.create();
        tenants().drop(gone.key(), Specimens.dropped(gone.key()));
        int before = audit(null).size();
        assertThat(history().removeAudit(null, Specimens.NOON, rows -> {})).isZero();
        assertThat(history().removeAudit(null, Specimens.NOON.plusSeconds(1), rows -> {}))
                .isEqualTo(before);
        assertThat(audit(null)).isEmpty();
        assertThat(audit(tenant.key())).hasSize(REVISIONS);
    }

    private List<AuditEntry> audit(@Nullable TenantKey of) {
        return tenants().audit(new AuditQuery(of, null, null, null, null, null, 0, 100_000));
    }
}
