package org.sightline.shell.internal;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sightline.directory.model.Tenant;
import org.sightline.directory.model.TenantKey;
import org.sightline.jobs.Job;
import org.sightline.jobs.Jobs;
import org.sightline.shell.internal.text.StatusJson;
import org.sightline.shell.internal.text.StatusJson.TenantStatusJson;
import org.sightline.store.StoreUnavailableException;
import org.sightline.store.TenantStore;
import org.sightline.visibility.MainRuleInfo;
import org.sightline.visibility.MainRules;

/** Gathers the server's status from what is there; what is missing is part of the status. */
final class ServerStatus {

    private static final long MEGABYTE = 1024 * 1024;

    private final ServerBundles bundles;
    private final @Nullable TenantStore store;
    private final @Nullable Jobs jobs;
    private final List<MainRuleInfo> rules;

    ServerStatus(
            ServerBundles bundles, @Nullable TenantStore store, @Nullable MainRules mainRules, @Nullable Jobs jobs) {
        this.bundles = bundles;
        this.store = store;
        this.jobs = jobs;
        this.rules = mainRules == null ? List.of() : mainRules.list();
    }

    /** Returns the status of this moment. */
    StatusJson now() {
        Runtime java = Runtime.getRuntime();
        List<TenantStatusJson> tenants = List.of();
        String reach = store == null ? "off" : "reachable";
        if (store != null) {
            try {
                tenants = tenants(store);
            } catch (StoreUnavailableException away) {
                reach = "unreachable";
            }
        }
        return new StatusJson(
                bundles.version(),
                reach,
                tenants,
                rulesByState(),
                runningJobs(),
                bundles.notActive(),
                (java.totalMemory() - java.freeMemory()) / MEGABYTE,
                java.maxMemory() / MEGABYTE,
                Runtime.version().toString());
    }

    private List<TenantStatusJson> tenants(TenantStore from) {
        // A main rule tells which of the tenants in memory use it, and every tenant uses one.
        Set<TenantKey> loaded =
                rules.stream().flatMap(rule -> rule.usedBy().stream()).collect(Collectors.toSet());
        return from.tenants().stream()
                .map(Tenant::key)
                .map(key -> new TenantStatusJson(key.value(), from.revision(key).orElse(0), loaded.contains(key)))
                .toList();
    }

    private Map<String, Long> rulesByState() {
        return rules.stream()
                .collect(Collectors.groupingBy(
                        rule -> rule.state().name().toLowerCase(Locale.ROOT), TreeMap::new, Collectors.counting()));
    }

    private long runningJobs() {
        return jobs == null
                ? 0
                : jobs.list().stream()
                        .filter(job -> job.state() == Job.State.RUNNING)
                        .count();
    }
}
