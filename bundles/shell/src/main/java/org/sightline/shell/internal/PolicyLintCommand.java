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
import org.sightline.json.LintJson;
import org.sightline.json.PageJson;
import org.sightline.shell.internal.text.LintText;
import org.sightline.visibility.Lint;
import org.sightline.visibility.LintFinding;

/** Lists the rules of a tenant's policy that do nothing. */
@Service
@Command(
        scope = "sightline",
        name = "policy-lint",
        description = "List the rules of a tenant's policy that decide nothing or name what is gone")
public final class PolicyLintCommand extends SightlineCommand {

    @Argument(name = "tenant_key", description = "The tenant", required = true)
    @Completion(TenantCompleter.class)
    String tenantKey = "";

    @Reference(optional = true)
    @Nullable
    Snapshots snapshots;

    @Reference(optional = true)
    @Nullable
    Lint lint;

    @Override
    void run(PrintStream out) {
        Lint checker = on(lint, "visibility-rules");
        TenantSnapshot snapshot = on(snapshots, "directory").current(tenantKey(tenantKey));
        List<LintFinding> findings = checker.check(snapshot);
        if (json) {
            printJson(out, PageJson.whole(findings.stream().map(LintJson::of).toList()));
        } else {
            LintText.print(out, findings);
        }
    }
}
