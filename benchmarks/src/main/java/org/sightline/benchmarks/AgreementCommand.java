package org.sightline.benchmarks;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.sightline.benchmarks.engine.Agreement;
import org.sightline.benchmarks.engine.PlainServer;
import org.sightline.benchmarks.organisation.Organisation;
import org.sightline.benchmarks.report.Measure;
import org.sightline.benchmarks.report.Report;
import org.sightline.visibility.VisibilityEngine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Compares the engine with the brute-force evaluator; fails when an answer differs. */
@Command(name = "agree", description = "Counts the answers of the engine that the brute-force evaluator does not give.")
final class AgreementCommand implements Callable<Integer> {

    @Mixin
    OrganisationOptions options = new OrganisationOptions();

    @Option(
            names = "--sample",
            description = "how many members, of whom every pair is asked about (default: 500)",
            defaultValue = "500")
    int sample;

    @Option(names = "--json", description = "writes the results there, too")
    @Nullable
    Path json;

    @Override
    public Integer call() throws Exception {
        Report report = new Report(System.out);
        Organisation organisation = options.make();
        Agreement agreement = new Agreement(organisation.state(), sample, options.seed);
        VisibilityEngine engine = new PlainServer().engine(PlainServer.load(organisation.state()));
        int asked = agreement.questions().size();
        int unequal = agreement.unequal(engine::sees, asked);
        report.add(new Measure(
                "wrong answers against the brute-force evaluator",
                organisation.members(),
                organisation.shape().name(),
                (double) unequal,
                "answers",
                null,
                String.format("of %,d", asked)));
        report.write(json);
        return unequal == 0 ? 0 : 1;
    }
}
