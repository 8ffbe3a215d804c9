package org.sightline.shell.internal.text;

import java.io.PrintStream;
import java.util.Locale;

/** How fast the running server answers, as a table. */
public final class BenchmarkText {

    private static final double LARGE = 100;

    private BenchmarkText() {}

    /** Prints the rows. */
    public static void print(PrintStream out, BenchmarkJson benchmark) {
        out.println("tenant `" + benchmark.tenantKey() + "` at revision " + benchmark.revision() + ", "
                + benchmark.members() + " members; one thread of " + benchmark.processors() + " processors, Java "
                + benchmark.java());
        TextTable table = new TextTable("", "what", "value", "unit");
        benchmark.rows().forEach(row -> table.row(row.what(), number(row.value()), row.unit()));
        table.print(out);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, value < LARGE ? "%.2f" : "%,.0f", value);
    }
}
