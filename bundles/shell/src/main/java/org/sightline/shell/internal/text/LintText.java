package org.sightline.shell.internal.text;

import java.io.PrintStream;
import java.util.List;
import org.sightline.visibility.LintFinding;

/** Findings about rules as a table. */
public final class LintText {

    private LintText() {}

    /** Prints a line for each finding. */
    public static void print(PrintStream out, List<LintFinding> findings) {
        TextTable table = new TextTable("Every rule decides something.", "rule_set", "rule_id", "code", "detail");
        for (LintFinding finding : findings) {
            table.row(finding.ruleSet(), finding.rule(), finding.code(), finding.detail());
        }
        table.print(out);
    }
}
