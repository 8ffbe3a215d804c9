package org.sightline.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sightline.audit.AuditEntry;
import org.sightline.directory.model.TenantKey;
import org.sightline.directory.model.UserId;
import org.sightline.notifications.model.Delivery;
import org.sightline.notifications.model.Notice;
import org.sightline.notifications.model.NoticeType;
import org.sightline.notifications.model.TenantChannels;
import org.sightline.store.AuditQuery;
import org.sightline.store.DeliveryStore;
import org.sightline.store.DeliveryStore.Outgoing;
import org.sightline.store.DeliveryStore.Receiver;
import org.sightline.store.DeliveryStore.StoredChannels;
import org.sightline.store.StateChange.PutTenant;
import org.sightline.store.TenantCommit;
import org.sightline.store.TenantStore;

/** A card is handed on once, tried by one at a time, and its way can be followed; choices of channels are kept. */
@SuppressWarnings("NullAway.Init") // fields are set before each test
public abstract class DeliveryStoreContract {

    private static final UserId ANNA = new UserId("anna");
    private static final Instant NOW = Specimens.NOON;
    private static final int WORKERS = 4;

    private StoredTenant tenant;

    /** Returns the store under test. */
    protected abstract DeliveryStore deliveries();

    /** Returns the tenant store on the same database. */
    protected abstract TenantStore tenants();

    @BeforeEach
    void createTenant() {
        tenant = new StoredTenant(tenants());
        tenant.create();
    }

    @Test
    void aCardIsHandedOnOnce() {
        Outgoing card = commit();
        assertThat(card.notice().recipients()).containsExactly(ANNA);
        assertThat(dispatch(card, "mail", "webhook")).isTrue();
        assertThat(dispatch(card, "mail")).isFalse();
        assertThat(undispatched()).isEmpty();

        assertThat(deliveries().deliveries(tenant.key(), 0, 10))
                .extracting(Delivery::channel)
                .containsExactly("mail", "webhook");
        assertThat(due("mail")).singleElement().satisfies(delivery -> {
            assertThat(delivery.notice()).isEqualTo(card.notice().id());
            assertThat(delivery.state()).isEqualTo(Delivery.State.PENDING);
            assertThat(delivery.attempts()).isZero();
        });
        assertThat(deliveries().card(tenant.key(), card.number())).contains(card);
    }

    @Test
    void aCardWithoutChannelsIsHandedOnToNobody() {
        assertThat(dispatch(commit())).isTrue();
        assertThat(undispatched()).isEmpty();
        assertThat(deliveries().deliveries(tenant.key(), 0, 10)).isEmpty();
    }

    @Test
    void ofSeveralWorkersOneGetsEachDelivery() throws Exception {
        dispatch(commit(), "mail");
        Delivery due = due("mail").get(0);
        assertThat(winners(() -> deliveries().claim(due, NOW.plusSeconds(60)).isPresent()))
                .isEqualTo(1);
        assertThat(due("mail")).isEmpty();
    }

    @Test
    void whatAClockAheadPutOffIsDue() {
        dispatch(commit(), "mail");
        Instant tooFar = NOW.plus(DeliveryStore.MOST_AHEAD).plusSeconds(1);
        assertThat(deliveries().claim(due("mail").get(0), tooFar)).isPresent();
        assertThat(due("mail")).hasSize(1);
        assertThat(deliveries().dueReceivers(NOW)).contains(new Receiver(tenant.key(), "mail"));
    }

    @Test
    void ofSeveralWorkersOneHandsACardOn() throws Exception {
        Outgoing card = commit();
        assertThat(winners(() -> dispatch(card, "mail"))).isEqualTo(1);
        assertThat(due("mail")).hasSize(1);
    }

    private static int winners(Callable<Boolean> attempt) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(WORKERS);
        try {
            List<Callable<Boolean>> attempts = new ArrayList<>();
            for (int worker = 0; worker < WORKERS; worker++) {
                attempts.add(attempt);
            }
            int winners = 0;
            for (Future<Boolean> each : pool.invokeAll(attempts)) {
                winners += each.get() ? 1 : 0;
            }
            return winners;
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void whoseWorkerDoesNotComeBackIsDueAgain() {
        dispatch(commit(), "mail");
        Delivery claimed =
                deliveries().claim(due("mail").get(0), NOW.plusSeconds(60)).orElseThrow();
        Delivery again = deliveries()
                .due(new Receiver(tenant.key(), "mail"), NOW.plusSeconds(60), 10)
                .get(0);
        Delivery theirs = deliveries().claim(again, NOW.plusSeconds(120)).orElseThrow();

        deliveries().settle(claimed, claimed.delivered(NOW));
        assertThat(only("mail").state()).as("said too late").isEqualTo(Delivery.State.PENDING);
        deliveries().settle(theirs, theirs.delivered(NOW.plusSeconds(70)));
        assertThat(only("mail")).isEqualTo(theirs.delivered(NOW.plusSeconds(70)));
    }

    @Test
    void whatFailedIsDueLaterAndSaysWhy() {
        dispatch(commit(), "webhook");
        Delivery claimed =
                deliveries().claim(due("webhook").get(0), NOW.plusSeconds(60)).orElseThrow();
        deliveries().settle(claimed, claimed.failed("status 503 ⚠", NOW.plusSeconds(20)));

        assertThat(only("webhook").error()).isEqualTo("status 503 ⚠");
        assertThat(only("webhook").attempts()).isEqualTo(1);
        assertThat(due("webhook")).isEmpty();
        assertThat(deliveries().nextDue(NOW)).isPresent();
        assertThat(deliveries().due(new Receiver(tenant.key(), "webhook"), NOW.plusSeconds(20), 10))
                .hasSize(1);
        assertThat(deliveries().dueReceivers(NOW.plusSeconds(20))).contains(new Receiver(tenant.key(), "webhook"));
    }

    @Test
    void whatWasGivenUpIsNotDueAgain() {
        dispatch(commit(), "webhook");
        Delivery claimed =
                deliveries().claim(due("webhook").get(0), NOW.plusSeconds(60)).orElseThrow();
        deliveries().settle(claimed, claimed.givenUp("gone", NOW));

        assertThat(only("webhook")).isEqualTo(claimed.givenUp("gone", NOW));
        assertThat(deliveries().dueReceivers(NOW.plusSeconds(3600)))
                .doesNotContain(new Receiver(tenant.key(), "webhook"));
    }

    @Test
    void deliveriesAreListedNewestFirstInPieces() {
        dispatch(commit(), "mail", "webhook");
        dispatch(commit(), "mail");
        List<Delivery> all = deliveries().deliveries(tenant.key(), 0, 10);
        assertThat(all).extracting(Delivery::channel).containsExactly("mail", "mail", "webhook");
        assertThat(deliveries().deliveries(tenant.key(), 1, 1)).containsExactly(all.get(1));
        assertThat(deliveries().deliveries(null, 0, 1)).hasSize(1);
    }

    @Test
    void aChoiceOfChannelsIsKeptWithItsAuditEntry() {
        StoredChannels first = new StoredChannels(new TenantChannels(true, null), null);
        StoredChannels second = new StoredChannels(
                new TenantChannels(false, new TenantChannels.Webhook(URI.create("https://example.com/a?b=ü"), true)),
                "sealed");

        assertThat(deliveries().channels(tenant.key())).isEmpty();
        assertThat(put(null, first)).isTrue();
        assertThat(put(null, second)).as("decided on something else").isFalse();
        assertThat(deliveries().channels(tenant.key())).contains(first);
        assertThat(put(first, second)).isTrue();
        assertThat(deliveries().channels(tenant.key())).contains(second);
        assertThat(tenants().audit(new AuditQuery(tenant.key(), null, null, null, null, "channels.test", 0, 10)))
                .hasSize(2);
    }

    @Test
    void aTenantThatIsDroppedTakesItsDeliveriesAndChoicesAlong() {
        dispatch(commit(), "mail");
        put(null, new StoredChannels(TenantChannels.NONE, null));
        tenants().drop(tenant.key(), Specimens.dropped(tenant.key()));

        assertThat(deliveries().deliveries(tenant.key(), 0, 10)).isEmpty();
        assertThat(deliveries().channels(tenant.key())).isEmpty();
        assertThat(put(null, new StoredChannels(TenantChannels.NONE, null))).isFalse();
    }

    private boolean put(@Nullable StoredChannels expected, StoredChannels chosen) {
        AuditEntry entry =
                Specimens.entry(NOW, "anna", "channels.test", tenant.key().value(), 1);
        return deliveries().putChannels(tenant.key(), expected, chosen, entry);
    }

    private Outgoing commit() {
        Notice notice = Specimens.notice(NoticeType.TRUST_REMOVED, ANNA);
        long revision = tenant.newest().revision();
        TenantKey key = tenant.key();
        tenants()
                .commit(List.of(new TenantCommit(
                        key,
                        revision,
                        List.of(new PutTenant(tenant.newest().tenant())),
                        List.of(Specimens.entry(revision + 1)),
                        List.of(notice))));
        return undispatched().stream()
                .filter(card -> card.notice().id().equals(notice.id()))
                .findFirst()
                .orElseThrow();
    }

    private boolean dispatch(Outgoing card, String... channels) {
        return deliveries().dispatch(card.tenant(), card.number(), List.of(channels), NOW);
    }

    private List<Outgoing> undispatched() {
        return deliveries().undispatched(10_000).stream()
                .filter(card -> card.tenant().equals(tenant.key()))
                .toList();
    }

    private List<Delivery> due(String channel) {
        return deliveries().due(new Receiver(tenant.key(), channel), NOW, 10);
    }

    private Delivery only(String channel) {
        return deliveries().deliveries(tenant.key(), 0, 10).stream()
                .filter(delivery -> delivery.channel().equals(channel))
                .findFirst()
                .orElseThrow();
    }
}
