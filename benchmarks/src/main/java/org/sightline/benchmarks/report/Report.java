package org.sightline.benchmarks.report;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.sightline.json.Json;

/** Gathers what is measured; prints it as a table while it comes, and writes it as JSON in the end. */
public final class Report {

    private final PrintStream out;
    private final List<Measure> measures = new ArrayList<>();

    private record Document(Machine machine, List<Measure> measures) {}

    private record Machine(int processors, long heapMegabytes, String java, String system, double loadAtTheEnd) {

        static Machine here() {
            return new Machine(
                    Runtime.getRuntime().availableProcessors(),
                    Runtime.getRuntime().maxMemory() >> 20,
                    Runtime.version().toString(),
                    System.getProperty("os.name") + " " + System.getProperty("os.arch"),
                    ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
        }
    }

    /** Prints to this. */
    public Report(PrintStream out) {
        this.out = out;
        line("what", "members", "shape", "value", "unit", "worst", "note");
    }

    /** Takes a measure in. */
    public void add(Measure measure) {
        measures.add(measure);
        line(
                measure.what(),
                String.format(Locale.ROOT, "%,d", measure.members()),
                measure.shape().toLowerCase(Locale.ROOT),
                number(measure.value()),
                measure.unit(),
                number(measure.worst()),
                measure.note());
    }

    private void line(String what, String members, String shape, String value, String unit, String worst, String note) {
        out.printf("%-58s %11s  %-8s %14s %-12s %12s  %s%n", what, members, shape, value, unit, worst, note);
    }

    /** Returns what was taken in. */
    public List<Measure> measures() {
        return List.copyOf(measures);
    }

    private static String number(@Nullable Double value) {
        return value == null ? "" : String.format(Locale.ROOT, value < 1000 ? "%,.2f" : "%,.0f", value);
    }

    /**
     * Writes all measures.
     *
     * @param file null to write none
     */
    public void write(@Nullable Path file) throws IOException {
        if (file != null) {
            Files.writeString(file, Json.text(new Document(Machine.here(), measures)) + "\n");
        }
    }
}
