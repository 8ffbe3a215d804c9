package org.sightline.shell.internal;

import java.io.PrintStream;
import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.jspecify.annotations.Nullable;
import org.sightline.directory.Snapshots;
import org.sightline.directory.model.TenantKey;
import org.sightline.json.PageJson;
import org.sightline.json.TrustRemovalJson;
import org.sightline.shell.internal.text.TrustText;
import org.sightline.trust.RemovalView;
import org.sightline.trust.TrustRemovals;

/** Lists a tenant's removals that needed, or need, approval, in both directions. */
@Service
@Command(
        scope = "sightline",
        name = "trust-removals",
        description = "List a tenant's removals of trusted parties that needed, or need, approval")
public final class TrustRemovalsCommand extends SightlineCommand {

    @Argument(name = "tenant_key", description = "The tenant", required = true)
    @Completion(TenantCompleter.class)
    String tenantKey = "";

    @Reference(optional = true)
    @Nullable
    Snapshots snapshots;

    @Reference(optional = true)
    @Nullable
    TrustRemovals removals;

    @Override
    void run(PrintStream out) {
        TenantKey tenant = tenantKey(tenantKey);
        List<RemovalView> all = on(snapshots, "directory").current(tenant).trust().removals().stream()
                .map(on(removals, "trusted-party").viewOf(tenant))
                .toList();
        if (json) {
            printJson(out, PageJson.whole(all.stream().map(TrustRemovalJson::of).toList()));
        } else {
            TrustText.removals(out, all);
        }
    }
}
