package org.sightline.shell.internal;

import java.io.IOException;
import java.io.PrintStream;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.completers.FileCompleter;
import org.jspecify.annotations.Nullable;
import org.sightline.directory.Snapshots;
import org.sightline.directory.TenantSnapshot;
import org.sightline.json.PreviewJson;
import org.sightline.shell.internal.text.PreviewText;
import org.sightline.visibility.Preview;
import org.sightline.visibility.PreviewResult;
import org.sightline.visibility.model.VisibilityPolicy;

/** Says what the policy in a JSON file would change, without saving it. */
@Service
@Command(
        scope = "sightline",
        name = "preview",
        description = "Say who would see whom, and who not any more, under the policy in a JSON file; saves nothing")
public final class PreviewCommand extends SightlineCommand {

    @Argument(name = "tenant_key", description = "The tenant", required = true)
    @Completion(TenantCompleter.class)
    String tenantKey = "";

    @Argument(index = 1, name = "file", description = "A file on the server's machine", required = true)
    @Completion(FileCompleter.class)
    String file = "";

    @Reference(optional = true)
    @Nullable
    Snapshots snapshots;

    @Reference(optional = true)
    @Nullable
    Preview preview;

    @Override
    void run(PrintStream out) throws IOException {
        Preview judge = on(preview, "visibility-rules");
        VisibilityPolicy policy = policyIn(file);
        TenantSnapshot now = on(snapshots, "directory").current(tenantKey(tenantKey));
        PreviewResult result = judge.ofPolicy(now, policy);
        if (json) {
            printJson(out, PreviewJson.ResultJson.of(result));
        } else {
            PreviewText.print(out, result);
        }
    }
}
