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

/**
 * Checks of pairs drawn at random, by one thread, and the same against plain bitmaps. Independent checks let the processor
 * overlap them; "in turn" the next pair depends on the answer before, as for somebody who acts on it.
 */
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
    public int engine(OneOrganisation organisation, OwnTime time) {
        time.begin();
        Pairs pairs = organisation.pairs;
        int first = first(pairs);
        int seen = 0;
        for (int number = 0; number < AT_ONCE; number++) {
            int pair = first + number;
            seen += organisation.engine.sees(pairs.viewer(pair), pairs.target(pair)) ? 1 : 0;
        }
        time.end(AT_ONCE, seen);
        return seen;
    }

    /** Asks the engine, one question after the other. */
    @Benchmark
    @OperationsPerInvocation(AT_ONCE)
    public int engineInTurn(OneOrganisation organisation, OwnTime time) {
        time.begin();
        Pairs pairs = organisation.pairs;
        int first = first(pairs);
        int seen = 0;
        for (int number = 0; number < AT_ONCE; number++) {
            int pair = first + ((number + seen) & (AT_ONCE - 1));
            seen += organisation.engine.sees(pairs.viewer(pair), pairs.target(pair)) ? 1 : 0;
        }
        time.end(AT_ONCE, seen);
        return seen;
    }

    /** Looks bits up. */
    @Benchmark
    @OperationsPerInvocation(AT_ONCE)
    public int bitmap(OneOrganisation organisation, OwnTime time) {
        time.begin();
        Pairs pairs = organisation.pairs;
        int first = first(pairs);
        int seen = 0;
        for (int number = 0; number < AT_ONCE; number++) {
            int pair = first + number;
            seen += floor.sees(pairs.viewer(pair), pairs.target(pair)) ? 1 : 0;
        }
        time.end(AT_ONCE, seen);
        return seen;
    }

    /** Looks bits up, one after the other. */
    @Benchmark
    @OperationsPerInvocation(AT_ONCE)
    public int bitmapInTurn(OneOrganisation organisation, OwnTime time) {
        time.begin();
        Pairs pairs = organisation.pairs;
        int first = first(pairs);
        int seen = 0;
        for (int number = 0; number < AT_ONCE; number++) {
            int pair = first + ((number + seen) & (AT_ONCE - 1));
            seen += floor.sees(pairs.viewer(pair), pairs.target(pair)) ? 1 : 0;
        }
        time.end(AT_ONCE, seen);
        return seen;
    }
}
