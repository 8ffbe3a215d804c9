package org.sightline.benchmarks.engine;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Whole lists of whom somebody sees, as arrays of numbers, nothing cut. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@State(Scope.Benchmark)
public class ListBenchmark {

    /** How many members the last list had. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.EVENTS)
    public static class Size {

        private long lists;
        private long members;

        /** Returns how long lists were on average. */
        public long size() {
            return lists == 0 ? 0 : members / lists;
        }

        int[] count(int[] list) {
            lists++;
            members += list.length;
            return list;
        }
    }

    /** Lists for viewers who see as many as the median viewer. */
    @Benchmark
    public int[] median(OneOrganisation organisation, Viewers viewers, Size size) {
        return size.count(organisation.engine.visibleTo(viewers.nextMedian()));
    }

    /** Lists for the viewer who sees most. */
    @Benchmark
    public int[] largest(OneOrganisation organisation, Viewers viewers, Size size) {
        return size.count(organisation.engine.visibleTo(viewers.largest));
    }
}
