package org.sightline.shell.internal;

import java.io.PrintStream;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.jspecify.annotations.Nullable;
import org.sightline.directory.Snapshots;
import org.sightline.directory.TenantSnapshot;
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
public final class TrustShowCommand extends PartyCommand {

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
        TenantSnapshot own = on(snapshots, "directory").current(tenant());
        PartyView party = on(relations, "trusted-party").with(own, partner());
        if (json) {
            printJson(out, TrustPartyJson.of(party));
        } else {
            TrustText.whole(out, party, on(rules, "trusted-party").towards(own, partner(), null));
        }
    }
}
