package org.sightline.benchmarks.engine;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** One check after the other, of pairs drawn at random, by one thread; and the same pairs against plain bitmaps. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class CheckBenchmark {

    private static final int AT_ONCE = 4096;

    private BitmapFloor floor = new BitmapFloor(1, 0);
    private int next;

    /** Fills the bitmaps. */
    @Setup
    public void fill(OneOrganisation organisation) {
        floor = new BitmapFloor(organisation.members, organisation.seed);
    }

    private int first(Pairs pairs) {
        next = (next + AT_ONCE) & (pairs.count() - 1);
        return next;
    }

    /** Asks the engine. */
    @Benchmark
    @OperationsPerInvocation(AT_ONCE)
    public int engine(OneOrganisation organisation) {
        Pairs pairs = organisation.pairs;
        int first = first(pairs);
        int seen = 0;
        for (int pair = first; pair < first + AT_ONCE; pair++) {
            seen += organisation.engine.sees(pairs.viewer(pair), pairs.target(pair)) ? 1 : 0;
        }
        return seen;
    }

    /** Looks bits up. */
    @Benchmark
    @OperationsPerInvocation(AT_ONCE)
    public int bitmap(OneOrganisation organisation) {
        Pairs pairs = organisation.pairs;
        int first = first(pairs);
        int seen = 0;
        for (int pair = first; pair < first + AT_ONCE; pair++) {
            seen += floor.sees(pairs.viewer(pair), pairs.target(pair)) ? 1 : 0;
        }
        return seen;
    }
}
