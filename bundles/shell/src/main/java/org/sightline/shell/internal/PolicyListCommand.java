package org.sightline.shell.internal;

import java.io.PrintStream;
import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.jspecify.annotations.Nullable;
import org.sightline.json.PageJson;
import org.sightline.json.PluginJson;
import org.sightline.shell.internal.text.TextTable;

/** Lists the policies that the server asks and the channels it calls, beside main rules: its own and those of vendors. */
@Service
@Command(
        scope = "sightline",
        name = "policy-list",
        description =
                "List quota, trust and approval policies and notification channels: from which bundle, in what state")
public final class PolicyListCommand extends SightlineCommand {

    @Reference(optional = true)
    @Nullable
    AskedPolicies policies;

    @Override
    void run(PrintStream out) {
        List<PluginJson> all = on(policies, "shell").list();
        if (json) {
            printJson(out, PageJson.whole(all));
            return;
        }
        TextTable table = new TextTable("No policies.", "kind", "type", "state", "provided_by", "detail");
        all.forEach(each -> table.row(each.kind(), each.type(), each.state(), each.providedBy(), each.detail()));
        table.print(out);
    }
}
