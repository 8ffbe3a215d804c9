package org.sightline.storage.internal;

import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sightline.metrics.Metric;
import org.sightline.metrics.Metric.Sample;
import org.sightline.metrics.MetricSource;
import org.sightline.storage.internal.database.Database;
import org.sightline.storage.internal.database.PoolState;

/** Tells how the pool of database connections is; threads that wait for one mean that it is too small or the database slow. */
@Component
public final class PoolMetrics implements MetricSource {

    private final Database database;

    /** Looks at the pool of a database. */
    @Activate
    public PoolMetrics(@Reference Database database) {
        this.database = database;
    }

    @Override
    public List<Metric> read() {
        PoolState pool = database.pool();
        return List.of(
                new Metric(
                        "sightline_database_connections",
                        "Connections to the database, by what they do.",
                        Metric.Kind.GAUGE,
                        List.of(
                                new Sample(Map.of("state", "active"), pool.active()),
                                new Sample(Map.of("state", "idle"), pool.idle()))),
                Metric.gauge("sightline_database_connections_max", "Connections the pool may have.", pool.most()),
                Metric.gauge(
                        "sightline_database_threads_waiting",
                        "Threads that wait for a connection to the database.",
                        pool.waiting()));
    }
}
