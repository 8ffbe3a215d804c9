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
import org.sightline.directory.model.TenantKey;
import org.sightline.json.TrustPartyJson;
import org.sightline.shell.internal.text.TrustText;
import org.sightline.trust.CollaborationRules;
import org.sightline.trust.PartyView;
import org.sightline.trust.TrustRelations;

/** Shows what two trusted parties grant each other, as one of them sees it. */
@Service
@Command(
        scope = "sightline",
        name = "trust-show",
        description = "Show what a tenant and a trusted party grant each other")
public final class TrustShowCommand extends SightlineCommand {

    @Argument(name = "tenant_key", description = "The tenant", required = true)
    @Completion(TenantCompleter.class)
    String tenantKey = "";

    @Argument(index = 1, name = "partner", description = "The trusted party's tenant key", required = true)
    @Completion(TenantCompleter.class)
    String partnerKey = "";

    @Reference(optional = true)
    @Nullable
    Snapshots snapshots;

    @Reference(optional = true)
    @Nullable
    TrustRelations relations;

    @Reference(optional = true)
    @Nullable
    CollaborationRules rules;

    @Override
    void run(PrintStream out) {
        TenantSnapshot own = on(snapshots, "directory").current(tenantKey(tenantKey));
        TenantKey partner = id("/partner", () -> new TenantKey(partnerKey));
        PartyView party = on(relations, "trusted-party").with(own, partner);
        if (json) {
            printJson(out, TrustPartyJson.of(party));
        } else {
            TrustText.whole(out, party, on(rules, "trusted-party").towards(own, partner, null));
        }
    }
}
