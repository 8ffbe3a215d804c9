package org.sightline.benchmarks.engine;

import java.util.Comparator;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Viewers chosen by how many they see, out of a sample: 64 around the median, and the one who sees most. */
@State(Scope.Benchmark)
public class Viewers {

    private static final int SAMPLE = 4_000;
    private static final int AROUND_THE_MEDIAN = 64;

    int[] median = {};
    int largest;
    int medianSize;
    int largestSize;
    private int next;

    /** Chooses them. */
    @Setup(Level.Trial)
    public void choose(OneOrganisation organisation) {
        record Seen(int viewer, int size) {}
        Seen[] sample = IntStream.range(0, SAMPLE)
                .map(organisation.pairs::viewer)
                .distinct()
                .mapToObj(viewer -> new Seen(viewer, organisation.engine.visibleTo(viewer).length))
                .filter(seen -> seen.size > 0)
                .sorted(Comparator.comparingInt(Seen::size))
                .toArray(Seen[]::new);
        int middle = sample.length / 2;
        median = IntStream.range(
                        Math.max(0, middle - AROUND_THE_MEDIAN / 2),
                        Math.min(sample.length, middle + AROUND_THE_MEDIAN / 2))
                .map(at -> sample[at].viewer)
                .toArray();
        medianSize = sample[middle].size;
        largest = sample[sample.length - 1].viewer;
        largestSize = sample[sample.length - 1].size;
    }

    int nextMedian() {
        next = next + 1 < median.length ? next + 1 : 0;
        return median[next];
    }
}
