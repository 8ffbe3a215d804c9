package org.sightline.shell.internal;

import java.io.PrintStream;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.jspecify.annotations.Nullable;
import org.sightline.jobs.Jobs;
import org.sightline.shell.internal.text.StatusJson;
import org.sightline.shell.internal.text.StatusText;
import org.sightline.store.TenantStore;
import org.sightline.visibility.MainRules;

/** Shows how the server is; the one command that answers whatever is off. */
@Service
@Command(
        scope = "sightline",
        name = "status",
        description = "Show version, memory, store, tenants with their revisions, main rules and jobs")
public final class StatusCommand extends SightlineCommand {

    @Reference(optional = true)
    @Nullable
    ServerBundles bundles;

    @Reference(optional = true)
    @Nullable
    TenantStore store;

    @Reference(optional = true)
    @Nullable
    MainRules mainRules;

    @Reference(optional = true)
    @Nullable
    Jobs jobs;

    @Override
    void run(PrintStream out) {
        StatusJson status = new ServerStatus(on(bundles, "shell"), store, mainRules, jobs).now();
        if (json) {
            printJson(out, status);
        } else {
            StatusText.print(out, status);
        }
    }
}
