package org.sightline.shell.internal.text;

import java.io.PrintStream;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sightline.directory.ImportReport;
import org.sightline.jobs.Job;
import org.sightline.problem.Problem;
import org.sightline.upkeep.Backup;
import org.sightline.upkeep.CompactionReport;

/** Jobs as a table. */
public final class JobText {

    private JobText() {}

    /** Prints a line for each job. */
    public static void print(PrintStream out, List<Job> jobs) {
        TextTable table =
                new TextTable("No jobs.", "job_id", "kind", "tenant_key", "state", "progress", "started_at", "result");
        for (Job job : jobs) {
            table.row(
                    job.id(),
                    job.kind(),
                    job.tenant(),
                    job.state(),
                    job.progress(),
                    job.startedAt().truncatedTo(ChronoUnit.SECONDS),
                    result(job.result()));
        }
        table.print(out);
    }

    private static String result(@Nullable Object result) {
        if (result instanceof ImportReport report) {
            return report.errorCount() > 0
                    ? report.errorCount() + " faulty lines"
                    : "created " + report.created() + ", updated " + report.updated() + ", unchanged "
                            + report.unchanged();
        }
        if (result instanceof Backup backup) {
            return backup.name() + ", " + backup.size() + " bytes";
        }
        if (result instanceof CompactionReport report) {
            return "removed " + report.rowsRemoved() + " rows, " + report.auditRemoved() + " audit entries";
        }
        if (result instanceof Problem problem) {
            return problem.code() + ": " + problem.detail();
        }
        return result == null ? "" : result.toString();
    }
}
