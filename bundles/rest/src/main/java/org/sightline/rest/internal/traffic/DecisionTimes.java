package org.sightline.rest.internal.traffic;

import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sightline.metrics.Metric;
import org.sightline.metrics.MetricSource;
import org.sightline.metrics.Timing;
import org.sightline.metrics.Timings;

/** How long decisions took, once for each request: nothing is measured where the engine decides one pair. */
@Component(service = {DecisionTimes.class, MetricSource.class})
public final class DecisionTimes implements MetricSource {

    private final Timing.Series single;
    private final Timing.Series batch;
    private final LongAdder decisions = new LongAdder();

    /** Keeps times there. */
    @Activate
    public DecisionTimes(@Reference Timings timings) {
        Timing timing = timings.timing(
                "sightline_decision_duration_seconds",
                "How long deciding took inside verify (one pair, with its explanation) and verify:batch (all pairs of a"
                        + " request).",
                "question");
        this.single = timing.of("verify");
        this.batch = timing.of("batch");
    }

    /** Counts one pair that was decided since a moment, as {@link System#nanoTime} tells it. */
    public void decidedSince(long start) {
        single.took(System.nanoTime() - start);
        decisions.increment();
    }

    /** Counts pairs that were decided together since a moment, as {@link System#nanoTime} tells it. */
    public void decidedSince(long start, int pairs) {
        batch.took(System.nanoTime() - start);
        decisions.add(pairs);
    }

    @Override
    public List<Metric> read() {
        return List.of(Metric.counter(
                "sightline_decisions_total", "Pairs decided in verify and verify:batch.", decisions.sum()));
    }
}
