package org.sightline.metrics.internal;

import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.sightline.metrics.Timing;
import org.sightline.metrics.Timings;

/**
 * Keeps times in Prometheus' histograms. Immediate, since what was counted is lost with a component that nobody holds;
 * and apart from whoever asks the sources, since some of these take times, too.
 */
@Component(
        service = {Timings.class, Histograms.class},
        immediate = true)
public final class Histograms implements Timings {

    /** From 50 microseconds, what the quickest answers take, to 10 seconds. */
    private static final double[] BOUNDS = {
        50e-6, 100e-6, 250e-6, 500e-6, 1e-3, 2.5e-3, 5e-3, 10e-3, 25e-3, 50e-3, 0.1, 0.25, 0.5, 1, 2.5, 5, 10
    };

    private static final double SECONDS = 1e-9;

    private final PrometheusRegistry registry = new PrometheusRegistry();
    private final Map<String, Timing> timings = new ConcurrentHashMap<>();

    /** Starts without times. */
    @Activate
    public Histograms() {
        // Nothing to do; the annotation marks the constructor that is used.
    }

    @Override
    public Timing timing(String name, String help, String... labels) {
        return timings.computeIfAbsent(name, unknown -> timing(histogram(name, help, labels)));
    }

    private Histogram histogram(String name, String help, String... labels) {
        return Histogram.builder()
                .name(name)
                .help(help)
                .labelNames(labels)
                .classicOnly()
                .classicUpperBounds(BOUNDS)
                .withoutExemplars()
                .register(registry);
    }

    private static Timing timing(Histogram histogram) {
        return values -> {
            var series = values.length == 0 ? histogram : histogram.labelValues(values);
            return nanos -> series.observe(nanos * SECONDS);
        };
    }

    /** Returns what the histograms are registered in. */
    PrometheusRegistry registry() {
        return registry;
    }
}
