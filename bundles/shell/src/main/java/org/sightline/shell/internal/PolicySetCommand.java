package org.sightline.shell.internal;

import java.io.IOException;
import java.io.PrintStream;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.completers.FileCompleter;
import org.jspecify.annotations.Nullable;
import org.sightline.directory.Committed;
import org.sightline.directory.Expectation;
import org.sightline.json.PolicyJson;
import org.sightline.visibility.Policies;
import org.sightline.visibility.model.VisibilityPolicy;

/** Replaces a tenant's visibility policy by the one in a JSON file, the form that {@code policy-show --json} prints. */
@Service
@Command(scope = "sightline", name = "policy-set", description = "Replace a tenant's visibility policy by a JSON file")
public final class PolicySetCommand extends SightlineCommand {

    @Argument(name = "tenant_key", description = "The tenant", required = true)
    @Completion(TenantCompleter.class)
    String tenantKey = "";

    @Argument(index = 1, name = "file", description = "A file on the server's machine", required = true)
    @Completion(FileCompleter.class)
    String file = "";

    @Option(name = "--dry-run", description = "Only check")
    boolean dryRun;

    @Reference(optional = true)
    @Nullable
    Policies policies;

    @Override
    void run(PrintStream out) throws IOException {
        Policies target = on(policies, "visibility-rules");
        VisibilityPolicy policy = policyIn(file);
        Committed<VisibilityPolicy> result =
                target.replace(tenantKey(tenantKey), actor(), policy, Expectation.any(), dryRun);
        if (json) {
            printJson(out, PolicyJson.of(result.value()));
        } else if (dryRun) {
            out.println("The policy is fine; nothing was changed.");
        } else {
            out.println("The policy of `" + tenantKey + "` is in force since revision " + result.revision() + ".");
        }
    }
}
