package org.sightline.metrics;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Knows figures about a part of the server. Register an implementation as an OSGi service; it is asked whenever somebody
 * looks at the metrics, so counting costs it no more than a number of its own, and nothing depends on who looks.
 */
@ConsumerType
public interface MetricSource {

    /**
     * Returns the figures of this moment, within milliseconds and without waiting for anything outside this process. No
     * label names a tenant or a member: whoever watches the server need not know who is in it.
     */
    List<Metric> read();
}
