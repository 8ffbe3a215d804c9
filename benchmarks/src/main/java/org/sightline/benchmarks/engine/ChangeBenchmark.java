package org.sightline.benchmarks.engine;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.sightline.directory.TenantSnapshot;
import org.sightline.visibility.model.VisibilityPolicy;

/** From a changed rule to the first answer under it, without the database: the engine's share of a change. */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@State(Scope.Thread)
public class ChangeBenchmark {

    /** A rule shows what it hid, or the reverse. */
    @Benchmark
    public boolean effectFlips(OneOrganisation organisation, ChangingRules rules) {
        return change(organisation, rules, rules.flipped);
    }

    /** A rule is replaced by one with other subjects and objects. */
    @Benchmark
    public boolean otherSubjectsAndObjects(OneOrganisation organisation, ChangingRules rules) {
        return change(organisation, rules, rules.renewed);
    }

    private static boolean change(OneOrganisation organisation, ChangingRules rules, VisibilityPolicy policy) {
        TenantSnapshot next = PlainServer.withPolicy(organisation.snapshot, policy);
        organisation.snapshot = next;
        organisation.engine = organisation.server.engine(next);
        return organisation.engine.sees(rules.viewer, rules.target);
    }
}
