package org.sightline.shell.internal.text;

import java.io.PrintStream;
import java.util.List;

/** Vendors' bundles as a table. */
public final class PluginText {

    private PluginText() {}

    /** Prints a line for each bundle. */
    public static void print(PrintStream out, List<PluginJson> plugins) {
        TextTable table = new TextTable("No plug-ins.", "name", "version", "state", "offers", "detail");
        for (PluginJson plugin : plugins) {
            table.row(
                    plugin.name(),
                    plugin.version(),
                    plugin.state(),
                    String.join(", ", plugin.offers()),
                    plugin.detail());
        }
        table.print(out);
    }
}
