package org.sightline.benchmarks.engine;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Whole lists of whom somebody sees, as arrays of numbers, nothing cut. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@State(Scope.Benchmark)
public class ListBenchmark {

    private static final int AT_ONCE = 64;

    /** Lists for viewers who see as many as the median viewer. */
    @Benchmark
    @OperationsPerInvocation(AT_ONCE)
    public int median(OneOrganisation organisation, Viewers viewers, OwnTime time) {
        time.begin();
        int seen = 0;
        for (int list = 0; list < AT_ONCE; list++) {
            seen += organisation.engine.visibleTo(viewers.nextMedian()).length;
        }
        time.end(AT_ONCE, seen);
        return seen;
    }

    /** Lists for the viewer who sees most. */
    @Benchmark
    public int[] largest(OneOrganisation organisation, Viewers viewers, OwnTime time) {
        time.begin();
        int[] list = organisation.engine.visibleTo(viewers.largest);
        time.end(1, list.length);
        return list;
    }
}
