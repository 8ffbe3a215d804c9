package org.sightline.resources.internal.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sightline.resources.internal.Office.KEY;
import static org.sightline.resources.internal.Office.LILY;
import static org.sightline.resources.internal.Office.MAX;
import static org.sightline.resources.internal.Office.forMember;
import static org.sightline.resources.internal.Office.itself;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.sightline.apps.model.App;
import org.sightline.apps.model.AppChange;
import org.sightline.apps.model.AppId;
import org.sightline.apps.model.AppPermission;
import org.sightline.apps.model.DataRange;
import org.sightline.apps.model.PermissionName;
import org.sightline.directory.Expectation;
import org.sightline.directory.model.MemberStatus;
import org.sightline.directory.model.UserId;
import org.sightline.events.EventMessage;
import org.sightline.events.EventPosts;
import org.sightline.events.model.EventDelivery;
import org.sightline.events.model.EventDelivery.State;
import org.sightline.events.model.EventType;
import org.sightline.metrics.Metric;
import org.sightline.resources.internal.Office;
import org.sightline.resources.internal.registry.ResourcesOf;
import org.sightline.resources.internal.subscription.SubscriptionsOf;
import org.sightline.resources.model.Resource;
import org.sightline.store.EventStore;
import org.sightline.store.StateChange;

/** From the change to the receiver, on stores in memory and with receivers of paper. */
class CourierTest {

    private static final String READ = "contact:user.base:readonly";
    private static final String WIDE = "drive:drive";
    private static final Patience PATIENCE =
            new Patience(Duration.ofSeconds(10), Duration.ofDays(1), Duration.ofDays(7));

    private final Office office = new Office();
    private final Paper paper = new Paper();
    private final Set<PermissionName> consented = new java.util.HashSet<>(Set.of(new PermissionName(WIDE)));
    private final Lines lines = new Lines(16);
    private final Courier courier = new Courier(
            office.events,
            office.tenants,
            office,
            new Judge(new Things(office, office.resources), (tenant, app, user) -> consented),
            () -> paper,
            office,
            PATIENCE,
            lines,
            Runnable::run,
            () -> {});

    private void app(DataRange range) {
        office.app("bot", range, READ + "@app", WIDE + "@app", WIDE + "@user");
    }

    private void subscribe(EventType... events) {
        for (EventType event : events) {
            SubscriptionsOf.office(office).subscribe(itself("bot", READ, WIDE), event, null);
        }
    }

    private void put(UserId user, String name) {
        office.change(new StateChange.PutMember(Office.member(user, name)));
    }

    private List<String> log() {
        return office
                .events
                .deliveries(new EventStore.App(KEY, new AppId("bot")), null, Instant.EPOCH, Long.MAX_VALUE, 9_999)
                .stream()
                .map(each -> each.progress().state().key() + " " + each.event().key() + " " + each.object())
                .toList();
    }

    private double counted(String outcome) {
        return courier.counts().read().samples().stream()
                .filter(sample -> outcome.equals(sample.labels().get("outcome")))
                .mapToDouble(Metric.Sample::value)
                .sum();
    }

    private EventDelivery.Progress progress() {
        return office.events
                .deliveries(new EventStore.App(KEY, new AppId("bot")), null, Instant.EPOCH, Long.MAX_VALUE, 1)
                .get(0)
                .progress();
    }

    @Test
    void anEventIsToldWithTheFieldsThatAreOpen() {
        app(DataRange.EVERYONE);
        subscribe(EventType.USER_UPDATED);
        put(MAX, "Maximilian");
        courier.round();

        assertThat(paper.told).singleElement().satisfies(message -> {
            assertThat(message.event()).isEqualTo(EventType.USER_UPDATED);
            assertThat(message.user()).isNull();
            assertThat(message.thing()).isInstanceOfSatisfying(EventMessage.Thing.OfMember.class, of -> {
                assertThat(of.member().name()).isEqualTo("Maximilian");
                assertThat(of.open()).contains("name").doesNotContain("email");
            });
        });
        assertThat(paper.keys).containsExactly("key of sealed");
        assertThat(counted("delivered")).isEqualTo(1);
        assertThat(log()).containsExactly("delivered user.updated max");
    }

    @Test
    void nothingIsWrittenForWhoDoesNotSubscribeOrMayNot() {
        app(new DataRange(false, List.of(), List.of(MAX), List.of()));
        put(MAX, "1");
        subscribe(EventType.USER_UPDATED);
        put(LILY, "outside the range");
        office.change(new StateChange.ChangeApps(
                new AppChange.RemoveGrant(new AppId("bot"), AppPermission.of(READ + "@app"))));
        put(MAX, "2");
        courier.round();
        assertThat(log()).isEmpty();
        assertThat(paper.told).isEmpty();
    }

    @Test
    void aFailureIsTriedAgainWithLongerAndLongerPausesForADay() {
        app(DataRange.EVERYONE);
        subscribe(EventType.USER_UPDATED);
        paper.failure = new IOException("the receiver answered with status 500");
        put(MAX, "1");
        courier.round();
        assertThat(progress().state()).isEqualTo(State.PENDING);
        assertThat(progress().error()).isEqualTo("the receiver answered with status 500");
        assertThat(courier.next()).isEqualTo(office.instant().plusSeconds(10));
        assertThat(counted("failed")).isEqualTo(1);

        for (int minute = 0; minute < 30 * 60; minute++) {
            office.pass(Duration.ofMinutes(1));
            courier.round();
        }
        assertThat(paper.attempts).isBetween(20, 40);
        assertThat(log()).containsExactly("given_up user.updated max");
        office.pass(Duration.ofDays(8));
        courier.round();
        assertThat(log()).as("forgotten").isEmpty();
    }

    @Test
    void theNextEventOfTheSameThingWaits() {
        app(DataRange.EVERYONE);
        subscribe(EventType.USER_UPDATED);
        put(LILY, "0");
        courier.round();
        paper.failure = new IOException("no");
        put(MAX, "1");
        put(MAX, "2");
        courier.round();
        assertThat(paper.attempts).isEqualTo(2);
        paper.failure = null;
        office.pass(Duration.ofSeconds(11));
        courier.round();
        courier.round();
        assertThat(log())
                .containsExactly(
                        "delivered user.updated max", "delivered user.updated max", "delivered user.updated lily");
    }

    @Test
    void whatTheAppMayNoLongerKnowIsDropped() {
        app(DataRange.EVERYONE);
        subscribe(EventType.USER_UPDATED, EventType.USER_DELETED);
        put(MAX, "1");
        office.change(new StateChange.PutMember(Office.member(LILY, "Lily").withStatus(MemberStatus.DELETED)));
        App bot = office.present().apps().app(new AppId("bot")).orElseThrow();
        office.change(new StateChange.ChangeApps(
                new AppChange.PutApp(bot.withRange(new DataRange(false, List.of(), List.of(LILY), List.of())))));
        courier.round();
        assertThat(log()).containsExactly("dropped user.deleted lily", "dropped user.updated max");
        assertThat(paper.told).isEmpty();
    }

    @Test
    void aMemberWhoTakesTheirConsentBackIsNotToldOf() {
        app(DataRange.NOBODY);
        SubscriptionsOf.office(office).subscribe(forMember(LILY, "bot", WIDE), EventType.RESOURCE_UPDATED, null);
        Resource lilys = ResourcesOf.office(office, forMember(LILY, "bot", WIDE));
        ResourcesOf.office(office, itself("bot", WIDE));
        ResourcesOf.service(office).rename(forMember(LILY, "bot", WIDE), lilys.id(), Expectation.any(), present -> "2");
        courier.round();
        assertThat(paper.told).singleElement().satisfies(message -> assertThat(message.user())
                .isEqualTo(LILY));
        consented.clear();
        ResourcesOf.service(office).rename(forMember(LILY, "bot", WIDE), lilys.id(), Expectation.any(), present -> "3");
        courier.round();
        assertThat(paper.told).hasSize(1);
        assertThat(log()).contains("dropped resource.updated " + lilys.id());
    }

    @Test
    void anImportOfManyIsWrittenInFewRowsAndUnfoldedAsFastAsItIsTaken() {
        app(DataRange.EVERYONE);
        subscribe(EventType.USER_CREATED);
        office.change(IntStream.range(0, 5_000)
                .mapToObj(number -> new StateChange.PutMember(Office.member(new UserId("m" + number), "M")))
                .toArray(StateChange[]::new));
        paper.hangs = true;
        courier.round();
        assertThat(office.events.pending(new EventStore.App(KEY, new AppId("bot"))))
                .isEqualTo(Courier.MOST_PENDING);
        assertThat(office.events.waiting()).hasSize(1);
        assertThat(lines.busy()).isEqualTo(1);

        paper.hangs = false;
        paper.waiting.forEach(each -> each.complete(null));
        for (int round = 0; round < 2_000 && paper.told.size() < 5_000; round++) {
            courier.round();
        }
        assertThat(paper.told).hasSize(5_000);
        assertThat(paper.told.get(4_999).id()).isNotEqualTo(paper.told.get(0).id());
        assertThat(office.events.waiting()).isEmpty();
    }

    /** Takes events, or does not. */
    private static final class Paper implements EventPosts {

        private final List<EventMessage> told = new ArrayList<>();
        private final List<String> keys = new ArrayList<>();
        private final List<CompletableFuture<@Nullable Void>> waiting = new ArrayList<>();
        private @Nullable IOException failure;
        private boolean hangs;
        private int attempts;

        @Override
        public CompletionStage<@Nullable Void> post(URI url, String signingKey, EventMessage message) {
            attempts++;
            if (failure != null) {
                return CompletableFuture.failedFuture(failure);
            }
            told.add(message);
            keys.add(signingKey);
            CompletableFuture<@Nullable Void> end = new CompletableFuture<>();
            if (hangs) {
                waiting.add(end);
            } else {
                end.complete(null);
            }
            return end;
        }
    }
}
