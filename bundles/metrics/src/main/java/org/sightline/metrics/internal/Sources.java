package org.sightline.metrics.internal;

import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.sightline.metrics.Metric;
import org.sightline.metrics.Metric.Sample;
import org.sightline.metrics.MetricSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the sources. One that fails is left out; two that know values of the same metric are put together. */
final class Sources {

    private static final Logger LOG = LoggerFactory.getLogger(Sources.class);
    private static final String OF_COUNTERS = "_total";

    private Sources() {}

    /** Returns the figures of all sources, by name. */
    static MetricSnapshots read(List<MetricSource> sources) {
        Map<String, Metric> byName = new TreeMap<>();
        sources.stream().flatMap(Sources::read).forEach(metric -> byName.merge(metric.name(), metric, Sources::both));
        return new MetricSnapshots(
                byName.values().stream().map(Sources::snapshot).toList());
    }

    private static Stream<Metric> read(MetricSource source) {
        try {
            return source.read().stream();
        } catch (RuntimeException e) {
            LOG.warn(
                    "the metrics of `{}` cannot be read, they are left out",
                    source.getClass().getName(),
                    e);
            return Stream.empty();
        }
    }

    private static Metric both(Metric one, Metric other) {
        List<Sample> samples = new ArrayList<>(one.samples());
        samples.addAll(other.samples());
        return new Metric(one.name(), one.help(), one.kind(), samples);
    }

    private static MetricSnapshot snapshot(Metric metric) {
        return switch (metric.kind()) {
            case GAUGE -> gauge(metric);
            case COUNTER -> counter(metric);
        };
    }

    private static MetricSnapshot gauge(Metric metric) {
        GaugeSnapshot.Builder gauge =
                GaugeSnapshot.builder().name(metric.name()).help(metric.help());
        metric.samples()
                .forEach(sample -> gauge.dataPoint(GaugeDataPointSnapshot.builder()
                        .labels(labels(sample))
                        .value(sample.value())
                        .build()));
        return gauge.build();
    }

    /** The library adds the ending itself. */
    private static MetricSnapshot counter(Metric metric) {
        String name = metric.name().endsWith(OF_COUNTERS)
                ? metric.name().substring(0, metric.name().length() - OF_COUNTERS.length())
                : metric.name();
        CounterSnapshot.Builder counter = CounterSnapshot.builder().name(name).help(metric.help());
        metric.samples()
                .forEach(sample -> counter.dataPoint(CounterDataPointSnapshot.builder()
                        .labels(labels(sample))
                        .value(sample.value())
                        .build()));
        return counter.build();
    }

    private static Labels labels(Sample sample) {
        Labels.Builder labels = Labels.builder();
        sample.labels().forEach(labels::label);
        return labels.build();
    }
}
