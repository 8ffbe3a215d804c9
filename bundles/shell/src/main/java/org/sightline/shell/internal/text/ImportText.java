package org.sightline.shell.internal.text;

import java.io.PrintStream;
import java.util.List;
import org.sightline.directory.ImportReport;
import org.sightline.directory.ImportReport.LineError;

/** What an import did, would do, or why it did nothing. */
public final class ImportText {

    /** So many faulty lines fit on a screen or two; the JSON form has more. */
    private static final int MOST_LINES = 40;

    private ImportText() {}

    /** Prints the report. */
    public static void print(PrintStream out, ImportReport report, boolean dryRun) {
        if (report.errorCount() == 0) {
            out.println((dryRun ? "Would create " : "Created ") + report.created()
                    + (dryRun ? ", would update " : ", updated ") + report.updated() + ", unchanged "
                    + report.unchanged() + (dryRun ? "." : "; revision " + report.revision() + "."));
            return;
        }
        TextTable table = new TextTable("", "line", "code", "detail");
        List<LineError> shown =
                report.errors().subList(0, Math.min(MOST_LINES, report.errors().size()));
        for (LineError error : shown) {
            table.row(error.line(), error.code(), error.detail());
        }
        table.print(out);
        long more = report.errorCount() - shown.size();
        if (more > 0) {
            out.println("... and " + more + " more; `--json` lists the first " + ImportReport.MAX_ERRORS);
        }
    }
}
