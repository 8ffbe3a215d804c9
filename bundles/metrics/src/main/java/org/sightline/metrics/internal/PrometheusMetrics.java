package org.sightline.metrics.internal;

import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.instrumentation.jvm.JvmMetrics;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sightline.metrics.MetricSource;
import org.sightline.metrics.Metrics;

/** Writes what the histograms, the Java machine and all sources have to say. */
@Component
public final class PrometheusMetrics implements Metrics {

    private final PrometheusTextFormatWriter writer =
            PrometheusTextFormatWriter.builder().build();
    private final PrometheusRegistry machine = new PrometheusRegistry();
    private final PrometheusRegistry times;

    @Reference // many, dynamic; replaced as a whole
    volatile List<MetricSource> sources = List.of();

    /** Writes these times, and what there is beside. */
    @Activate
    public PrometheusMetrics(@Reference Histograms histograms) {
        this.times = histograms.registry();
        JvmMetrics.builder().register(machine);
    }

    @Override
    public byte[] text() {
        List<MetricSnapshot> all = Stream.of(times.scrape(), Sources.read(sources), machine.scrape())
                .flatMap(MetricSnapshots::stream)
                .toList();
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        try {
            writer.write(text, new MetricSnapshots(all));
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        }
        return text.toByteArray();
    }
}
