package org.sightline.shell.internal.text;

import java.util.List;
import java.util.Map;

/**
 * How the server is.
 *
 * @param version          of the server
 * @param store            {@code reachable}, {@code unreachable} or {@code off}
 * @param tenants          each with its revision
 * @param mainRules        how many main rules are in each state
 * @param runningJobs      how many jobs run
 * @param bundlesNotActive the server's own bundles that should run and do not
 * @param memoryUsedMb     heap in use
 * @param memoryMaxMb      heap there can be
 * @param java             of the running Java
 */
public record StatusJson(
        String version,
        String store,
        List<TenantStatusJson> tenants,
        Map<String, Long> mainRules,
        long runningJobs,
        List<String> bundlesNotActive,
        long memoryUsedMb,
        long memoryMaxMb,
        String java) {

    /**
     * A tenant in the status.
     *
     * @param tenantKey which one
     * @param revision  its present revision
     * @param loaded    whether its snapshot and rules are in memory
     */
    public record TenantStatusJson(String tenantKey, long revision, boolean loaded) {}
}
