package org.sightline.shell.internal;

import java.io.PrintStream;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.jspecify.annotations.Nullable;
import org.sightline.json.CompactionJson;
import org.sightline.shell.internal.text.ProgressBar;
import org.sightline.upkeep.Compaction;
import org.sightline.upkeep.CompactionReport;

/** Removes what of the past is not kept. */
@Service
@Command(
        scope = "sightline",
        name = "compact",
        description = "Remove what of the past is older than is kept, without waiting for the day's turn")
public final class CompactCommand extends SightlineCommand {

    @Reference(optional = true)
    @Nullable
    Compaction compaction;

    @Override
    void run(PrintStream out) {
        CompactionReport report;
        try (ProgressBar bar = isWatched() ? ProgressBar.counting(out) : ProgressBar.silent()) {
            report = on(compaction, "upkeep").run(bar);
        }
        if (json) {
            printJson(out, CompactionJson.of(report));
        } else {
            out.println("Looked at " + report.tenants() + " tenants, removed " + report.rowsRemoved()
                    + " rows of the past and " + report.auditRemoved() + " audit entries.");
        }
    }
}
