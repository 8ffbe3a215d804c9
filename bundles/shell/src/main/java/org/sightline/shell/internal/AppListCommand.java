package org.sightline.shell.internal;

import java.io.PrintStream;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.jspecify.annotations.Nullable;
import org.sightline.apps.Apps;
import org.sightline.apps.model.AppState;
import org.sightline.directory.Snapshots;
import org.sightline.json.AppJson;
import org.sightline.json.PageJson;
import org.sightline.shell.internal.text.AppText;

/** Lists a tenant's apps. */
@Service
@Command(scope = "sightline", name = "app-list", description = "List a tenant's apps")
public final class AppListCommand extends SightlineCommand {

    @Argument(name = "tenant_key", description = "The tenant", required = true)
    @Completion(TenantCompleter.class)
    String tenantKey = "";

    @Reference(optional = true)
    @Nullable
    Snapshots snapshots;

    @Reference(optional = true)
    @Nullable
    Apps apps;

    @Override
    void run(PrintStream out) {
        on(apps, "app-permissions");
        AppState state =
                on(snapshots, "directory").current(tenantKey(tenantKey)).apps();
        if (json) {
            printJson(
                    out,
                    PageJson.whole(
                            state.apps().values().stream().map(AppJson::of).toList()));
        } else {
            AppText.printApps(out, state);
        }
    }
}
