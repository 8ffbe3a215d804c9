package org.sightline.notifications.internal.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sightline.directory.model.MemberStatus;
import org.sightline.directory.model.UserId;
import org.sightline.notifications.internal.MovableClock;
import org.sightline.notifications.internal.SmallWorld;
import org.sightline.notifications.internal.text.CardLinks;
import org.sightline.notifications.model.Delivery;
import org.sightline.notifications.model.Notice;
import org.sightline.notifications.model.NoticeType;
import org.sightline.plugins.PolicyInfo;
import org.sightline.spi.Card;
import org.sightline.spi.NotificationChannel;
import org.sightline.store.StateChange.PutMember;
import org.sightline.store.StateChange.RemoveAdministrator;

class CourierTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Patience PATIENCE =
            new Patience(Duration.ofMillis(300), Duration.ofSeconds(10), Duration.ofHours(24));

    private final SmallWorld world = new SmallWorld(ZoneOffset.UTC, Locale.ENGLISH);
    private final MovableClock clock = new MovableClock(NOON);
    private final ScheduledExecutorService alarms = Executors.newSingleThreadScheduledExecutor();
    private final Posts posts = new Posts(clock, new Posts.Asking(Runnable::run, PATIENCE.limit(), alarms));
    private final Courier courier = new Courier(
            world.deliveries,
            new CardMaking(world, new CardLinks("https://sightline.example")),
            tenant -> posts.ids(),
            posts,
            clock,
            PATIENCE,
            alarms,
            () -> {});
    private final List<Card> arrived = new CopyOnWriteArrayList<>();

    @AfterEach
    void stop() {
        posts.close();
        alarms.shutdownNow();
    }

    private interface Way {

        void take(Card card) throws Exception;
    }

    private static NotificationChannel channel(String id, Way way) {
        return new NotificationChannel() {
            @Override
            public String id() {
                return id;
            }

            @Override
            public void deliver(Card card) throws Exception {
                way.take(card);
            }
        };
    }

    private void add(NotificationChannel channel, int ranking) {
        posts.add(channel, ranking, 1, () -> {});
    }

    private Delivery only(String channel) {
        return world.deliveries.deliveries(SmallWorld.ACME, 0, 100).stream()
                .filter(delivery -> delivery.channel().equals(channel))
                .findFirst()
                .orElseThrow();
    }

    private void awaitState(String channel, Delivery.State state) {
        await(channel + " " + state).until(() -> only(channel).state() == state);
        awaitIdle(channel);
    }

    private void awaitIdle(String channel) {
        await(channel + " idle").until(() -> posts.find(channel).orElseThrow().isIdle());
    }

    @Test
    void cardsArriveInOrderInTheTenantsWords() {
        add(channel("file", arrived::add), 0);
        Notice first = world.card(NoticeType.TRUST_REQUEST_RECEIVED, NOON, SmallWorld.ANNA, SmallWorld.BEN);
        Notice second = world.card(NoticeType.TRUST_REMOVED, NOON, SmallWorld.ANNA);
        courier.round();
        await().until(() -> arrived.size() == 2);

        assertThat(arrived).extracting(Card::id).containsExactly(first.id(), second.id());
        assertThat(arrived.get(0).title()).isEqualTo("Bravo asks to become a trusted party");
        assertThat(arrived.get(0).recipients())
                .extracting(Card.Recipient::email)
                .containsExactly("anna@acme.example", "ben@acme.example");
        awaitState("file", Delivery.State.DELIVERED);
    }

    @Test
    void whoLostTheRoleOrIsSuspendedIsNotTold() {
        add(channel("file", arrived::add), 0);
        world.card(NoticeType.TRUST_REMOVED, NOON, SmallWorld.ANNA, SmallWorld.BEN, SmallWorld.CYD);
        var anna = world.current(SmallWorld.ACME).directory();
        var member = anna.member(anna.memberNumber(SmallWorld.ANNA));
        world.commit(
                List.of(),
                new RemoveAdministrator(SmallWorld.BEN),
                new PutMember(new org.sightline.directory.model.Member(
                        member.id(),
                        member.name(),
                        member.profile(),
                        member.departments(),
                        member.customFields(),
                        MemberStatus.SUSPENDED)));
        courier.round();
        await().until(() -> arrived.size() == 1);
        assertThat(arrived.get(0).recipients()).isEmpty();
    }

    @Test
    void whatFailsIsTriedAgainWithGrowingPausesAndGivenUpAfterADay() {
        AtomicInteger attempts = new AtomicInteger();
        add(
                channel("webhook", card -> {
                    attempts.incrementAndGet();
                    throw new java.io.IOException("the receiver answered with status 503");
                }),
                0);
        world.card(NoticeType.TRUST_REMOVED, NOON, SmallWorld.ANNA);
        courier.round();
        await().until(() -> only("webhook").attempts() == 1);
        awaitIdle("webhook");
        assertThat(only("webhook").error()).isEqualTo("the receiver answered with status 503");
        assertThat(only("webhook").nextAt()).isEqualTo(NOON.plusSeconds(10));

        courier.round();
        awaitIdle("webhook");
        assertThat(attempts).as("not yet").hasValue(1);

        int tries = 1;
        while (only("webhook").state() == Delivery.State.PENDING) {
            Instant next = only("webhook").nextAt();
            assertThat(next).isNotNull();
            clock.set(next);
            courier.round();
            int expected = ++tries;
            await().until(() -> only("webhook").attempts() == expected);
            awaitIdle("webhook");
        }
        assertThat(only("webhook").state()).isEqualTo(Delivery.State.GIVEN_UP);
        assertThat(Duration.between(NOON, clock.instant())).isBetween(Duration.ofHours(24), Duration.ofHours(25));
        assertThat(attempts.get()).isBetween(30, 40);
    }

    @Test
    void aChannelThatHangsKeepsNobodyWaiting() {
        CountDownLatch never = new CountDownLatch(1);
        AtomicInteger calls = new AtomicInteger();
        add(
                channel("hanging", card -> {
                    calls.incrementAndGet();
                    boolean interrupted = true;
                    while (interrupted) {
                        try {
                            never.await();
                            interrupted = false;
                        } catch (InterruptedException ignoredOnPurpose) {
                            interrupted = true;
                        }
                    }
                }),
                0);
        add(channel("file", arrived::add), 0);
        world.card(NoticeType.TRUST_REMOVED, NOON, SmallWorld.ANNA);
        courier.round();
        await().until(() -> arrived.size() == 1);
        await("the time limit").until(() -> only("hanging").attempts() == 1);
        assertThat(only("hanging").error()).startsWith("took longer than");
        assertThat(posts.faults())
                .containsExactly("`hanging` did not take the last card of 1 tenant(s); they are tried again");

        clock.move(Duration.ofMinutes(1));
        world.card(NoticeType.TRUST_REMOVED, NOON, SmallWorld.ANNA);
        courier.round();
        await("the other channel goes on").until(() -> arrived.size() == 2);
        assertThat(calls).as("nobody is sent after the one that hangs").hasValue(1);
        never.countDown();
        awaitIdle("hanging");
        assertThat(only("hanging").state())
                .as("what came too late does not count")
                .isEqualTo(Delivery.State.PENDING);
    }

    @Test
    void aChannelThatThrowsAnErrorIsContained() {
        add(
                channel("broken", card -> {
                    throw new NoClassDefFoundError("com/vendor/Missing");
                }),
                0);
        add(channel("file", arrived::add), 0);
        world.card(NoticeType.TRUST_REMOVED, NOON, SmallWorld.ANNA);
        courier.round();
        await().until(() -> arrived.size() == 1);
        await().until(() -> only("broken").attempts() == 1);
        assertThat(only("broken").error()).isEqualTo("NoClassDefFoundError: com/vendor/Missing");
        assertThat(posts.infos())
                .extracting(info -> info.id() + ": " + info.detail())
                .containsExactly(
                        "broken: the last card did not go out: NoClassDefFoundError: com/vendor/Missing", "file: ");
    }

    @Test
    void aChannelIsReportedUntilItTakesACard() {
        AtomicBoolean works = new AtomicBoolean();
        add(
                channel("file", card -> {
                    if (!works.get()) {
                        throw new java.io.IOException("no room");
                    }
                }),
                0);
        world.card(NoticeType.TRUST_REMOVED, NOON, SmallWorld.ANNA);
        courier.round();
        await("reported").until(() -> posts.faults().size() == 1);
        awaitIdle("file");
        works.set(true);
        clock.move(Duration.ofMinutes(1));
        courier.round();
        await("well again").until(() -> posts.faults().isEmpty());
        assertThat(posts.infos()).extracting(PolicyInfo::detail).containsExactly("");
    }

    @Test
    void whatATenantsOwnReceiverRefusesIsNotTheServersTrouble() {
        add(
                channel("webhook", card -> {
                    throw new java.io.IOException("the receiver answered with status 503");
                }),
                0);
        world.card(NoticeType.TRUST_REMOVED, NOON, SmallWorld.ANNA);
        courier.round();
        await().until(() -> only("webhook").attempts() == 1);
        awaitIdle("webhook");
        assertThat(posts.faults()).isEmpty();
        assertThat(posts.infos()).extracting(PolicyInfo::detail).containsExactly("");
    }

    @Test
    void theHighestRankingServesAndItsSuccessorTakesOver() {
        List<Card> other = new CopyOnWriteArrayList<>();
        NotificationChannel best = channel("file", arrived::add);
        add(channel("file", other::add), 0);
        add(best, 10);
        world.card(NoticeType.TRUST_REMOVED, NOON, SmallWorld.ANNA);
        courier.round();
        await().until(() -> arrived.size() == 1);
        posts.remove(best);
        world.card(NoticeType.TRUST_REMOVED, NOON, SmallWorld.ANNA);
        courier.round();
        await().until(() -> other.size() == 1);
        assertThat(arrived).hasSize(1);
    }

    @Test
    void aChannelWithoutAProperIdIsLeftOut() {
        add(channel("No Good", arrived::add), 0);
        add(channel("fine", arrived::add), 0);
        assertThat(posts.ids()).containsExactly("fine");
    }

    @Test
    void whatWaitsForAChannelThatIsAwayGoesOutWhenItReturns() {
        NotificationChannel file = channel("file", arrived::add);
        add(file, 0);
        world.card(NoticeType.TRUST_REMOVED, NOON, new UserId("anna"));
        world.deliveries
                .undispatched(10)
                .forEach(card -> world.deliveries.dispatch(card.tenant(), card.number(), List.of("file"), NOON));
        posts.remove(file);
        courier.round();
        assertThat(only("file").state()).isEqualTo(Delivery.State.PENDING);
        add(channel("file", arrived::add), 0);
        courier.round();
        await().until(() -> arrived.size() == 1);
    }
}
