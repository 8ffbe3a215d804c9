package org.sightline.resources.internal.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.metatype.annotations.Designate;
import org.sightline.access.Caller;
import org.sightline.access.SecretBox;
import org.sightline.apps.model.App;
import org.sightline.directory.Snapshots;
import org.sightline.directory.TenantSnapshot;
import org.sightline.directory.model.TenantKey;
import org.sightline.events.EventDeliveries;
import org.sightline.events.EventPosts;
import org.sightline.events.model.EventDelivery;
import org.sightline.events.model.EventReceiver;
import org.sightline.metrics.Metric;
import org.sightline.metrics.MetricSource;
import org.sightline.problem.Problem;
import org.sightline.problem.ProblemException;
import org.sightline.resources.internal.Asked;
import org.sightline.resources.internal.EventSettings;
import org.sightline.resources.internal.Holder;
import org.sightline.store.AppTokenStore;
import org.sightline.store.EventStore;
import org.sightline.store.ResourceStore;
import org.sightline.store.StoreUnavailableException;
import org.sightline.visibility.Visibility;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the courier going: at once when this server wrote events or a receiver became free, and every few seconds for
 * what is due again and for what other servers left.
 */
@Component(
        service = {EventDeliveries.class, MetricSource.class},
        immediate = true,
        configurationPid = EventSettings.PID,
        configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = EventSettings.class)
public final class OutgoingEvents implements EventDeliveries, MetricSource {

    private static final Logger LOG = LoggerFactory.getLogger(OutgoingEvents.class);
    private static final Duration LONGEST_SLEEP = Duration.ofSeconds(5);
    private static final Duration SHORTEST_SLEEP = Duration.ofMillis(20);

    private final EventStore store;
    private final Clock clock;
    private final Courier courier;
    private final Lines lines;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread made = new Thread(task, "sightline-events");
        made.setDaemon(true);
        return made;
    });
    private final AtomicBoolean called = new AtomicBoolean();
    private final Runnable deaf;

    /** Away while nobody carries events; they wait. */
    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile @Nullable EventPosts posts;

    /** Begins telling. */
    @Activate
    public OutgoingEvents(
            @Reference(name = "store") EventStore store,
            @Reference(name = "resources") ResourceStore resources,
            @Reference(name = "tokens") AppTokenStore tokens,
            @Reference(name = "snapshots") Snapshots snapshots,
            @Reference(name = "visibility") Visibility visibility,
            @Reference(name = "secretBox") SecretBox box,
            @Reference(name = "bell") EventBell bell,
            @Reference(name = "clock") Clock clock,
            EventSettings settings) {
        this.store = store;
        this.clock = clock;
        this.lines = new Lines(Patience.between(2, settings.most__at__once(), 1_000, "most_at_once"));
        this.courier = new Courier(
                store,
                snapshots,
                box,
                new Judge(new Things(visibility, resources), consents(tokens)),
                () -> posts,
                clock,
                Patience.of(settings),
                lines,
                this::run,
                this::call);
        this.deaf = bell.hear(this::call, this::tryAgain);
        var unused = thread.schedule(this::keepGoing, 0, TimeUnit.SECONDS);
    }

    private static Consents consents(AppTokenStore tokens) {
        return (tenant, app, user) -> tokens
                .consents(tenant.directory().tenant().key(), user)
                .stream()
                .filter(consent -> consent.app().equals(app))
                .flatMap(consent -> consent.permissions().stream())
                .collect(Collectors.toSet());
    }

    @Deactivate
    void stop() {
        deaf.run();
        thread.shutdownNow();
    }

    @Override
    public List<Metric> read() {
        return List.of(courier.counts().read());
    }

    private void run(Runnable task) {
        try {
            thread.execute(task);
        } catch (RejectedExecutionException stopping) {
            LOG.debug("asked for while stopping; what is left is done after the next start", stopping);
        }
    }

    /** Calls the courier, unless somebody has already. */
    private void call() {
        if (called.compareAndSet(false, true)) {
            run(this::round);
        }
    }

    /** An app that was changed may have become reachable. */
    private void tryAgain(EventStore.App app) {
        run(() -> lines.rested(app));
        call();
    }

    private void keepGoing() {
        Duration sleep = round();
        if (!thread.isShutdown()) {
            var unused = thread.schedule(this::keepGoing, sleep.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private Duration round() {
        called.set(false);
        try {
            courier.round();
            @Nullable Instant next = courier.next();
            return next == null ? LONGEST_SLEEP : within(Duration.between(clock.instant(), next));
        } catch (StoreUnavailableException | ProblemException failure) {
            LOG.warn("events wait until the store is back", failure);
        } catch (RuntimeException failure) {
            // Thrown on, it would end the telling for good.
            LOG.error("something is wrong with the events on their way", failure);
        }
        return LONGEST_SLEEP;
    }

    private static Duration within(Duration wanted) {
        if (wanted.compareTo(SHORTEST_SLEEP) < 0) {
            return SHORTEST_SLEEP;
        }
        return wanted.compareTo(LONGEST_SLEEP) > 0 ? LONGEST_SLEEP : wanted;
    }

    @Override
    public List<EventDelivery> list(TenantSnapshot tenant, Caller.ByApp caller, long below, int most) {
        Instant since = tenant.apps().app(caller.app()).map(App::createdAt).orElse(Instant.EPOCH);
        return Asked.of(() -> store.deliveries(app(tenant, caller), receiver(caller), since, below, most));
    }

    /** An app as itself knows of everything it was told. */
    private static @Nullable EventReceiver receiver(Caller.ByApp caller) {
        return Holder.user(caller) == null ? null : Holder.receiver(caller);
    }

    private static EventStore.App app(TenantSnapshot tenant, Caller.ByApp caller) {
        TenantKey key = tenant.directory().tenant().key();
        return new EventStore.App(key, caller.app());
    }

    @Override
    public EventDelivery redeliver(TenantSnapshot tenant, Caller.ByApp caller, String id) {
        EventStore.App app = app(tenant, caller);
        Instant since = tenant.apps().app(caller.app()).map(App::createdAt).orElse(Instant.EPOCH);
        EventDelivery again = Asked.of(() -> store.again(app, receiver(caller), since, id, clock.instant()))
                .orElseThrow(() -> Problem.notFound("there is no event delivery `" + id + "`")
                        .exception());
        tryAgain(app);
        return again;
    }
}
