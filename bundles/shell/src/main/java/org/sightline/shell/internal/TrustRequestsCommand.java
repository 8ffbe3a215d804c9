package org.sightline.shell.internal;

import java.io.PrintStream;
import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.jspecify.annotations.Nullable;
import org.sightline.directory.Snapshots;
import org.sightline.directory.TenantSnapshot;
import org.sightline.directory.model.TenantKey;
import org.sightline.json.PageJson;
import org.sightline.json.TrustRequestJson;
import org.sightline.shell.internal.text.TrustText;
import org.sightline.trust.RequestView;
import org.sightline.trust.TrustRequests;
import org.sightline.trust.model.RequestState;

/** Lists a tenant's requests for trust, in both directions. */
@Service
@Command(scope = "sightline", name = "trust-requests", description = "List a tenant's requests for trust")
public final class TrustRequestsCommand extends SightlineCommand {

    @Argument(name = "tenant_key", description = "The tenant", required = true)
    @Completion(TenantCompleter.class)
    String tenantKey = "";

    @Option(name = "--pending", description = "Only those that nobody has decided")
    boolean pending;

    @Reference(optional = true)
    @Nullable
    Snapshots snapshots;

    @Reference(optional = true)
    @Nullable
    TrustRequests requests;

    @Override
    void run(PrintStream out) {
        TenantKey tenant = tenantKey(tenantKey);
        TenantSnapshot own = on(snapshots, "directory").current(tenant);
        List<RequestView> all = own.trust().requests().stream()
                .filter(request -> !pending || request.state() == RequestState.PENDING)
                .map(on(requests, "trusted-party").viewOf(tenant))
                .toList();
        if (json) {
            printJson(out, PageJson.whole(all.stream().map(TrustRequestJson::of).toList()));
        } else {
            TrustText.requests(out, all);
        }
    }
}
