package org.sightline.shell.internal.text;

import java.io.PrintStream;
import java.util.List;
import org.sightline.visibility.PreviewResult;

/** What a change would do, in numbers and tables. */
public final class PreviewText {

    private static final int MOST_VIEWERS = 20;

    private PreviewText() {}

    /** Prints the numbers, the viewers for whom most changes, and some pairs. */
    public static void print(PrintStream out, PreviewResult result) {
        out.println("pairs gained: " + result.pairsGained() + ", pairs lost: " + result.pairsLost()
                + "; nothing was changed");
        if (result.pairsGained() + result.pairsLost() == 0) {
            return;
        }
        TextTable viewers = new TextTable("", "user_id", "gained", "lost");
        result.viewers().stream()
                .limit(MOST_VIEWERS)
                .forEach(change -> viewers.row(change.viewer(), change.gained(), change.lost()));
        viewers.print(out);
        TextTable samples = new TextTable("", "for instance", "viewer", "target");
        add("gained", result.gained(), samples);
        add("lost", result.lost(), samples);
        samples.print(out);
    }

    private static void add(String what, List<PreviewResult.Pair> pairs, TextTable table) {
        pairs.forEach(pair -> table.row(what, pair.viewer(), pair.target()));
    }
}
