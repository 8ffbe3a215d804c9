package org.sightline.shell.internal;

import java.io.PrintStream;
import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.jspecify.annotations.Nullable;
import org.sightline.json.PageJson;
import org.sightline.shell.internal.text.PluginJson;
import org.sightline.shell.internal.text.PluginText;

/** Lists the bundles of vendors, also those that do not run, and why. */
@Service
@Command(
        scope = "sightline",
        name = "plugin-list",
        description = "List the bundles of vendors: state, what they offer, what they wait for")
public final class PluginListCommand extends SightlineCommand {

    @Reference(optional = true)
    @Nullable
    ServerBundles bundles;

    @Override
    void run(PrintStream out) {
        List<PluginJson> plugins = on(bundles, "shell").plugins();
        if (json) {
            printJson(out, PageJson.whole(plugins));
        } else {
            PluginText.print(out, plugins);
        }
    }
}
