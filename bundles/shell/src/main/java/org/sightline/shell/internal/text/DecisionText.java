package org.sightline.shell.internal.text;

import java.io.PrintStream;
import org.sightline.visibility.Decision;
import org.sightline.visibility.Entry;
import org.sightline.visibility.Match;

/** The answer to "may A see B?" in words. */
public final class DecisionText {

    private DecisionText() {}

    /** Prints the answer, why, and the matches of the deciding rule set. */
    public static void print(PrintStream out, Decision decision) {
        out.println("visible: " + decision.visible() + ", decided by "
                + decision.layer().key());
        out.println(Printable.of(decision.explanation()));
        if (decision.fallback()) {
            out.println("See `sightline:main-rule-list`.");
        }
        if (!decision.matches().isEmpty()) {
            matches(decision).print(out);
        }
    }

    private static TextTable matches(Decision decision) {
        TextTable table = new TextTable("", "rule_id", "rule_set", "subject", "object", "effect", "outranked");
        for (Match match : decision.matches()) {
            table.row(
                    match.rule(),
                    match.ruleSet(),
                    entry(match.subject()),
                    entry(match.object()),
                    match.effect(),
                    match.outranked() ? "yes" : "");
        }
        return table;
    }

    private static String entry(Entry entry) {
        return entry.type().key() + " " + entry.id();
    }
}
