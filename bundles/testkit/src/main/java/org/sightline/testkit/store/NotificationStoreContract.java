package org.sightline.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sightline.directory.model.TenantKey;
import org.sightline.directory.model.UserId;
import org.sightline.notifications.model.Notice;
import org.sightline.notifications.model.NoticeType;
import org.sightline.store.NotificationStore;
import org.sightline.store.NotificationStore.StoredNotice;
import org.sightline.store.NotificationStore.WaitingRequests;
import org.sightline.store.StateChange.ChangeTrust;
import org.sightline.store.StateChange.PutTenant;
import org.sightline.store.TenantCommit;
import org.sightline.store.TenantStore;
import org.sightline.trust.model.Decision;
import org.sightline.trust.model.RequestState;
import org.sightline.trust.model.SharingScope;
import org.sightline.trust.model.TrustAccess;
import org.sightline.trust.model.TrustChange.PutRequest;
import org.sightline.trust.model.TrustRequest;

/** Cards are found by those they are for, in order; a day's digest is written once, whoever tries. */
@SuppressWarnings("NullAway.Init") // fields are set before each test
public abstract class NotificationStoreContract {

    private static final UserId ANNA = new UserId("anna");
    private static final UserId OTHER_ANNA = new UserId("Anna");
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
    private static final int SCHEDULERS = 2;
    private static final int DAYS = 50;

    private StoredTenant tenant;
    private StoredTenant other;

    /** Returns the store under test. */
    protected abstract NotificationStore notifications();

    /** Returns the tenant store on the same database. */
    protected abstract TenantStore tenants();

    @BeforeEach
    void createTenants() {
        tenant = new StoredTenant(tenants());
        tenant.create();
        other = new StoredTenant(tenants());
        other.create();
    }

    @Test
    void cardsComeWithTheCommitAndOnlyToTheirRecipients() {
        Notice card = commit(tenant, NoticeType.TRUST_REQUEST_RECEIVED, ANNA);
        Notice shared = commit(tenant, NoticeType.TRUST_REMOVED, ANNA, OTHER_ANNA);
        commit(other, NoticeType.TRUST_REMOVED, ANNA);

        assertThat(newest(tenant, ANNA)).containsExactly(shared.to(List.of()), card.to(List.of()));
        assertThat(newest(tenant, OTHER_ANNA)).containsExactly(shared.to(List.of()));
        assertThat(newest(tenant, new UserId("bob"))).isEmpty();
    }

    @Test
    void anInboxIsReadInPiecesThatNewCardsDoNotShift() {
        List<Notice> cards = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            cards.add(0, commit(tenant, NoticeType.TRUST_REMOVED, ANNA).to(List.of()));
        }
        List<StoredNotice> first = notifications().newest(tenant.key(), ANNA, Long.MAX_VALUE, 2);
        commit(tenant, NoticeType.TRUST_REMOVED, ANNA);
        List<StoredNotice> second =
                notifications().newest(tenant.key(), ANNA, first.get(1).number(), 10);

        assertThat(first).extracting(StoredNotice::notice).containsExactlyElementsOf(cards.subList(0, 2));
        assertThat(second).extracting(StoredNotice::notice).containsExactlyElementsOf(cards.subList(2, 5));
    }

    @Test
    void whoRemembersTheLastNumberGetsWhatCameAfterIt() {
        commit(tenant, NoticeType.TRUST_REMOVED, ANNA);
        long last = notifications().newestNumber(tenant.key());
        Notice second = commit(tenant, NoticeType.TRUST_REMOVED, ANNA).to(List.of());
        Notice third = commit(tenant, NoticeType.TRUST_REMOVED, ANNA).to(List.of());

        assertThat(notifications().after(tenant.key(), ANNA, last, 10))
                .extracting(StoredNotice::notice)
                .containsExactly(second, third);
        assertThat(notifications().after(tenant.key(), ANNA, last, 1))
                .extracting(StoredNotice::notice)
                .containsExactly(second);
        assertThat(notifications().newestNumber(tenant.key())).isGreaterThan(last);
        assertThat(notifications().newestNumber(other.key())).isZero();
    }

    @Test
    void aCardIsReadByEachReaderApart() {
        Notice card = commit(tenant, NoticeType.TRUST_REMOVED, ANNA, OTHER_ANNA);
        notifications().markRead(tenant.key(), ANNA, card.id(), Specimens.NOON);
        notifications().markRead(tenant.key(), ANNA, card.id(), Specimens.NOON.plusSeconds(1));

        assertThat(notifications()
                        .find(tenant.key(), ANNA, card.id())
                        .orElseThrow()
                        .read())
                .isTrue();
        assertThat(notifications()
                        .find(tenant.key(), OTHER_ANNA, card.id())
                        .orElseThrow()
                        .read())
                .isFalse();
        assertThat(notifications().find(other.key(), ANNA, card.id())).isEmpty();
        assertThat(notifications().find(tenant.key(), ANNA, "unknown")).isEmpty();
    }

    @Test
    void tenantsWithPendingIncomingRequestsAreWaitedFor() {
        tenant.commit(new PutTenant(Specimens.tenantWithAll(tenant.key())));
        ask(tenant, "r1", other.key(), tenant.key(), Specimens.NOON.plusSeconds(5));
        ask(tenant, "r2", other.key(), tenant.key(), Specimens.NOON);
        ask(other, "r2", other.key(), tenant.key(), Specimens.NOON);

        assertThat(waiting())
                .containsExactly(new WaitingRequests(tenant.key(), ZoneId.of("Asia/Tokyo"), Specimens.NOON));
        TrustRequest request = tenant.newest().trust().request("r2").orElseThrow();
        tenant.commit(new ChangeTrust(new PutRequest(
                request.decided(RequestState.REJECTED, new Decision(Specimens.NOON, tenant.key(), "anna", null)))));
        assertThat(waiting()).extracting(WaitingRequests::since).containsExactly(Specimens.NOON.plusSeconds(5));
    }

    @Test
    void aDigestIsWrittenOnceForADayAndNeverForAnEarlierOne() {
        assertThat(digest(tenant.key(), MONDAY)).isTrue();
        assertThat(digest(tenant.key(), MONDAY)).isFalse();
        assertThat(digest(tenant.key(), MONDAY.minusDays(1))).isFalse();
        assertThat(digest(tenant.key(), MONDAY.plusDays(3))).isTrue();
        assertThat(digest(other.key(), MONDAY)).isTrue();
        assertThat(digest(TenantKey.random(), MONDAY)).isFalse();

        assertThat(newest(tenant, ANNA)).hasSize(2);
    }

    @Test
    void ofTwoSchedulersExactlyOneWritesEachDaysDigest() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(SCHEDULERS);
        try {
            for (int day = 0; day < DAYS; day++) {
                LocalDate date = MONDAY.plusDays(day);
                List<Callable<Boolean>> attempts = new ArrayList<>();
                for (int scheduler = 0; scheduler < SCHEDULERS; scheduler++) {
                    attempts.add(() -> digest(tenant.key(), date));
                }
                int winners = 0;
                for (Future<Boolean> attempt : pool.invokeAll(attempts)) {
                    winners += attempt.get() ? 1 : 0;
                }
                assertThat(winners).as("digests of %s", date).isEqualTo(1);
            }
        } finally {
            pool.shutdownNow();
        }
        assertThat(newest(tenant, ANNA)).hasSize(DAYS);
    }

    @Test
    void aClockThatWasAheadEndsNobodysDigestsAndRepeatsNone() {
        assertThat(digest(tenant.key(), MONDAY)).isTrue();
        assertThat(digest(tenant.key(), MONDAY.plusYears(70))).as("ahead").isTrue();
        assertThat(digest(tenant.key(), MONDAY)).as("right again, the same day").isFalse();
        assertThat(digest(tenant.key(), MONDAY.plusDays(1))).isTrue();
        assertThat(digest(tenant.key(), MONDAY.plusDays(1))).isFalse();
        assertThat(newest(tenant, ANNA)).hasSize(3);
    }

    @Test
    void oldCardsAreRemoved() {
        commit(tenant, NoticeType.TRUST_REMOVED, ANNA);
        notifications().removeOlder(Specimens.NOON);
        assertThat(newest(tenant, ANNA)).hasSize(1);
        notifications().removeOlder(Specimens.NOON.plusSeconds(1));
        assertThat(newest(tenant, ANNA)).isEmpty();
    }

    @Test
    void aTenantThatIsDroppedTakesItsCardsAlong() {
        commit(tenant, NoticeType.TRUST_REMOVED, ANNA);
        digest(tenant.key(), MONDAY);
        tenants().drop(tenant.key(), Specimens.dropped(tenant.key()));
        assertThat(newest(tenant, ANNA)).isEmpty();
        tenant.create();
        assertThat(digest(tenant.key(), MONDAY)).isTrue();
    }

    private List<Notice> newest(StoredTenant of, UserId reader) {
        return notifications().newest(of.key(), reader, Long.MAX_VALUE, 1000).stream()
                .map(StoredNotice::notice)
                .toList();
    }

    private Notice commit(StoredTenant of, NoticeType type, UserId... recipients) {
        Notice notice = Specimens.notice(type, recipients);
        long revision = of.newest().revision();
        tenants()
                .commit(List.of(new TenantCommit(
                        of.key(),
                        revision,
                        List.of(new PutTenant(of.newest().tenant())),
                        List.of(Specimens.entry(revision + 1)),
                        List.of(notice))));
        return notice;
    }

    private static void ask(StoredTenant side, String id, TenantKey from, TenantKey to, Instant at) {
        side.commit(new ChangeTrust(new PutRequest(new TrustRequest(
                id, from, to, RequestState.PENDING, SharingScope.NOBODY, TrustAccess.FULL, at, null))));
    }

    private List<WaitingRequests> waiting() {
        return notifications().waitingRequests().stream()
                .filter(each ->
                        each.tenant().equals(tenant.key()) || each.tenant().equals(other.key()))
                .toList();
    }

    private boolean digest(TenantKey of, LocalDate day) {
        Notice card = Notice.of(
                NoticeType.TRUST_REQUESTS_DIGEST,
                Specimens.NOON,
                List.of(ANNA),
                "trust_requests",
                day.toString(),
                Map.of("count", "2"));
        return notifications().claimDigest(of, day, List.of(card));
    }
}
