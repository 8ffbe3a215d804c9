package org.sightline.visibility.internal.engine;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.sightline.directory.TenantSnapshot;
import org.sightline.directory.model.UserId;
import org.sightline.store.TenantState;
import org.sightline.testkit.bruteforce.BruteForce;
import org.sightline.testkit.world.RandomWorlds;
import org.sightline.testkit.world.WorldSnapshot;
import org.sightline.visibility.VisibilityEngine;
import org.sightline.visibility.internal.mainrule.RegisteredMainRules;
import org.sightline.visibility.internal.tenants.CompiledVisibility;

/**
 * Readers who ask while one thread changes members, groups, departments and rules: every answer is that of the
 * brute-force evaluator for the revision it was asked of.
 */
final class WhileChanging {

    private static final Set<String> BUILT_IN = Set.of("everyone", "nobody", "own_unit", "own_department");
    private static final int QUESTIONS_AT_A_TIME = 50;

    private final CompiledVisibility visibility;
    private final List<State> states = new ArrayList<>();
    private final AtomicInteger current = new AtomicInteger();
    private final AtomicBoolean stop = new AtomicBoolean();
    private final Queue<String> differences = new ConcurrentLinkedQueue<>();
    private final long seed;

    /** Prepares a world and what it becomes, with all answers. */
    WhileChanging(long seed, int members, int changes) {
        this.seed = seed;
        RegisteredMainRules mainRules = new RegisteredMainRules(Duration.ofSeconds(60));
        visibility = new CompiledVisibility(mainRules, 20_000);
        TenantState world = RandomWorlds.world(seed, members);
        RandomChanges people = new RandomChanges(world, seed);
        TenantState now = world;
        Set<String> registered = new java.util.HashSet<>();
        for (int change = 0; change <= changes; change++) {
            TenantState next = change == 0 ? world : people.next();
            now = Comparison.withPolicy(
                    next, change % 2 == 0 ? RandomWorlds.otherPolicy(next, seed + change) : now.policy());
            String type = now.policy().mainRule().type();
            if (registered.add(type)) {
                mainRules.add(OddMainRules.named(type), Map.of(), "a test");
            }
            states.add(State.of(now, change));
        }
    }

    /**
     * Lets readers ask while this thread goes through the states, comparing all of each.
     *
     * @return how many answers were compared
     */
    long run(int readers) throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(readers);
        List<Future<Long>> asked = new ArrayList<>();
        long compared = 0;
        try {
            for (int reader = 0; reader < readers; reader++) {
                Random random = new Random(seed + reader);
                asked.add(threads.submit(() -> read(random)));
            }
            for (int state = 0; state < states.size(); state++) {
                current.set(state);
                compared += compareAll(states.get(state));
            }
        } finally {
            stop.set(true);
            threads.shutdown();
        }
        for (Future<Long> each : asked) {
            compared += each.get();
        }
        return compared;
    }

    /** Wrong answers, in words. */
    List<String> differences() {
        return List.copyOf(differences);
    }

    private long read(Random random) {
        long compared = 0;
        do {
            State state = states.get(current.get());
            VisibilityEngine engine = visibility.engine(state.snapshot());
            int members = state.expected().length;
            for (int question = 0; question < QUESTIONS_AT_A_TIME; question++) {
                compare(state, engine, random.nextInt(members), random.nextInt(members));
            }
            compared += QUESTIONS_AT_A_TIME;
        } while (!stop.get());
        return compared;
    }

    private long compareAll(State state) {
        VisibilityEngine engine = visibility.engine(state.snapshot());
        int members = state.expected().length;
        for (int viewer = 0; viewer < members; viewer++) {
            for (int target = 0; target < members; target++) {
                compare(state, engine, viewer, target);
            }
        }
        return (long) members * members;
    }

    private void compare(State state, VisibilityEngine engine, int viewer, int target) {
        if (engine.sees(viewer, target) != state.expected()[viewer][target]) {
            differences.add("seed " + seed + " revision " + state.snapshot().revision() + ": " + viewer + " -> "
                    + target + " should be " + state.expected()[viewer][target]);
        }
    }

    /**
     * One revision.
     *
     * @param expected by viewer and target
     */
    @SuppressWarnings("ArrayRecordComponent")
    private record State(TenantSnapshot snapshot, boolean[][] expected) {

        static State of(TenantState world, int revision) {
            TenantState numbered = new TenantState(
                    world.tenant(),
                    revision + 1L,
                    world.departments(),
                    world.members(),
                    world.groups(),
                    world.units(),
                    world.fields(),
                    world.administrators(),
                    world.policy(),
                    revision + 1L);
            String type = world.policy().mainRule().type();
            BruteForce bruteForce =
                    new BruteForce(numbered, BUILT_IN.contains(type) ? null : OddMainRules.plainly(type));
            int members = world.members().size();
            boolean[][] expected = new boolean[members][members];
            for (int viewer = 0; viewer < members; viewer++) {
                UserId from = world.members().get(viewer).id();
                for (int target = 0; target < members; target++) {
                    expected[viewer][target] = bruteForce
                            .sees(from, world.members().get(target).id())
                            .visible();
                }
            }
            return new State(WorldSnapshot.tenant(numbered), expected);
        }
    }
}
