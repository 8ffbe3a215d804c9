package org.sightline.shell.internal.text;

import java.io.PrintStream;
import java.util.stream.Collectors;
import org.sightline.shell.internal.text.StatusJson.TenantStatusJson;

/** The server's status in words. */
public final class StatusText {

    private StatusText() {}

    /** Prints the status and a line for each tenant. */
    public static void print(PrintStream out, StatusJson status) {
        long loaded = status.tenants().stream().filter(TenantStatusJson::loaded).count();
        new TextTable("", "of", "value")
                .row("version", status.version() + " on Java " + status.java())
                .row("memory", status.memoryUsedMb() + " MB of " + status.memoryMaxMb() + " MB")
                .row("store", status.store())
                .row("tenants", status.tenants().size() + ", " + loaded + " loaded")
                .row("main rules", mainRules(status))
                .row("jobs", status.runningJobs() + " running")
                .row(
                        "bundles",
                        status.bundlesNotActive().isEmpty()
                                ? "all active"
                                : "not active: " + String.join(", ", status.bundlesNotActive()))
                .print(out);
        TextTable tenants = new TextTable("No tenants.", "tenant_key", "revision", "loaded");
        status.tenants()
                .forEach(tenant -> tenants.row(tenant.tenantKey(), tenant.revision(), tenant.loaded() ? "yes" : ""));
        tenants.print(out);
    }

    private static String mainRules(StatusJson status) {
        return status.mainRules().isEmpty()
                ? "none"
                : status.mainRules().entrySet().stream()
                        .map(state -> state.getValue() + " " + state.getKey())
                        .collect(Collectors.joining(", "));
    }
}
