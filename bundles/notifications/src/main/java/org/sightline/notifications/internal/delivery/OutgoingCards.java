package org.sightline.notifications.internal.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
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
import org.sightline.access.PublicAddress;
import org.sightline.directory.Snapshots;
import org.sightline.directory.model.TenantKey;
import org.sightline.health.Health;
import org.sightline.health.HealthCheck;
import org.sightline.metrics.Metric;
import org.sightline.metrics.MetricSource;
import org.sightline.notifications.Channels;
import org.sightline.notifications.Deliveries;
import org.sightline.notifications.internal.CommitBell;
import org.sightline.notifications.internal.NotificationSettings;
import org.sightline.notifications.internal.text.CardLinks;
import org.sightline.notifications.model.Delivery;
import org.sightline.notifications.model.TenantChannels;
import org.sightline.plugins.PolicyInfo;
import org.sightline.plugins.PolicySource;
import org.sightline.problem.ProblemException;
import org.sightline.spi.NotificationChannel;
import org.sightline.store.DeliveryStore;
import org.sightline.store.StoreUnavailableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the courier going: at once when this server wrote cards or a channel became free, and every few seconds for what
 * is due again and for what other servers left.
 */
@Component(
        service = {Deliveries.class, MetricSource.class, PolicySource.class, HealthCheck.class},
        immediate = true,
        configurationPid = NotificationSettings.PID,
        configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = NotificationSettings.class)
public final class OutgoingCards implements Deliveries, MetricSource, PolicySource, HealthCheck {

    /** The channels that tenants choose; all others get every card. */
    public static final String MAIL = "mail";

    /** See {@link #MAIL}. */
    public static final String WEBHOOK = "webhook";

    private static final Logger LOG = LoggerFactory.getLogger(OutgoingCards.class);
    private static final Duration LONGEST_SLEEP = Duration.ofSeconds(10);
    private static final Duration SHORTEST_SLEEP = Duration.ofMillis(100);

    private final DeliveryStore store;
    private final Channels channels;
    private final Clock clock;
    private final Posts posts;
    private final Courier courier;
    private final ScheduledExecutorService pace = thread("sightline-courier");
    private final ScheduledExecutorService alarms = thread("sightline-channel-alarm");
    private final ExecutorService asking = Executors.newCachedThreadPool(task -> daemon(task, "sightline-channel-id"));
    private final AtomicBoolean called = new AtomicBoolean();
    private final Runnable deaf;

    /** Begins sending. */
    @Activate
    public OutgoingCards(
            @Reference(name = "store") DeliveryStore store,
            @Reference(name = "channels") Channels channels,
            @Reference(name = "snapshots") Snapshots snapshots,
            @Reference(name = "bell") CommitBell bell,
            @Reference(name = "address") PublicAddress address,
            @Reference(name = "clock") Clock clock,
            NotificationSettings settings) {
        this.store = store;
        this.channels = channels;
        this.clock = clock;
        Patience patience = Patience.of(settings);
        this.posts = new Posts(clock, new Posts.Asking(asking, patience.limit(), alarms));
        this.courier = new Courier(
                store,
                new CardMaking(snapshots, new CardLinks(address.base())),
                this::route,
                posts,
                clock,
                patience,
                alarms,
                this::call);
        this.deaf = bell.hear(tenant -> call());
        var unused = pace.schedule(this::keepGoing, 0, TimeUnit.SECONDS);
    }

    private static ScheduledExecutorService thread(String name) {
        return Executors.newSingleThreadScheduledExecutor(task -> daemon(task, name));
    }

    private static Thread daemon(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }

    /** Whether a channel sends to receivers of tenants' own, whose failures are theirs to see. */
    static boolean isChosenByTenants(String channel) {
        return channel.equals(MAIL) || channel.equals(WEBHOOK);
    }

    /** Takes a channel in. */
    @Reference(
            service = NotificationChannel.class,
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    public void addChannel(NotificationChannel channel, Map<String, Object> properties) {
        posts.add(
                channel,
                properties.get("service.ranking") instanceof Integer ranking ? ranking : 0,
                properties.get("service.id") instanceof Long id ? id : Long.MAX_VALUE,
                this::call);
    }

    /** Lets a channel go. */
    public void removeChannel(NotificationChannel channel) {
        posts.remove(channel);
    }

    @Deactivate
    void stop() {
        deaf.run();
        pace.shutdownNow();
        alarms.shutdownNow();
        posts.close();
        asking.shutdownNow();
    }

    @Override
    public List<String> channels() {
        return posts.ids();
    }

    @Override
    public List<Delivery> list(@Nullable TenantKey tenant, int offset, int most) {
        return store.deliveries(tenant, offset, most);
    }

    @Override
    public List<Metric> read() {
        return List.of(courier.counts().read());
    }

    @Override
    public List<PolicyInfo> policies() {
        return posts.infos();
    }

    @Override
    public String part() {
        return "notification_channels";
    }

    @Override
    public Health look() {
        List<String> faults = posts.faults();
        return faults.isEmpty() ? Health.UP : Health.degraded(String.join("; ", faults));
    }

    private List<String> route(TenantKey tenant) {
        TenantChannels chosen = channels.of(tenant);
        List<String> route = new ArrayList<>(posts.ids());
        if (!chosen.mail()) {
            route.remove(MAIL);
        }
        TenantChannels.Webhook webhook = chosen.webhook();
        if (webhook == null || !webhook.enabled()) {
            route.remove(WEBHOOK);
        }
        return route;
    }

    /** Calls the courier, unless somebody has already. */
    private void call() {
        if (called.compareAndSet(false, true)) {
            try {
                pace.execute(this::round);
            } catch (RejectedExecutionException stopping) {
                LOG.debug("called while stopping; what is left is sent after the next start", stopping);
            }
        }
    }

    private void keepGoing() {
        Duration sleep = round();
        if (!pace.isShutdown()) {
            var unused = pace.schedule(this::keepGoing, sleep.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private Duration round() {
        called.set(false);
        try {
            courier.round();
            Instant now = clock.instant();
            return store.nextDue(now)
                    .map(next -> Duration.between(now, next))
                    .map(OutgoingCards::within)
                    .orElse(LONGEST_SLEEP);
        } catch (StoreUnavailableException | ProblemException failure) {
            LOG.debug("cards wait until the store is back", failure);
        } catch (RuntimeException failure) {
            // Thrown on, it would end the sending for good.
            LOG.error("cards could not be handed on; trying again", failure);
        }
        return LONGEST_SLEEP;
    }

    private static Duration within(Duration sleep) {
        return sleep.compareTo(SHORTEST_SLEEP) < 0
                ? SHORTEST_SLEEP
                : sleep.compareTo(LONGEST_SLEEP) > 0 ? LONGEST_SLEEP : sleep;
    }
}
