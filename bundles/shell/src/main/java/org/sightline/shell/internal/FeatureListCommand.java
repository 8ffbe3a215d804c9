package org.sightline.shell.internal;

import java.io.PrintStream;
import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.jspecify.annotations.Nullable;
import org.sightline.json.PageJson;
import org.sightline.shell.internal.text.FeatureJson;
import org.sightline.shell.internal.text.FeatureText;

/** Lists the capabilities of the server: which bundle serves what, and whether it does. */
@Service
@Command(
        scope = "sightline",
        name = "feature-list",
        description = "List the server's capabilities: whether they serve, and which bundles they are made of")
public final class FeatureListCommand extends SightlineCommand {

    @Reference(optional = true)
    @Nullable
    ServerFeatures features;

    @Override
    void run(PrintStream out) {
        List<FeatureJson> all = on(features, "shell").list();
        if (json) {
            printJson(out, PageJson.whole(all));
        } else {
            FeatureText.print(out, all);
        }
    }
}
