package org.sightline.visibility.internal.engine;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.function.LongSupplier;
import org.sightline.visibility.internal.mainrule.Everyone;
import org.sightline.visibility.internal.mainrule.MainSight;
import org.sightline.visibility.internal.mainrule.OwnDepartment;
import org.sightline.visibility.internal.mainrule.Sights;
import org.sightline.visibility.model.Effect;
import org.sightline.visibility.model.Rule;
import org.sightline.visibility.model.VisibilityPolicy;

/** Measures the engine in process. Arguments: members, and {@code worst} for 300 groups of which every rule has one. */
final class MeasureEngine {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final int PAIRS = 1 << 20;
    private static final long BYTES_OF_DECISIONS = 128_000_000;

    private final BigOrganisation organisation;
    private final VisibilityPolicy policy;
    private final int[] viewers = new int[PAIRS];
    private final int[] targets = new int[PAIRS];
    private MainSight sight = Sights.FALLBACK;
    private long sink;

    private MeasureEngine(int members, boolean worst) {
        organisation = worst ? new BigOrganisation(members, 300, 1.0, 42) : new BigOrganisation(members, 200, 0.01, 42);
        policy = worst ? organisation.worstPolicy(500, 7) : organisation.policy(500, 7);
        Random random = new Random(1);
        for (int pair = 0; pair < PAIRS; pair++) {
            viewers[pair] = random.nextInt(members);
            targets[pair] = random.nextInt(members);
        }
    }

    public static void main(String[] arguments) {
        int members = Integer.parseInt(arguments.length > 0 ? arguments[0] : "100000");
        boolean worst = arguments.length > 1 && arguments[1].equals("worst");
        System.out.printf("%,d members%s%n", members, worst ? ", worst case" : "");
        new MeasureEngine(members, worst).run();
    }

    private void run() {
        long[] compile = new long[3];
        CompiledEngine engine = null;
        for (int round = 0; round < compile.length; round++) {
            long start = now();
            engine = compile();
            compile[round] = now() - start;
        }
        System.out.printf("compile                %8.1f ms (first %.1f)%n", min(compile) / 1e6, compile[0] / 1e6);
        report("memory after compile", 1);
        CompiledEngine ready = engine;
        System.out.printf("first pass of checks   %8.1f ns%n", perPair(() -> check(ready)));
        for (int round = 0; round < 4; round++) {
            perPair(() -> check(ready));
        }
        System.out.printf("check                  %8.1f ns%n", perPair(() -> check(ready)));
        report("memory after checks", 1);
        bitmapFloor();
        lists(ready);
        previews(ready);
        changes(ready);
        System.out.println("sink " + sink);
    }

    private CompiledEngine compile() {
        sight = Sights.of(new OwnDepartment(), policy.mainRule(), organisation, failure -> {});
        return CompiledEngine.compile(organisation, policy, sight, BYTES_OF_DECISIONS);
    }

    private double perPair(LongSupplier pass) {
        long start = now();
        sink += pass.getAsLong();
        return (now() - start) / (double) PAIRS;
    }

    private long check(CompiledEngine engine) {
        long seen = 0;
        for (int pair = 0; pair < PAIRS; pair++) {
            if (engine.sees(viewers[pair], targets[pair])) {
                seen++;
            }
        }
        return seen;
    }

    private void bitmapFloor() {
        int classes = 512;
        int members = organisation.memberCount();
        int words = (members >>> 6) + 1;
        long[][] bitmaps = new long[classes][words];
        int[] classOf = new int[members];
        Random random = new Random(3);
        for (int member = 0; member < members; member++) {
            classOf[member] = random.nextInt(classes);
            bitmaps[random.nextInt(classes)][member >>> 6] |= 1L << member;
        }
        double best = Double.MAX_VALUE;
        for (int round = 0; round < 5; round++) {
            best = Math.min(best, perPair(() -> bitmapPass(bitmaps, classOf)));
        }
        System.out.printf("plain bitmap           %8.1f ns%n", best);
    }

    private long bitmapPass(long[][] bitmaps, int[] classOf) {
        long seen = 0;
        for (int pair = 0; pair < PAIRS; pair++) {
            int target = targets[pair];
            if ((bitmaps[classOf[viewers[pair]]][target >>> 6] & 1L << target) != 0) {
                seen++;
            }
        }
        return seen;
    }

    private void lists(CompiledEngine engine) {
        int count = 2_000;
        for (int warm = 0; warm < 3; warm++) {
            for (int index = 0; index < count; index++) {
                sink += engine.visibleTo(viewers[index]).length;
            }
        }
        long[] nanos = new long[count];
        int[] sizes = new int[count];
        int largest = 0;
        for (int index = 0; index < count; index++) {
            long start = now();
            sizes[index] = engine.visibleTo(viewers[index]).length;
            nanos[index] = now() - start;
            largest = sizes[index] > sizes[largest] ? index : largest;
        }
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        int[] sortedSizes = sizes.clone();
        Arrays.sort(sortedSizes);
        System.out.printf(
                "list, median viewer    %8.1f us (%d seen), 99%% %.1f us%n",
                sorted[count / 2] / 1e3, sortedSizes[count / 2], sorted[count * 99 / 100] / 1e3);
        int viewer = viewers[largest];
        long best = Long.MAX_VALUE;
        for (int round = 0; round < 20; round++) {
            long start = now();
            sink += engine.visibleTo(viewer).length;
            best = Math.min(best, now() - start);
        }
        System.out.printf(
                "list, largest          %8.1f ns a person (%d seen)%n", best / (double) sizes[largest], sizes[largest]);
        long start = now();
        for (int index = 0; index < 20; index++) {
            sink += engine.viewersOf(targets[index]).length;
        }
        System.out.printf("viewers of a member    %8.2f ms%n", (now() - start) / 20e6);
    }

    private void changes(CompiledEngine before) {
        List<Rule> rules = new ArrayList<>(policy.rules().toList());
        int rounds = 60;
        long[] flips = new long[rounds];
        long[] additions = new long[rounds];
        Random random = new Random(9);
        CompiledEngine engine = before;
        for (int round = 0; round < rounds; round++) {
            int at = random.nextInt(rules.size());
            Rule old = rules.get(at);
            Effect flipped = old.effect() == Effect.HIDDEN ? Effect.VISIBLE : Effect.HIDDEN;
            rules.set(at, new Rule(old.id(), null, old.subjects(), old.objects(), flipped));
            long start = now();
            engine = engine.with(organisation, BigOrganisation.policy("own_department", rules), sight);
            sink += engine.sees(viewers[round], targets[round]) ? 1 : 0;
            flips[round] = now() - start;
            rules.set(random.nextInt(rules.size()), organisation.rule("n" + round, random));
            start = now();
            engine = engine.with(organisation, BigOrganisation.policy("own_department", rules), sight);
            sink += engine.sees(viewers[round], targets[round]) ? 1 : 0;
            additions[round] = now() - start;
        }
        Arrays.sort(flips);
        Arrays.sort(additions);
        System.out.printf(
                "effect flip            %8.2f ms, worst %.2f ms%n", flips[rounds / 2] / 1e6, flips[rounds - 1] / 1e6);
        System.out.printf(
                "other rule             %8.2f ms, worst %.2f ms%n",
                additions[rounds / 2] / 1e6, additions[rounds - 1] / 1e6);
        CompiledEngine changed = engine;
        System.out.printf("checks after changes   %8.1f ns%n", perPair(() -> check(changed)));
        BitSet seen = new BitSet();
        for (int member : changed.visibleTo(viewers[0])) {
            seen.set(member);
        }
        sink += seen.cardinality();
    }

    private void previews(CompiledEngine engine) {
        Random random = new Random(11);
        List<Rule> rules = policy.rules().toList();
        long[] one = new long[20];
        for (int round = 0; round < one.length; round++) {
            List<Rule> changed = new ArrayList<>(rules);
            changed.set(random.nextInt(rules.size()), organisation.rule("p" + round, random));
            long start = now();
            Difference difference = engine.differenceTo(BigOrganisation.policy("own_department", changed), sight);
            sink += difference.gained()
                    + difference.someGained(20).size()
                    + difference.someLost(20).size();
            one[round] = now() - start;
        }
        Arrays.sort(one);
        System.out.printf(
                "preview, one rule      %8.1f ms, worst %.1f ms%n",
                one[one.length / 2] / 1e6, one[one.length - 1] / 1e6);
        long start = now();
        sink += engine.differenceTo(BigOrganisation.policy("own_department", List.of()), sight)
                .gained();
        System.out.printf("preview, no rules      %8.1f ms%n", (now() - start) / 1e6);
        start = now();
        MainSight everyone = Sights.of(new Everyone(), policy.mainRule(), organisation, failure -> {});
        sink += engine.differenceTo(BigOrganisation.policy("everyone", rules), everyone)
                .gained();
        System.out.printf("preview, main rule     %8.1f ms%n", (now() - start) / 1e6);
        start = now();
        sink += engine.ruleUses().size();
        System.out.printf("lint                   %8.1f ms%n", (now() - start) / 1e6);
    }

    private void report(String what, int collections) {
        for (int round = 0; round <= collections; round++) {
            System.gc();
        }
        Runtime runtime = Runtime.getRuntime();
        System.out.printf("%s %,d MB in all%n", what, (runtime.totalMemory() - runtime.freeMemory()) >> 20);
    }

    /** This thread's own time, so that other work on the machine disturbs less. */
    private static long now() {
        return THREADS.getCurrentThreadCpuTime();
    }

    private static long min(long[] values) {
        return Arrays.stream(values).min().orElseThrow();
    }
}
