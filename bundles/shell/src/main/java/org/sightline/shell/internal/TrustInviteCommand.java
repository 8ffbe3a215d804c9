package org.sightline.shell.internal;

import java.io.PrintStream;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.jspecify.annotations.Nullable;
import org.sightline.directory.model.TenantKey;
import org.sightline.json.InvitationJson;
import org.sightline.trust.InvitationTerms;
import org.sightline.trust.IssuedInvitation;
import org.sightline.trust.TrustInvitations;

/** Makes an invitation in place of a tenant's administrators and prints its link. */
@Service
@Command(
        scope = "sightline",
        name = "trust-invite",
        description = "Invite another tenant to ask for trust, and print the link to send")
public final class TrustInviteCommand extends SightlineCommand {

    @Argument(name = "tenant_key", description = "The tenant that invites", required = true)
    @Completion(TenantCompleter.class)
    String tenantKey = "";

    @Option(name = "--reset", description = "Make all earlier invitations invalid; the new one is for anybody")
    boolean reset;

    @Option(name = "--single-use", description = "One submitted request uses it up")
    boolean singleUse;

    @Option(name = "--for", description = "The only tenant that may use it")
    @Completion(TenantCompleter.class)
    @Nullable
    String receiver;

    @Reference(optional = true)
    @Nullable
    TrustInvitations invitations;

    @Override
    void run(PrintStream out) {
        TrustInvitations service = on(invitations, "trusted-party");
        TenantKey tenant = tenantKey(tenantKey);
        IssuedInvitation issued = reset
                ? service.reset(tenant, actor()).value()
                : service.issue(tenant, actor(), terms()).value();
        if (json) {
            printJson(out, InvitationJson.of(issued));
        } else {
            out.println(issued.link());
        }
    }

    private InvitationTerms terms() {
        return new InvitationTerms(null, singleUse, receiver == null ? null : tenantKey(receiver));
    }
}
