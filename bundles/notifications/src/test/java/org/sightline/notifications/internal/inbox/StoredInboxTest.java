package org.sightline.notifications.internal.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sightline.notifications.Inbox;
import org.sightline.notifications.Notification;
import org.sightline.notifications.internal.CommitBell;
import org.sightline.notifications.internal.MovableClock;
import org.sightline.notifications.internal.SmallWorld;
import org.sightline.notifications.model.Notice;
import org.sightline.notifications.model.NoticeType;
import org.sightline.store.TenantCommit;

class StoredInboxTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final SmallWorld world = new SmallWorld(ZoneOffset.UTC, Locale.JAPANESE);
    private final CommitBell bell = new CommitBell();
    private final StoredInbox inbox =
            new StoredInbox(world.notifications, bell, () -> "https://sightline.example", new MovableClock(NOON));

    @AfterEach
    void stop() {
        inbox.stop();
    }

    @Test
    void cardsAreShownInTheTenantsLanguage() {
        Notice card = world.card(NoticeType.TRUST_REQUEST_RECEIVED, NOON, SmallWorld.ANNA);
        Notification shown = newest().get(0);

        assertThat(shown.id()).isEqualTo(card.id());
        assertThat(shown.title()).isEqualTo("Bravoから関連組織の申請が届きました");
        assertThat(shown.link()).startsWith("https://sightline.example/");
        assertThat(shown.createdAt()).isEqualTo(NOON);
        assertThat(shown.read()).isFalse();
        assertThat(inbox.number(SmallWorld.ACME, SmallWorld.ANNA, card.id())).hasValue(shown.number());
        assertThat(inbox.number(SmallWorld.ACME, SmallWorld.BEN, card.id())).isEmpty();
    }

    @Test
    void aCardThatIsReadStaysRead() {
        Notice card = world.card(NoticeType.TRUST_REMOVED, NOON, SmallWorld.ANNA);
        var tenant = world.current(SmallWorld.ACME);
        assertThat(inbox.read(tenant, SmallWorld.ANNA, card.id()).orElseThrow().read())
                .isTrue();
        assertThat(inbox.read(tenant, SmallWorld.BEN, card.id())).isEmpty();
        assertThat(newest()).extracting(Notification::read).containsExactly(true);
    }

    @Test
    void whoWaitsIsToldOfCardsOfTheirTenant() {
        Counter counter = new Counter();
        Inbox.Watch watch = inbox.watch(SmallWorld.ACME, counter);
        bell.committed(List.of(commit(List.of())));
        assertThat(counter.told).as("a change without cards").hasValue(0);

        Notice card = world.card(NoticeType.TRUST_REMOVED, NOON, SmallWorld.ANNA);
        bell.committed(List.of(commit(List.of(card))));
        assertThat(counter.told).hasPositiveValue();

        watch.close();
        int before = counter.told.get();
        bell.ring(SmallWorld.ACME);
        assertThat(counter.told).hasValue(before);
        assertThat(counter.over).hasValue(0);
    }

    @Test
    void theEndOfTheInboxIsTold() {
        Counter counter = new Counter();
        inbox.watch(SmallWorld.ACME, counter);
        inbox.stop();
        assertThat(counter.over).hasValue(1);
        Counter late = new Counter();
        inbox.watch(SmallWorld.ACME, late);
        assertThat(late.over).hasValue(1);
    }

    private List<Notification> newest() {
        return inbox.newest(world.current(SmallWorld.ACME), SmallWorld.ANNA, Long.MAX_VALUE, 10);
    }

    private static TenantCommit commit(List<Notice> cards) {
        return new TenantCommit(SmallWorld.ACME, 1, List.of(), List.of(), cards);
    }

    private static final class Counter implements Inbox.Watcher {

        private final AtomicInteger told = new AtomicInteger();
        private final AtomicInteger over = new AtomicInteger();

        @Override
        public void somethingNew() {
            told.incrementAndGet();
        }

        @Override
        public void over() {
            over.incrementAndGet();
        }
    }
}
