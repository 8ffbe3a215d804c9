package org.sightline.notifications.internal.delivery;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sightline.plugins.PolicyInfo;
import org.sightline.spi.NotificationChannel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The channels that are there. Of several with one id the one with the highest service ranking serves. */
final class Posts implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Posts.class);
    private static final Pattern ID = Pattern.compile("[a-z0-9_.-]{1,64}");

    private final InstantSource clock;
    private final List<Offer> offers = new ArrayList<>();
    private final Map<String, Post> serving = new TreeMap<>();

    Posts(InstantSource clock) {
        this.clock = clock;
    }

    /** Takes a channel in; one that cannot say its id is left out with a line in the log. */
    void add(NotificationChannel channel, int ranking) {
        add(channel, ranking, Long.MAX_VALUE);
    }

    /**
     * Takes a channel in; one that cannot say its id is left out with a line in the log.
     *
     * @param serviceId of its OSGi service
     */
    void add(NotificationChannel channel, int ranking, long serviceId) {
        String id;
        try {
            id = channel.id();
        } catch (RuntimeException | LinkageError failure) {
            LOG.error(
                    "the notification channel {} does not say its id",
                    channel.getClass().getName(),
                    failure);
            return;
        }
        if (id == null || !ID.matcher(id).matches()) {
            LOG.error(
                    "the notification channel {} has no proper id: {}",
                    channel.getClass().getName(),
                    id);
            return;
        }
        synchronized (this) {
            offers.add(new Offer(id, channel, ranking, serviceId));
            // Among equals the one that came first stays first, for sorting keeps the order.
            offers.sort(Comparator.comparingInt(Offer::ranking).reversed());
            choose(id);
        }
    }

    /** Lets a channel go. */
    synchronized void remove(NotificationChannel channel) {
        List<String> ids = offers.stream()
                .filter(offer -> offer.channel() == channel)
                .map(Offer::id)
                .toList();
        offers.removeIf(offer -> offer.channel() == channel);
        ids.forEach(this::choose);
    }

    private void choose(String id) {
        @Nullable
        NotificationChannel best = offers.stream()
                .filter(offer -> offer.id().equals(id))
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

    /** Returns all channels, those that another one outranks included. */
    synchronized List<PolicyInfo> infos() {
        return offers.stream().map(this::info).toList();
    }

    private PolicyInfo info(Offer offer) {
        @Nullable Post post = serving.get(offer.id());
        boolean serves = post != null && post.isOf(offer.channel());
        return new PolicyInfo(
                PolicyInfo.Kind.NOTIFICATION_CHANNEL,
                offer.id(),
                offer.serviceId(),
                serves ? PolicyInfo.State.SERVING : PolicyInfo.State.OUTRANKED,
                serves ? "" : "another channel with this id has a higher ranking");
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

    private record Offer(String id, NotificationChannel channel, int ranking, long serviceId) {}
}
