package org.sightline.metrics.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.sightline.metrics.Metric;
import org.sightline.metrics.Metric.Kind;
import org.sightline.metrics.Metric.Sample;
import org.sightline.metrics.MetricSource;
import org.sightline.metrics.Timing;

class PrometheusMetricsTest {

    private final Histograms times = new Histograms();
    private final PrometheusMetrics metrics = new PrometheusMetrics(times);

    @Test
    void timesAreCountedByTheirLabels() {
        Timing timing = times.timing("sightline_test_seconds", "How long tests take.", "kind");
        timing.of("quick").took(TimeUnit.MICROSECONDS.toNanos(60));
        timing.of("quick").took(TimeUnit.MILLISECONDS.toNanos(3));
        timing.of("slow").took(TimeUnit.SECONDS.toNanos(20));

        assertThat(text())
                .contains("# HELP sightline_test_seconds How long tests take.")
                .contains("# TYPE sightline_test_seconds histogram")
                .contains("sightline_test_seconds_bucket{kind=\"quick\",le=\"5.0E-5\"} 0")
                .contains("sightline_test_seconds_bucket{kind=\"quick\",le=\"1.0E-4\"} 1")
                .contains("sightline_test_seconds_bucket{kind=\"quick\",le=\"+Inf\"} 2")
                .contains("sightline_test_seconds_count{kind=\"quick\"} 2")
                .contains("sightline_test_seconds_bucket{kind=\"slow\",le=\"10.0\"} 0")
                .contains("sightline_test_seconds_sum{kind=\"slow\"} 20.0");
    }

    @Test
    void theSameNameIsTheSameTiming() {
        times.timing("sightline_again_seconds", "Again.").of().took(1);
        times.timing("sightline_again_seconds", "Again.").of().took(1);

        assertThat(text()).contains("sightline_again_seconds_count 2");
    }

    @Test
    void sourcesAreAskedWhenSomebodyLooks() {
        metrics.sources = List.of(
                () -> List.of(Metric.gauge("sightline_people", "How many there are.", 7)),
                () -> List.of(Metric.counter("sightline_greetings_total", "How often they met.", 3)));

        assertThat(text())
                .contains("# TYPE sightline_people gauge\nsightline_people 7.0\n")
                .contains("# TYPE sightline_greetings_total counter\nsightline_greetings_total 3.0\n");
    }

    @Test
    void valuesOfOneMetricFromTwoSourcesArePutTogether() {
        metrics.sources = List.of(of("a", 1), of("b", 2));

        assertThat(text()).contains("sightline_sent{by=\"a\"} 1.0\nsightline_sent{by=\"b\"} 2.0\n");
    }

    @Test
    void aSourceThatFailsIsLeftOut() {
        metrics.sources = List.of(
                () -> {
                    throw new IllegalStateException("not today");
                },
                of("a", 1));

        assertThat(text()).contains("sightline_sent{by=\"a\"} 1.0").contains("jvm_memory_used_bytes");
    }

    @Test
    void theJavaMachineIsWatched() {
        assertThat(text())
                .contains("jvm_memory_used_bytes{area=\"heap\"}", "jvm_gc_collection_seconds", "jvm_threads_current");
    }

    private static MetricSource of(String by, double value) {
        return () -> List.of(
                new Metric("sightline_sent", "Sent.", Kind.GAUGE, List.of(new Sample(Map.of("by", by), value))));
    }

    private String text() {
        return new String(metrics.text(), UTF_8);
    }
}
