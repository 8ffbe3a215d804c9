package org.sightline.notifications.internal.delivery;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sightline.plugins.PolicyInfo;
import org.sightline.spi.NotificationChannel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The channels that are there. Of several with one id the one with the highest service ranking serves. */
final class Posts implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Posts.class);

    private final InstantSource clock;
    private final Asking asking;
    private final List<Offer> offers = new ArrayList<>();
    private final Map<String, Post> serving = new TreeMap<>();

    /**
     * How channels are asked for their ids, which is a call of a vendor's code like any other.
     *
     * @param threads where they are asked; registering a channel does not wait for it
     * @param limit   how long one may take
     * @param alarms  where time limits run
     */
    record Asking(Executor threads, Duration limit, ScheduledExecutorService alarms) {}

    Posts(InstantSource clock, Asking asking) {
        this.clock = clock;
        this.asking = asking;
    }

    /**
     * Takes a channel in as soon as it has said its id; one that does not is never called again, and
     * {@link #faults} tells of it.
     *
     * @param serviceId of its OSGi service
     * @param named     called when it can serve
     */
    void add(NotificationChannel channel, int ranking, long serviceId, Runnable named) {
        Offer offer = new Offer(channel, ranking, serviceId);
        synchronized (this) {
            offers.add(offer);
            // Among equals the one that came first stays first, for sorting keeps the order.
            offers.sort(Comparator.comparingInt(Offer::ranking).reversed());
        }
        asking.threads().execute(() -> ask(offer, named));
    }

    private void ask(Offer offer, Runnable named) {
        AtomicReference<@Nullable String> answer = new AtomicReference<>();
        new Attempt(() -> answer.set(offer.channel().id()), asking.limit(), failure -> {
                    if (failure == null) {
                        offer.said(answer.get());
                    } else {
                        offer.saidNothing(failure);
                    }
                    asked(offer, named);
                })
                .run(asking.alarms());
    }

    private void asked(Offer offer, Runnable named) {
        String id = offer.id();
        if (id == null) {
            LOG.error(
                    "the notification channel {} {}; it is not called until its bundle is replaced",
                    offer.className(),
                    offer.fault());
            return;
        }
        synchronized (this) {
            choose(id);
        }
        named.run();
    }

    /** Lets a channel go. */
    synchronized void remove(NotificationChannel channel) {
        List<Offer> gone =
                offers.stream().filter(offer -> offer.channel() == channel).toList();
        offers.removeAll(gone);
        gone.stream().map(Offer::id).flatMap(Stream::ofNullable).forEach(this::choose);
    }

    private void choose(String id) {
        @Nullable
        NotificationChannel best = offers.stream()
                .filter(offer -> id.equals(offer.id()))
                .map(Offer::channel)
                .findFirst()
                .orElse(null);
        @Nullable Post present = serving.get(id);
        if (present != null && best != null && present.isOf(best)) {
            return;
        }
        if (present != null) {
            serving.remove(id);
            present.close();
        }
        if (best != null) {
            serving.put(id, new Post(id, best, clock));
        }
    }

    /** Returns all channels that were asked, those that have no id or that another one outranks included. */
    synchronized List<PolicyInfo> infos() {
        return offers.stream().map(this::info).flatMap(Optional::stream).toList();
    }

    private Optional<PolicyInfo> info(Offer offer) {
        String id = offer.id();
        if (id == null) {
            return offer.fault().isEmpty()
                    ? Optional.empty()
                    : Optional.of(offer.info(PolicyInfo.State.QUARANTINED, offer.fault()));
        }
        @Nullable Post post = serving.get(id);
        if (post == null || !post.isOf(offer.channel())) {
            return Optional.of(
                    offer.info(PolicyInfo.State.OUTRANKED, "another channel with this id has a higher ranking"));
        }
        String trouble = OutgoingCards.isChosenByTenants(id) ? "" : post.trouble();
        return Optional.of(offer.info(
                PolicyInfo.State.SERVING, trouble.isEmpty() ? "" : "the last card did not go out: " + trouble));
    }

    /** Returns what is wrong, channel by channel; why a card did not go out is not for everybody and left out. */
    synchronized List<String> faults() {
        Stream<String> unnamed = offers.stream()
                .filter(offer -> !offer.fault().isEmpty())
                .map(offer -> "`" + offer.className() + "` " + offer.fault()
                        + "; it is not called until its bundle is replaced");
        Stream<String> failing = serving.entrySet().stream()
                .filter(entry -> !OutgoingCards.isChosenByTenants(entry.getKey()))
                .filter(entry -> entry.getValue().failing() > 0)
                .map(entry -> "`" + entry.getKey() + "` did not take the last card of "
                        + entry.getValue().failing() + " tenant(s); they are tried again");
        return Stream.concat(unnamed, failing).toList();
    }

    /** Returns the ids, in order. */
    synchronized List<String> ids() {
        return List.copyOf(serving.keySet());
    }

    /** Returns a channel; empty when it is not there. */
    synchronized Optional<Post> find(String id) {
        return Optional.ofNullable(serving.get(id));
    }

    @Override
    public synchronized void close() {
        serving.values().forEach(Post::close);
        serving.clear();
        offers.clear();
    }
}
