package org.sightline.benchmarks.reference;

import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.sightline.benchmarks.engine.Agreement;
import org.sightline.benchmarks.engine.Pairs;
import org.sightline.benchmarks.engine.PlainServer;
import org.sightline.benchmarks.organisation.Organisation;
import org.sightline.benchmarks.organisation.PolicySteps;
import org.sightline.benchmarks.report.Measure;
import org.sightline.benchmarks.report.Report;
import org.sightline.visibility.VisibilityEngine;

/** Asks one reference after the other the same questions; each cell has so much time and no more. */
public final class ReferenceRun {

    private static final int PAIRS = 1 << 18;
    private static final int SAMPLE = 150;
    private static final int VIEWERS = 500;
    private static final int CHANGES = 20;
    private static final int MOST_BETWEEN_LOOKS = 10_000;
    private static final long LOOK_NANOS = 1_000_000;

    private final Organisation organisation;
    private final Duration cell;
    private final Report report;
    private final Pairs pairs;
    private final List<Agreement.Question> questions;
    private final int median;
    private final int largest;

    /**
     * Prepares the questions and the right answers.
     *
     * @param cell how long a cell may take
     */
    public ReferenceRun(Organisation organisation, Duration cell, Report report) {
        this.organisation = organisation;
        this.cell = cell;
        this.report = report;
        pairs = new Pairs(PAIRS, organisation.members(), 3);
        questions = new Agreement(organisation.state(), SAMPLE, 3).questions();
        VisibilityEngine engine = new PlainServer().engine(PlainServer.load(organisation.state()));
        record Seen(int viewer, int size) {}
        Seen[] seen = IntStream.range(0, VIEWERS)
                .map(pairs::viewer)
                .mapToObj(viewer -> new Seen(viewer, engine.visibleTo(viewer).length))
                .filter(each -> each.size > 0)
                .sorted(Comparator.comparingInt(Seen::size))
                .toArray(Seen[]::new);
        median = seen[seen.length / 2].viewer;
        largest = seen[seen.length - 1].viewer;
    }

    /** Fills one column of the table. */
    public void run(Reference reference) throws Exception {
        ExecutorService thread = Executors.newSingleThreadExecutor(work -> {
            Thread made = new Thread(work, "reference");
            made.setDaemon(true);
            return made;
        });
        try {
            boolean loaded = inTime(thread, reference, "load", "s", () -> {
                long start = System.nanoTime();
                reference.load(organisation);
                return new Cell((System.nanoTime() - start) / 1e9, "");
            });
            if (loaded && inTime(thread, reference, "unequal answers", "answers", () -> unequal(reference))) {
                inTime(thread, reference, "check", "us", () -> checks(reference));
                lists(thread, reference);
                if (reference.changes()) {
                    inTime(thread, reference, "rule change to first read", "ms", () -> changes(reference));
                }
            }
        } finally {
            thread.shutdownNow();
        }
    }

    private void lists(ExecutorService thread, Reference reference) throws Exception {
        if (!reference.lists()) {
            return;
        }
        inTime(thread, reference, "list, median viewer", "us", () -> list(reference, median));
        inTime(thread, reference, "list, viewer who sees most", "us", () -> list(reference, largest));
    }

    private record Cell(double value, String note) {}

    /** Returns whether it was done; what is not done in time is left behind. */
    private boolean inTime(ExecutorService thread, Reference reference, String what, String unit, Callable<Cell> work)
            throws Exception {
        Future<Cell> running = thread.submit(work);
        String title = reference.name() + ": " + what;
        try {
            Cell done = running.get(cell.toMillis(), TimeUnit.MILLISECONDS);
            add(title, done.value(), unit, done.note());
            return true;
        } catch (TimeoutException tooSlow) {
            running.cancel(true);
            add(title, null, unit, "not finished in " + cell.toSeconds() + " s");
        } catch (ExecutionException failure) {
            add(title, null, unit, "failed: " + failure.getCause());
        }
        return false;
    }

    /** Compares as many answers as there is time for. */
    private Cell unequal(Reference reference) throws Exception {
        long end = System.nanoTime() + cell.toNanos() / 2;
        int asked = 0;
        int unequal = 0;
        while (asked < questions.size() && System.nanoTime() < end) {
            Agreement.Question question = questions.get(asked++);
            unequal += reference.sees(question.viewer(), question.target()) == question.visible() ? 0 : 1;
        }
        return new Cell(unequal, String.format(Locale.ROOT, "of %,d asked", asked));
    }

    /** Asks for a sixth of the time to warm up, and for another sixth. */
    private Cell checks(Reference reference) throws Exception {
        ask(reference, cell.toNanos() / 6);
        return new Cell(ask(reference, cell.toNanos() / 6) / 1e3, "");
    }

    private double ask(Reference reference, long nanos) throws Exception {
        long start = System.nanoTime();
        int asked = 0;
        int untilLook = 1;
        while (true) {
            int pair = asked++ & (PAIRS - 1);
            reference.sees(pairs.viewer(pair), pairs.target(pair));
            if (--untilLook == 0) {
                long passed = System.nanoTime() - start;
                if (passed >= nanos) {
                    return passed / (double) asked;
                }
                // The clock costs as much as a fast check: the faster the checks, the more rarely it is read.
                untilLook = (int) Math.max(1, Math.min(MOST_BETWEEN_LOOKS, asked * LOOK_NANOS / passed));
            }
        }
    }

    private Cell list(Reference reference, int viewer) throws Exception {
        long end = System.nanoTime() + cell.toNanos() / 12;
        long[] times = new long[10_000];
        int count = 0;
        int seen = 0;
        do {
            long start = System.nanoTime();
            seen = reference.list(viewer);
            times[count++] = System.nanoTime() - start;
        } while (count < times.length && System.nanoTime() < end);
        return new Cell(median(times, count) / 1e3, String.format(Locale.ROOT, "%,d seen", seen));
    }

    /** Changes as often as half of the time allows. */
    private Cell changes(Reference reference) throws Exception {
        PolicySteps steps = new PolicySteps(organisation);
        long end = System.nanoTime() + cell.toNanos() / 2;
        long[] times = new long[CHANGES];
        int count = 0;
        do {
            var policy = count % 2 == 0 ? steps.flip() : steps.renew();
            long start = System.nanoTime();
            reference.change(policy);
            reference.sees(pairs.viewer(count), pairs.target(count));
            times[count++] = System.nanoTime() - start;
        } while (count < CHANGES && System.nanoTime() < end);
        return new Cell(median(times, count) / 1e6, "p50 of " + count + ", half of them effect flips");
    }

    private static double median(long[] times, int count) {
        long[] sorted = Arrays.copyOf(times, count);
        Arrays.sort(sorted);
        return sorted[count / 2];
    }

    private void add(String what, @Nullable Double value, String unit, String note) {
        report.add(
                new Measure(what, organisation.members(), organisation.shape().name(), value, unit, null, note));
    }
}
