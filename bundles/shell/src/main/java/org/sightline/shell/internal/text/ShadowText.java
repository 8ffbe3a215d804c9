package org.sightline.shell.internal.text;

import java.io.PrintStream;
import java.util.List;
import org.sightline.visibility.PreviewResult;
import org.sightline.visibility.ShadowReport;

/** What comparing a candidate main rule has shown. */
public final class ShadowText {

    private ShadowText() {}

    /** Prints the counts, and a line for each sample. */
    public static void print(PrintStream out, ShadowReport report) {
        TextTable table = new TextTable("No answer would change so far.", "would_be", "subject", "object");
        rows(table, "visible", report.gained());
        rows(table, "hidden", report.lost());
        table.print(out);
        out.println("candidate: " + PolicyText.mainRule(report.shadow().candidate()) + ", compared since "
                + report.shadow().since());
        out.println("compared: " + report.compared() + ", would gain: " + report.wouldGain() + ", would lose: "
                + report.wouldLose());
        if (!report.detail().isEmpty()) {
            out.println("not compared now: " + Printable.of(report.detail()));
        }
    }

    private static void rows(TextTable table, String wouldBe, List<PreviewResult.Pair> pairs) {
        pairs.forEach(pair -> table.row(wouldBe, pair.viewer(), pair.target()));
    }
}
