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
import org.sightline.directory.TenantSnapshot;
import org.sightline.json.PageJson;
import org.sightline.json.TrustPartyJson;
import org.sightline.shell.internal.text.TrustText;
import org.sightline.trust.PartyView;
import org.sightline.trust.TrustRelations;

/** Lists a tenant's trusted parties. */
@Service
@Command(scope = "sightline", name = "trust-list", description = "List a tenant's trusted parties")
public final class TrustListCommand extends SightlineCommand {

    @Argument(name = "tenant_key", description = "The tenant", required = true)
    @Completion(TenantCompleter.class)
    String tenantKey = "";

    @Reference(optional = true)
    @Nullable
    Snapshots snapshots;

    @Reference(optional = true)
    @Nullable
    TrustRelations relations;

    @Override
    void run(PrintStream out) {
        TenantSnapshot own = on(snapshots, "directory").current(tenantKey(tenantKey));
        List<PartyView> parties = on(relations, "trusted-party").all(own);
        if (json) {
            printJson(
                    out, PageJson.whole(parties.stream().map(TrustPartyJson::of).toList()));
        } else {
            TrustText.parties(out, parties);
        }
    }
}
