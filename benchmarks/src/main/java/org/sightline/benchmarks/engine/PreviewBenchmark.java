package org.sightline.benchmarks.engine;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.sightline.benchmarks.organisation.Organisation;
import org.sightline.visibility.PreviewResult;
import org.sightline.visibility.model.MainRuleChoice;
import org.sightline.visibility.model.VisibilityPolicy;

/** Exact counts of what a change of the policy would do. */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@State(Scope.Thread)
public class PreviewBenchmark {

    /** One rule is replaced by another. */
    @Benchmark
    public PreviewResult otherRule(OneOrganisation organisation, ChangingRules rules) {
        return organisation.server.preview().ofPolicy(organisation.snapshot, rules.proposed);
    }

    /** All rules go. */
    @Benchmark
    public PreviewResult noRules(OneOrganisation organisation) {
        return organisation.server.preview().ofPolicy(organisation.snapshot, Organisation.policy(List.of()));
    }

    /** The main rule shows everybody instead of the own department. */
    @Benchmark
    public PreviewResult otherMainRule(OneOrganisation organisation) {
        VisibilityPolicy now = organisation.snapshot.policy();
        return organisation
                .server
                .preview()
                .ofPolicy(
                        organisation.snapshot,
                        new VisibilityPolicy(MainRuleChoice.of("everyone"), now.ruleSets(), now.displayOrder()));
    }
}
