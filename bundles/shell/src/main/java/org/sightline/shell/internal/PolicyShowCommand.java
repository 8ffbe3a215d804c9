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
import org.sightline.json.PolicyJson;
import org.sightline.shell.internal.text.PolicyText;

/** Shows a tenant's visibility policy. */
@Service
@Command(scope = "sightline", name = "policy-show", description = "Show who may see whom in a tenant, by its policy")
public final class PolicyShowCommand extends SightlineCommand {

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
            printJson(out, PolicyJson.of(snapshot.policy()));
        } else {
            PolicyText.print(out, snapshot.policy(), snapshot.policyRevision());
        }
    }
}
