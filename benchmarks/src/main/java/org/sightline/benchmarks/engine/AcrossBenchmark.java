package org.sightline.benchmarks.engine;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.sightline.visibility.SightAcross;
import org.sightline.visibility.VisibilityEngine;

/** Sight across trusts: checks of random pairs over all partners, beside the same pairs inside, and whole lists. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class AcrossBenchmark {

    private static final int AT_ONCE = 4096;

    private int next;

    private int first(Pairs pairs) {
        next = (next + AT_ONCE) & (pairs.count() - 1);
        return next;
    }

    /** Asks about members of partners, another partner each time. */
    @Benchmark
    @OperationsPerInvocation(AT_ONCE)
    public int across(TrustedOrganisations organisations) {
        Pairs pairs = organisations.pairs;
        List<SightAcross> sights = organisations.sights;
        int first = first(pairs);
        int seen = 0;
        int partner = 0;
        for (int pair = first; pair < first + AT_ONCE; pair++) {
            seen += sights.get(partner).finds(pairs.viewer(pair), pairs.target(pair)) ? 1 : 0;
            partner = partner + 1 == sights.size() ? 0 : partner + 1;
        }
        return seen;
    }

    /** Asks about members of the own tenant. */
    @Benchmark
    @OperationsPerInvocation(AT_ONCE)
    public int inside(TrustedOrganisations organisations) {
        Pairs pairs = organisations.pairs;
        VisibilityEngine engine = organisations.server.engine(organisations.own);
        int first = first(pairs);
        int seen = 0;
        for (int pair = first; pair < first + AT_ONCE; pair++) {
            seen += engine.sees(pairs.viewer(pair), pairs.target(pair)) ? 1 : 0;
        }
        return seen;
    }

    /** Lists whom a viewer finds in all partners, copied. */
    @Benchmark
    public int list(TrustedOrganisations organisations) {
        int viewer = organisations.nextMedian();
        int found = 0;
        for (SightAcross sight : organisations.sights) {
            found += sight.findableBy(viewer).clone().length;
        }
        return found;
    }
}
