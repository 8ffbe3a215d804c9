package org.sightline.resources.internal.delivery;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.sightline.events.model.EventDelivery.State;
import org.sightline.metrics.Metric;

/** How often this server tried to tell events, and how that ended. */
final class EventCounts {

    private final Map<State, LongAdder> counts = new ConcurrentHashMap<>();

    /** Counts what came of events. */
    void count(State outcome, int events) {
        counter(outcome).add(events);
    }

    private LongAdder counter(State outcome) {
        return counts.computeIfAbsent(outcome, none -> new LongAdder());
    }

    Metric read() {
        return new Metric(
                "sightline_event_attempts_total",
                "What this server's attempts to tell events came to, by outcome: delivered, failed (tried again later),"
                        + " given_up or dropped.",
                Metric.Kind.COUNTER,
                Arrays.stream(State.values()).map(this::sample).toList());
    }

    private Metric.Sample sample(State state) {
        // An event that still waits after an attempt has failed this time.
        String outcome = state == State.PENDING ? "failed" : state.key();
        return new Metric.Sample(Map.of("outcome", outcome), counter(state).sum());
    }
}
