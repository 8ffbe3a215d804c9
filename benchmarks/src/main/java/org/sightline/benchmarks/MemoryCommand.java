package org.sightline.benchmarks;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.sightline.benchmarks.engine.Footprint;
import org.sightline.benchmarks.report.Report;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures memory. */
@Command(
        name = "memory",
        description = "Measures bytes a member: texts, directory index, compiled rules. Give Java enough heap (-Xmx).")
final class MemoryCommand implements Callable<Integer> {

    @Mixin
    OrganisationOptions organisation = new OrganisationOptions();

    @Option(names = "--json", description = "writes the results there, too")
    @Nullable
    Path json;

    @Override
    public Integer call() throws Exception {
        Report report = new Report(System.out);
        new Footprint(organisation.members, organisation.shape, report).measure(organisation.seed);
        report.write(json);
        return 0;
    }
}
