package org.sightline.benchmarks;

import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.sightline.benchmarks.reference.ReferenceRun;
import org.sightline.benchmarks.reference.References;
import org.sightline.benchmarks.report.Report;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Measures what users could take instead, beside the engine. */
@Command(
        name = "references",
        description = "Asks PostgreSQL, jCasbin, Cedar and plain bitmaps the same questions as the engine.")
final class ReferencesCommand implements Callable<Integer> {

    @Parameters(arity = "0..*", description = "any of ${COMPLETION-CANDIDATES}; all when none is named")
    Set<References> which = EnumSet.allOf(References.class);

    @Mixin
    OrganisationOptions organisation = new OrganisationOptions();

    @Option(names = "--cell", description = "seconds that a cell may take (default: 60)", defaultValue = "60")
    int cellSeconds;

    @Option(names = "--json", description = "writes the results there, too")
    @Nullable
    Path json;

    @Override
    public Integer call() throws Exception {
        Report report = new Report(System.out);
        ReferenceRun run = new ReferenceRun(organisation.make(), Duration.ofSeconds(cellSeconds), report);
        for (References each : which) {
            each.run(run, System.out);
        }
        report.write(json);
        return 0;
    }
}
