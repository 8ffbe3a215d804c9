package org.sightline.metrics;

import org.osgi.annotation.versioning.ProviderType;

/** Shows all figures of the server: the times that {@link Timings} took, and those of every {@link MetricSource}. */
@ProviderType
public interface Metrics {

    /** The media type of {@link #text()}. */
    String TEXT = "text/plain; version=0.0.4; charset=utf-8";

    /** Returns all figures of this moment in Prometheus' text format, in UTF-8. */
    byte[] text();
}
