package org.sightline.shell.internal;

import java.io.PrintStream;
import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.jspecify.annotations.Nullable;
import org.sightline.directory.Snapshots;
import org.sightline.directory.model.TenantKey;
import org.sightline.json.TrustRemovalJson;
import org.sightline.json.TrustRequestJson;
import org.sightline.problem.Codes;
import org.sightline.problem.Problem;
import org.sightline.problem.ProblemException;
import org.sightline.shell.internal.text.TrustText;
import org.sightline.trust.RemovalView;
import org.sightline.trust.RequestView;
import org.sightline.trust.TrustRemovals;
import org.sightline.trust.TrustRequests;

/** Decides on a request for trust, or on a removal, in place of a tenant's administrators. */
@Service
@Command(
        scope = "sightline",
        name = "trust-decide",
        description =
                "Approve, reject or withdraw a request for trust or a removal, in place of a tenant's administrators")
public final class TrustDecideCommand extends SightlineCommand {

    @Argument(name = "tenant_key", description = "The tenant that decides", required = true)
    @Completion(TenantCompleter.class)
    String tenantKey = "";

    @Argument(
            index = 1,
            name = "id",
            description = "Of the request or the removal, as trust-requests and trust-removals show it",
            required = true)
    String id = "";

    @Argument(index = 2, name = "decision", description = "approve, reject or withdraw", required = true)
    @Completion(
            value = StringsCompleter.class,
            values = {"approve", "reject", "withdraw"})
    String decision = "";

    @Option(name = "--reason", description = "Why a request is rejected, for the other side")
    @Nullable
    String reason;

    @Reference(optional = true)
    @Nullable
    Snapshots snapshots;

    @Reference(optional = true)
    @Nullable
    TrustRequests requests;

    @Reference(optional = true)
    @Nullable
    TrustRemovals removals;

    @Override
    void run(PrintStream out) {
        TenantKey tenant = tenantKey(tenantKey);
        boolean isRemoval =
                on(snapshots, "directory").current(tenant).trust().removal(id).isPresent();
        if (isRemoval) {
            print(out, onRemoval(on(removals, "trusted-party"), tenant));
        } else {
            print(out, onRequest(on(requests, "trusted-party"), tenant));
        }
    }

    private RequestView onRequest(TrustRequests service, TenantKey tenant) {
        return switch (decision) {
            case "approve" -> service.approve(tenant, actor(), id).value();
            case "reject" -> service.reject(tenant, actor(), id, reason).value();
            case "withdraw" -> service.withdraw(tenant, actor(), id).value();
            default -> throw unknown();
        };
    }

    private RemovalView onRemoval(TrustRemovals service, TenantKey tenant) {
        return switch (decision) {
            case "approve" -> service.approve(tenant, actor(), id).value();
            case "reject" -> service.reject(tenant, actor(), id).value();
            case "withdraw" -> service.withdraw(tenant, actor(), id).value();
            default -> throw unknown();
        };
    }

    private ProblemException unknown() {
        return Problem.invalid("/decision", Codes.INVALID, "must be `approve`, `reject` or `withdraw`")
                .exception();
    }

    private void print(PrintStream out, RequestView decided) {
        if (json) {
            printJson(out, TrustRequestJson.of(decided));
        } else {
            TrustText.requests(out, List.of(decided));
        }
    }

    private void print(PrintStream out, RemovalView decided) {
        if (json) {
            printJson(out, TrustRemovalJson.of(decided));
        } else {
            TrustText.removals(out, List.of(decided));
        }
    }
}
