package org.sightline.directory.internal.live;

import java.util.List;
import java.util.function.ToIntFunction;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sightline.directory.TenantSnapshot;
import org.sightline.metrics.Metric;
import org.sightline.metrics.MetricSource;

/**
 * Tells how much is in memory: sums and the largest, since there may be thousands of tenants, and whoever watches need
 * not know their names.
 */
@Component
public final class LoadedTenants implements MetricSource {

    private final LiveTenants tenants;

    /** Looks at the tenants in memory. */
    @Activate
    public LoadedTenants(@Reference LiveTenants tenants) {
        this.tenants = tenants;
    }

    @Override
    public List<Metric> read() {
        List<TenantSnapshot> loaded = tenants.loaded();
        RevisionLag lag = tenants.lag();
        return List.of(
                Metric.gauge(
                        "sightline_tenants_behind",
                        "Tenants in memory whose newest revision, made by another server, was not here yet at the last look.",
                        lag.tenants()),
                Metric.gauge(
                        "sightline_revision_lag_max",
                        "Revisions that the tenant furthest behind lacked at the last look.",
                        lag.revisions()),
                Metric.gauge("sightline_tenants_loaded", "Tenants in this server's memory.", loaded.size()),
                Metric.gauge(
                        "sightline_members_loaded",
                        "Members of the tenants in memory, suspended and deleted ones included.",
                        sum(loaded, LoadedTenants::members)),
                Metric.gauge(
                        "sightline_members_largest_tenant",
                        "Members of the largest tenant in memory.",
                        loaded.stream().mapToInt(LoadedTenants::members).max().orElse(0)),
                Metric.gauge(
                        "sightline_departments_loaded",
                        "Departments of the tenants in memory.",
                        sum(loaded, state -> state.directory().departmentCount())),
                Metric.gauge(
                        "sightline_rules_loaded",
                        "Supplementary visibility rules of the tenants in memory.",
                        sum(loaded, state -> (int) state.policy().rules().count())));
    }

    private static int members(TenantSnapshot state) {
        return state.directory().memberCount();
    }

    private static long sum(List<TenantSnapshot> loaded, ToIntFunction<TenantSnapshot> size) {
        return loaded.stream().mapToLong(size::applyAsInt).sum();
    }
}
