package org.sightline.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sightline.apps.model.AppChange;
import org.sightline.apps.model.AppId;
import org.sightline.apps.model.DataRange;
import org.sightline.directory.model.DepartmentId;
import org.sightline.directory.model.UserId;
import org.sightline.events.model.EventDelivery;
import org.sightline.events.model.EventDelivery.Progress;
import org.sightline.events.model.EventDelivery.State;
import org.sightline.events.model.EventReceiver;
import org.sightline.events.model.EventSubscription;
import org.sightline.events.model.EventType;
import org.sightline.events.model.Occurrence;
import org.sightline.events.model.SubscriptionChange;
import org.sightline.resources.model.ResourceId;
import org.sightline.store.EventStore;
import org.sightline.store.EventStore.App;
import org.sightline.store.EventStore.Waiting;
import org.sightline.store.StateChange.ChangeApps;
import org.sightline.store.StateChange.ChangeSubscriptions;
import org.sightline.store.StateChange.PutTenant;
import org.sightline.store.StateChange.RemoveConsent;
import org.sightline.store.TenantCommit;
import org.sightline.store.TenantStore;

/** Events are written with the change, unfolded once, tried by one at a time and in order, and found in the log. */
@SuppressWarnings("NullAway.Init") // fields are set before each test
public abstract class EventStoreContract {

    private static final Instant NOW = Specimens.NOON;
    private static final Instant LATER = NOW.plusSeconds(60);
    private static final Instant MUCH_LATER = NOW.plus(Duration.ofDays(2));
    private static final int WORKERS = 4;

    private final AppId bot = AppId.random();
    private final EventReceiver asItself = EventReceiver.of(bot);
    private final EventReceiver forLily = new EventReceiver(bot, new UserId("lily"));
    private StoredTenant tenant;
    private App app;

    /** Returns the store under test. */
    protected abstract EventStore events();

    /** Returns the tenant store on the same database. */
    protected abstract TenantStore tenants();

    @BeforeEach
    void createTenant() {
        tenant = new StoredTenant(tenants());
        tenant.create();
        app = new App(tenant.key(), bot);
    }

    private void commit(EventReceiver receiver, EventType event, String... objects) {
        long revision = tenant.newest().revision();
        tenants()
                .commit(List.of(new TenantCommit(
                        tenant.key(),
                        revision,
                        List.of(new PutTenant(Specimens.tenant(tenant.key()))),
                        List.of(),
                        List.of(),
                        List.of(new Occurrence(receiver, event, List.of(objects), NOW, range())))));
    }

    private static DataRange range() {
        return new DataRange(false, List.of(new DepartmentId("d")), List.of(new UserId("u")), List.of());
    }

    private List<Waiting> waiting() {
        return events().waiting().stream()
                .filter(each -> each.tenant().equals(tenant.key()))
                .toList();
    }

    private void unfoldAll() {
        while (!waiting().isEmpty()) {
            waiting().forEach(each -> events().unfold(each, Progress.begun(NOW)));
        }
    }

    private List<EventDelivery> due(Instant now) {
        return events().due(app, now, 10);
    }

    private List<EventDelivery> log() {
        return events().deliveries(app, null, Instant.EPOCH, Long.MAX_VALUE, 100);
    }

    @Test
    void eventsAreUnfoldedOnceInTheOrderTheyCame() {
        commit(asItself, EventType.USER_CREATED, "b", "a");
        commit(forLily, EventType.RESOURCE_UPDATED, "r");
        Waiting first = waiting().get(0);
        assertThat(waiting()).as("the oldest of the app alone").hasSize(1);
        assertThat(first.occurrence())
                .isEqualTo(new Occurrence(asItself, EventType.USER_CREATED, List.of("b", "a"), NOW, range()));
        assertThat(first.revision()).isEqualTo(2);

        assertThat(events().unfold(first, Progress.begun(NOW))).isTrue();
        assertThat(events().unfold(first, Progress.begun(NOW))).isFalse();
        assertThat(waiting())
                .singleElement()
                .satisfies(next -> assertThat(next.occurrence().receiver()).isEqualTo(forLily));
        unfoldAll();

        assertThat(events().pending(app)).isEqualTo(3);
        assertThat(due(NOW)).extracting(EventDelivery::object).containsExactly("b", "a", "r");
        assertThat(due(NOW)).extracting(EventDelivery::id).doesNotHaveDuplicates();
        assertThat(due(NOW).get(0)).satisfies(delivery -> {
            assertThat(delivery.tenant()).isEqualTo(tenant.key());
            assertThat(delivery.revision()).isEqualTo(2);
            assertThat(delivery.receiver()).isEqualTo(asItself);
            assertThat(delivery.event()).isEqualTo(EventType.USER_CREATED);
            assertThat(delivery.occurredAt()).isEqualTo(NOW);
            assertThat(delivery.range()).isEqualTo(range());
            assertThat(delivery.progress()).isEqualTo(Progress.begun(NOW));
        });
        assertThat(events().dueApps(NOW)).contains(app);
        assertThat(events().dueApps(NOW.minusSeconds(1))).doesNotContain(app);
    }

    @Test
    void whatAClockAheadPutOffOrHeldIsDue() {
        Instant tooFar = NOW.plus(EventStore.MOST_AHEAD).plusSeconds(1);
        commit(asItself, EventType.USER_CREATED, "a");
        unfoldAll();
        EventDelivery first = events().claim(due(NOW).get(0), tooFar).orElseThrow();
        assertThat(due(NOW)).as("held").hasSize(1);
        events().settle(first, first.progress().failed("no", tooFar));
        assertThat(due(NOW)).as("put off").hasSize(1);
        assertThat(events().dueApps(NOW)).contains(app);
    }

    @Test
    void theNextEventOfAThingWaitsForTheOneBefore() {
        commit(asItself, EventType.USER_CREATED, "a");
        commit(asItself, EventType.USER_UPDATED, "a", "b");
        commit(asItself, EventType.DEPARTMENT_UPDATED, "a");
        unfoldAll();
        assertThat(due(NOW))
                .extracting(each -> each.event().key() + " " + each.object())
                .containsExactly("user.created a", "user.updated b", "department.updated a");

        EventDelivery first = events().claim(due(NOW).get(0), LATER).orElseThrow();
        assertThat(due(NOW)).as("held").hasSize(2);
        events().settle(first, first.progress().failed("no", LATER));
        assertThat(due(NOW)).as("waits").hasSize(2);
        assertThat(due(LATER)).extracting(EventDelivery::event).contains(EventType.USER_CREATED);

        EventDelivery again = events().claim(due(LATER).get(0), MUCH_LATER).orElseThrow();
        assertThat(again.progress().attempts()).isEqualTo(1);
        assertThat(again.progress().error()).isEqualTo("no");
        assertThat(events().settle(again, again.progress().delivered(LATER))).isTrue();
        assertThat(due(LATER))
                .extracting(each -> each.event().key() + " " + each.object())
                .containsExactly("user.updated a", "user.updated b", "department.updated a");
    }

    @Test
    void whatIsClaimedIsNobodyElsesUntilTheDeadline() {
        commit(asItself, EventType.USER_CREATED, "a");
        unfoldAll();
        EventDelivery seen = due(NOW).get(0);
        EventDelivery claimed = events().claim(seen, LATER).orElseThrow();

        assertThat(events().claim(seen, LATER)).isEmpty();
        assertThat(due(NOW)).isEmpty();
        EventDelivery taken = events().claim(due(LATER).get(0), MUCH_LATER).orElseThrow();
        assertThat(events().settle(claimed, claimed.progress().delivered(LATER)))
                .as("came too late")
                .isFalse();
        assertThat(events().settle(taken, taken.progress().givenUp("no", LATER)))
                .isTrue();
        assertThat(log()).singleElement().satisfies(ended -> {
            assertThat(ended.progress().state()).isEqualTo(State.GIVEN_UP);
            assertThat(ended.progress().endedAt()).isEqualTo(LATER);
            assertThat(ended.progress().error()).isEqualTo("no");
        });
        assertThat(events().pending(app)).isZero();
    }

    @Test
    void manyWorkersUnfoldAndClaimOnce() throws Exception {
        commit(asItself, EventType.USER_CREATED, "a");
        Waiting waiting = waiting().get(0);
        assertThat(winners(() -> events().unfold(waiting, Progress.begun(NOW)))).isEqualTo(1);
        EventDelivery seen = due(NOW).get(0);
        assertThat(winners(() -> events().claim(seen, LATER).isPresent())).isEqualTo(1);
        assertThat(log()).hasSize(1);
    }

    private static long winners(Callable<Boolean> attempt) throws Exception {
        ExecutorService workers = Executors.newFixedThreadPool(WORKERS);
        try {
            List<Callable<Boolean>> attempts = new ArrayList<>();
            for (int worker = 0; worker < WORKERS; worker++) {
                attempts.add(attempt);
            }
            long won = 0;
            for (Future<Boolean> each : workers.invokeAll(attempts)) {
                won += each.get() ? 1 : 0;
            }
            return won;
        } finally {
            workers.shutdownNow();
        }
    }

    @Test
    void whateverBecameOfAnEventItCanBePutOnItsWayAgain() {
        commit(asItself, EventType.USER_CREATED, "a");
        unfoldAll();
        EventDelivery claimed = events().claim(due(NOW).get(0), LATER).orElseThrow();
        EventDelivery again = events().again(app, null, Instant.EPOCH, claimed.id(), NOW.plusSeconds(1))
                .orElseThrow();
        assertThat(again.progress().state()).isEqualTo(State.PENDING);
        assertThat(due(NOW.plusSeconds(1))).as("is being tried").isEmpty();
        assertThat(events().settle(claimed, claimed.progress().delivered(LATER)))
                .as("the attempt before does not count")
                .isFalse();
        EventDelivery second =
                events().claim(due(NOW.plusSeconds(1)).get(0), LATER).orElseThrow();
        events().settle(second, second.progress().delivered(LATER));

        events().again(app, null, Instant.EPOCH, claimed.id(), LATER);
        assertThat(due(LATER)).singleElement().satisfies(each -> {
            assertThat(each.progress().attempts()).isZero();
            assertThat(each.progress().since()).isEqualTo(LATER);
        });
        assertThat(events().again(app, forLily, Instant.EPOCH, claimed.id(), NOW))
                .as("not Lily's")
                .isEmpty();
        assertThat(events().again(app, null, LATER, claimed.id(), NOW))
                .as("of an app before")
                .isEmpty();
        assertThat(events().again(new App(tenant.key(), AppId.random()), null, Instant.EPOCH, claimed.id(), NOW))
                .isEmpty();
    }

    @Test
    void oldOnesAreGivenUpAndForgotten() {
        commit(asItself, EventType.USER_CREATED, "a", "b");
        unfoldAll();
        EventDelivery held =
                events().claim(due(NOW).get(0), MUCH_LATER.plusSeconds(9)).orElseThrow();
        events().giveUpOlder(NOW, MUCH_LATER, "too old");
        assertThat(events().pending(app)).isEqualTo(2);
        assertThat(events().giveUpOlder(LATER, MUCH_LATER, "too old")).isPositive();
        assertThat(log())
                .extracting(
                        each -> each.object() + " " + each.progress().state().key())
                .containsExactly("b given_up", "a pending");
        assertThat(log().get(0).progress().error()).isEqualTo("too old");

        events().settle(held, held.progress().delivered(NOW));
        assertThat(events().removeOlder(LATER)).isPositive();
        assertThat(log()).extracting(EventDelivery::object).containsExactly("b");
    }

    @Test
    void theLogIsForEachReceiverAndNewestFirst() {
        commit(asItself, EventType.USER_CREATED, "a", "b");
        commit(forLily, EventType.RESOURCE_CREATED, "r");
        unfoldAll();

        assertThat(log()).extracting(EventDelivery::object).containsExactly("r", "b", "a");
        assertThat(events().deliveries(app, forLily, Instant.EPOCH, Long.MAX_VALUE, 9))
                .extracting(EventDelivery::object)
                .containsExactly("r");
        assertThat(events().deliveries(app, asItself, Instant.EPOCH, Long.MAX_VALUE, 1))
                .extracting(EventDelivery::object)
                .containsExactly("b");
        assertThat(events().deliveries(app, null, Instant.EPOCH, log().get(1).number(), 9))
                .extracting(EventDelivery::object)
                .containsExactly("a");
        assertThat(events().deliveries(app, null, LATER, Long.MAX_VALUE, 9)).isEmpty();
        EventDelivery claimed = events().claim(due(NOW).get(0), LATER).orElseThrow();
        events().settle(claimed, claimed.progress().failed("no", LATER));
        assertThat(events().nextDue(NOW))
                .hasValueSatisfying(next -> assertThat(next).isBeforeOrEqualTo(LATER));
    }

    @Test
    void subscriptionsComeAndGoWithTheirRevisionAndWithTheirApp() {
        EventSubscription all = new EventSubscription("s1", asItself, EventType.USER_DELETED, null, NOW);
        EventSubscription one =
                new EventSubscription("s2", forLily, EventType.RESOURCE_UPDATED, new ResourceId("r"), LATER);
        EventSubscription others =
                new EventSubscription("s3", EventReceiver.of(AppId.random()), EventType.USER_CREATED, null, NOW);
        tenant.commit(new ChangeApps(new AppChange.PutApp(AppSpecimens.app(bot))));
        long made = tenant.commit(
                        new ChangeSubscriptions(new SubscriptionChange.Put(all)),
                        new ChangeSubscriptions(new SubscriptionChange.Put(one)),
                        new ChangeSubscriptions(new SubscriptionChange.Put(others)))
                .revision();
        long ended = tenant.commit(new ChangeSubscriptions(new SubscriptionChange.Remove("s1")))
                .revision();
        long withdrawn = tenant.commit(
                        new RemoveConsent(new UserId("max"), bot),
                        new RemoveConsent(new UserId("lily"), AppId.random()))
                .revision();
        tenant.commit(new ChangeSubscriptions(new SubscriptionChange.Put(all)));
        long alone = tenant.commit(new RemoveConsent(new UserId("lily"), bot)).revision();
        tenant.commit(new ChangeApps(new AppChange.RemoveApp(bot)));

        assertThat(tenant.at(made).subscriptions().byId().values()).containsExactly(all, others, one);
        assertThat(tenant.at(ended).subscriptions().byId().values()).containsExactly(others, one);
        assertThat(tenant.at(withdrawn).subscriptions().byId().values()).containsExactly(others, one);
        assertThat(tenant.at(alone).subscriptions().byId().values()).containsExactly(all, others);
        assertThat(tenant.newest().subscriptions().byId().values()).containsExactly(others);
    }

    @Test
    void nothingIsLeftOfATenantThatIsDropped() {
        commit(asItself, EventType.USER_CREATED, "a");
        unfoldAll();
        commit(asItself, EventType.USER_CREATED, "b");
        tenants().drop(tenant.key(), Specimens.dropped(tenant.key()));

        assertThat(waiting()).isEmpty();
        assertThat(log()).isEmpty();
    }
}
