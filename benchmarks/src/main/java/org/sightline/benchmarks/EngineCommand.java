package org.sightline.benchmarks;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.sightline.benchmarks.engine.JmhRun;
import org.sightline.benchmarks.report.Report;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Measures the engine in process. */
@Command(
        name = "engine",
        description = "Measures the engine in process with JMH: checks beside plain bitmaps, lists, changes of rules,"
                + " previews; checks and lists across trusts, with ten partners of the same size.")
final class EngineCommand implements Callable<Integer> {

    /** What can be measured. */
    enum What {
        CHECK,
        LIST,
        CHANGE,
        PREVIEW,
        ACROSS
    }

    @Parameters(arity = "0..*", description = "any of ${COMPLETION-CANDIDATES}; all when none is named")
    Set<What> what = EnumSet.noneOf(What.class);

    @Mixin
    OrganisationOptions organisation = new OrganisationOptions();

    @Option(
            names = "--seconds",
            description = "how long checks and lists are measured (default: 5)",
            defaultValue = "5")
    int seconds;

    @Option(
            names = "--times",
            description = "how many changes and previews are measured (default: 100)",
            defaultValue = "100")
    int times;

    @Option(names = "--heap", description = "of the measured Java machine (default: 4g)", defaultValue = "4g")
    String heap = "4g";

    @Option(names = "--json", description = "writes the results there, too")
    @Nullable
    Path json;

    @Override
    public Integer call() throws Exception {
        Report report = new Report(System.out);
        JmhRun run = new JmhRun(organisation.members, organisation.shape, organisation.seed, seconds, heap);
        for (What each : what.isEmpty() ? EnumSet.allOf(What.class) : what) {
            switch (each) {
                case CHECK -> run.checks(report);
                case LIST -> run.lists(report);
                case CHANGE -> run.changes(report, times);
                case ACROSS -> run.across(report);
                case PREVIEW -> run.previews(report, Math.max(5, times / 10));
            }
        }
        report.write(json);
        return 0;
    }
}
