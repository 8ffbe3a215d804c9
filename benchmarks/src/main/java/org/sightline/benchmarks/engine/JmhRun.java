package org.sightline.benchmarks.engine;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import org.sightline.benchmarks.organisation.Shape;
import org.sightline.benchmarks.report.Measure;
import org.sightline.benchmarks.report.Report;

/**
 * Lets JMH measure, each benchmark in a Java machine of its own, and reports what it found.
 *
 * @param members how many members
 * @param shape   which sort of organisation
 * @param seed    of the organisation
 * @param seconds how long each benchmark is measured; warming up takes as long
 * @param heap    of the measured Java machine, such as {@code 4g}
 */
public record JmhRun(int members, Shape shape, long seed, int seconds, String heap) {

    private static final int ROUNDS = 5;
    private static final double NANOS_IN_A_MICRO = 1e3;
    private static final double MICROS_IN_A_MILLI = 1e3;

    /** Measures checks, beside plain bitmaps. */
    public void checks(Report report) throws RunnerException {
        Map<String, Double> nanos = new HashMap<>();
        for (RunResult result : steady(CheckBenchmark.class)) {
            nanos.put(name(result), counted(result, "nanos") / counted(result, "times"));
        }
        for (String how : List.of("", "InTurn")) {
            double engine = nanos.getOrDefault("engine" + how, Double.NaN);
            double bitmap = nanos.getOrDefault("bitmap" + how, Double.NaN);
            String words = words(how);
            report.add(measure("check, engine" + words, engine, "ns", perSecond(engine)));
            report.add(measure("check, plain bitmap" + words, bitmap, "ns", perSecond(bitmap)));
            report.add(measure("check, engine : plain bitmap" + words, engine / bitmap, "times", "target: 2 at most"));
        }
    }

    private static String perSecond(double nanos) {
        return String.format(Locale.ROOT, "%.1f M/s", NANOS_IN_A_MICRO / nanos);
    }

    /** Measures lists. */
    public void lists(Report report) throws RunnerException {
        for (RunResult result : steady(ListBenchmark.class)) {
            double lists = counted(result, "times");
            double nanos = counted(result, "nanos") / lists;
            double members = counted(result, "members") / lists;
            String seen = String.format("%,.0f seen", members);
            if (name(result).equals("median")) {
                report.add(measure("list, median viewer, copied", nanos / NANOS_IN_A_MICRO, "us", seen));
            } else {
                report.add(measure("list, viewer who sees most, copied", nanos / members, "ns a person", seen));
            }
        }
    }

    /** Measures checks and lists across trusts, beside checks inside. */
    public void across(Report report) throws RunnerException {
        double across = 0;
        double inside = 0;
        for (RunResult result : steady(AcrossBenchmark.class)) {
            double nanos = score(result);
            String note = String.format("%.1f M/s", NANOS_IN_A_MICRO / nanos);
            switch (name(result)) {
                case "across" -> {
                    across = nanos;
                    report.add(measure("check across a trust, 10 partners of this size", nanos, "ns", note));
                }
                case "inside" -> {
                    inside = nanos;
                    report.add(measure("check inside, the same tenant", nanos, "ns", note));
                }
                default ->
                    report.add(measure(
                            "list across all 10 trusts, median viewer, copied", nanos / NANOS_IN_A_MICRO, "us", ""));
            }
        }
        report.add(measure("check, across : inside", across / inside, "times", "target: as fast as inside"));
    }

    /** Measures changes of rules. */
    public void changes(Report report, int times) throws RunnerException {
        singleShots(report, ChangeBenchmark.class, "rule change to first read, in memory, ", times);
    }

    /** Measures previews. */
    public void previews(Report report, int times) throws RunnerException {
        singleShots(report, PreviewBenchmark.class, "preview, ", times);
    }

    private void singleShots(Report report, Class<?> benchmarks, String what, int times) throws RunnerException {
        ChainedOptionsBuilder options =
                options(benchmarks).warmupIterations(Math.max(2, times / 4)).measurementIterations(times);
        for (RunResult result : new Runner(options.build()).run()) {
            var statistics = result.getPrimaryResult().getStatistics();
            report.add(new Measure(
                    what + words(name(result)),
                    members,
                    shape.name(),
                    statistics.getPercentile(50) / MICROS_IN_A_MILLI,
                    "ms, p50",
                    statistics.getMax() / MICROS_IN_A_MILLI,
                    times + " times"));
        }
    }

    private Collection<RunResult> steady(Class<?> benchmarks) throws RunnerException {
        TimeValue round = TimeValue.milliseconds(Math.max(1, seconds * 1000L / ROUNDS));
        return new Runner(options(benchmarks)
                        .warmupIterations(ROUNDS)
                        .warmupTime(round)
                        .measurementIterations(ROUNDS)
                        .measurementTime(round)
                        .build())
                .run();
    }

    private ChainedOptionsBuilder options(Class<?> benchmarks) {
        return new OptionsBuilder()
                .include("^" + benchmarks.getName().replace(".", "\\.") + "\\.")
                .param("members", Integer.toString(members))
                .param("shape", shape.name())
                .param("seed", Long.toString(seed))
                .forks(1)
                .threads(1)
                .jvmArgs("-Xmx" + heap, "-Xms" + heap)
                .verbosity(VerboseMode.SILENT)
                .shouldFailOnError(true);
    }

    private Measure measure(String what, double value, String unit, String note) {
        return new Measure(what, members, shape.name(), value, unit, null, note);
    }

    private static double score(RunResult result) {
        return result.getPrimaryResult().getScore();
    }

    private static double counted(RunResult result, String what) {
        Result<?> counter = result.getSecondaryResults().get(what);
        if (counter == null) {
            throw new IllegalStateException("nobody counted " + what);
        }
        return counter.getScore();
    }

    private static String name(RunResult result) {
        String full = result.getParams().getBenchmark();
        return full.substring(full.lastIndexOf('.') + 1);
    }

    /** {@code otherMainRule} becomes {@code other main rule}. */
    private static String words(String camelCase) {
        return camelCase.replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT);
    }
}
