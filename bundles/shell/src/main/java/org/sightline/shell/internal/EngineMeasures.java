package org.sightline.shell.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import org.sightline.directory.model.DirectorySnapshot;
import org.sightline.directory.model.UserId;
import org.sightline.problem.Codes;
import org.sightline.problem.Problem;
import org.sightline.shell.internal.text.BenchmarkJson.RowJson;
import org.sightline.visibility.VisibilityEngine;

/**
 * Measures how fast one tenant's engine answers inside this server, by one thread: random pairs by number, random pairs
 * by id, and lists of random viewers. The same questions each time. Each row is warmed up as long as it is measured.
 */
final class EngineMeasures {

    private static final int PAIRS = 1 << 16;
    private static final int BATCH = 1_000;
    private static final int VIEWERS = 256;

    private final VisibilityEngine engine;
    private final DirectorySnapshot directory;
    private final LongSupplier nanoTime;
    private final int[] viewers;
    private final int[] targets;

    /** Whatever was asked about, so that nothing is left out for having no effect. */
    private long answers;

    EngineMeasures(VisibilityEngine engine, DirectorySnapshot directory, LongSupplier nanoTime) {
        this.engine = engine;
        this.directory = directory;
        this.nanoTime = nanoTime;
        int[] active = activeMembers();
        Random random = new Random(1);
        viewers = random.ints(PAIRS, 0, active.length).map(at -> active[at]).toArray();
        targets = random.ints(PAIRS, 0, active.length).map(at -> active[at]).toArray();
    }

    private int[] activeMembers() {
        int[] active = IntStream.range(0, directory.memberCount())
                .filter(directory::isActive)
                .toArray();
        if (active.length == 0) {
            throw Problem.invalid("/tenant_key", Codes.INVALID, "the tenant has no active member to ask about")
                    .exception();
        }
        return active;
    }

    /** Measures everything, each row for so long. */
    List<RowJson> measure(Duration time) {
        List<RowJson> rows = new ArrayList<>();
        double check = nanosEach(time, this::checks);
        rows.add(new RowJson("check, by number", check, "ns"));
        rows.add(new RowJson("check, by number", 1e9 / check, "a second"));
        double batch = nanosEach(time, this::batches);
        rows.add(new RowJson("batch of 1,000 pairs, by id", batch * BATCH / 1e3, "us"));
        rows.add(new RowJson("batch of 1,000 pairs, by id", 1e9 / batch, "decisions a second"));
        rows.addAll(lists(time));
        return rows;
    }

    /** Lets work be done for the time twice, and returns what one of its parts took the second time. */
    private double nanosEach(Duration time, Work work) {
        double nanos = 0;
        for (int round = 0; round < 2; round++) {
            long parts = 0;
            long start = nanoTime.getAsLong();
            long passed;
            do {
                parts += work.some((int) (parts % PAIRS));
                passed = nanoTime.getAsLong() - start;
            } while (passed < time.toNanos());
            nanos = passed / (double) parts;
        }
        return nanos;
    }

    /** Does some of the work, and says how many parts that were. */
    private interface Work {

        int some(int first);
    }

    private int checks(int first) {
        int seen = 0;
        int after = Math.min(PAIRS, first + BATCH);
        for (int pair = first; pair < after; pair++) {
            seen += engine.sees(viewers[pair], targets[pair]) ? 1 : 0;
        }
        answers += seen;
        return after - first;
    }

    private int batches(int first) {
        int seen = 0;
        int after = Math.min(PAIRS, first + BATCH);
        for (int pair = first; pair < after; pair++) {
            UserId viewer = directory.member(viewers[pair]).id();
            UserId target = directory.member(targets[pair]).id();
            seen += engine.sees(directory.memberNumber(viewer), directory.memberNumber(target)) ? 1 : 0;
        }
        answers += seen;
        return after - first;
    }

    private List<RowJson> lists(Duration time) {
        long[] nanos = new long[VIEWERS];
        int[] sizes = new int[VIEWERS];
        Arrays.fill(nanos, Long.MAX_VALUE);
        long start = nanoTime.getAsLong();
        do {
            for (int at = 0; at < VIEWERS; at++) {
                long before = nanoTime.getAsLong();
                sizes[at] = engine.visibleTo(viewers[at]).length;
                nanos[at] = Math.min(nanos[at], nanoTime.getAsLong() - before);
            }
        } while (nanoTime.getAsLong() - start < 2 * time.toNanos());
        int largest = 0;
        for (int at = 1; at < VIEWERS; at++) {
            largest = sizes[at] > sizes[largest] ? at : largest;
        }
        return List.of(
                new RowJson("list, median of 256 viewers", median(nanos) / 1e3, "us"),
                new RowJson(
                        "list, median of 256 viewers",
                        Arrays.stream(sizes).sorted().toArray()[VIEWERS / 2],
                        "seen"),
                new RowJson("list, longest of 256 viewers", nanos[largest] / (double) sizes[largest], "ns a person"),
                new RowJson("list, longest of 256 viewers", sizes[largest], "seen"));
    }

    private static long median(long[] values) {
        return Arrays.stream(values).sorted().toArray()[values.length / 2];
    }

    /** Returns how many of the pairs were answered with yes. */
    long answers() {
        return answers;
    }
}
