package org.sightline.shell.internal.text;

import java.io.PrintStream;
import org.sightline.directory.ImportReport;
import org.sightline.directory.ImportReport.LineError;

/** What an import did, would do, or why it did nothing. */
public final class ImportText {

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
        for (LineError error : report.errors()) {
            table.row(error.line(), error.code(), error.detail());
        }
        table.print(out);
        long more = report.errorCount() - report.errors().size();
        if (more > 0) {
            out.println("... and " + more + " more faulty lines");
        }
    }
}
