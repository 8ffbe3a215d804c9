package org.sightline.notifications.internal.delivery;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.sightline.metrics.Metric;
import org.sightline.notifications.model.Delivery;

/** How often cards were tried by each channel, and how that ended. */
final class AttemptCounts {

    private final Map<Ended, LongAdder> counts = new ConcurrentHashMap<>();

    /** One way an attempt ends on one channel. */
    private record Ended(String channel, Delivery.State state) {

        /** A card that still waits after an attempt has failed this time. */
        String outcome() {
            return state == Delivery.State.PENDING ? "failed" : state.key();
        }
    }

    /** Counts an attempt by what it left. */
    void count(Delivery outcome) {
        counts.computeIfAbsent(new Ended(outcome.channel(), outcome.state()), unknown -> new LongAdder())
                .increment();
    }

    Metric read() {
        List<Metric.Sample> samples = counts.entrySet().stream()
                .map(entry -> new Metric.Sample(
                        Map.of(
                                "channel", entry.getKey().channel(),
                                "outcome", entry.getKey().outcome()),
                        entry.getValue().sum()))
                .toList();
        return new Metric(
                "sightline_notification_attempts_total",
                "Attempts of this server to send a card, by channel and outcome: delivered, failed (tried again later) or"
                        + " given_up.",
                Metric.Kind.COUNTER,
                samples);
    }
}
