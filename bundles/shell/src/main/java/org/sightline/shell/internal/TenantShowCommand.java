package org.sightline.shell.internal;

import java.io.PrintStream;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.jspecify.annotations.Nullable;
import org.sightline.directory.Snapshots;
import org.sightline.directory.TenantSnapshot;
import org.sightline.json.TenantJson;
import org.sightline.shell.internal.text.TenantText;

/** Shows one tenant's settings and how much is in it. */
@Service
@Command(scope = "sightline", name = "tenant-show", description = "Show a tenant's settings and how much is in it")
public final class TenantShowCommand extends SightlineCommand {

    @Argument(name = "tenant_key", description = "The tenant", required = true)
    @Completion(TenantCompleter.class)
    String tenantKey = "";

    @Reference(optional = true)
    @Nullable
    Snapshots snapshots;

    @Override
    void run(PrintStream out) {
        TenantSnapshot snapshot = on(snapshots, "directory").current(tenantKey(tenantKey));
        if (json) {
            printJson(out, TenantJson.of(snapshot.directory().tenant()));
        } else {
            TenantText.whole(out, snapshot);
        }
    }
}
