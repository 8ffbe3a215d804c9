package org.sightline.visibility.internal.tenants;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.sightline.directory.TenantSnapshot;
import org.sightline.directory.model.UserId;
import org.sightline.store.TenantState;
import org.sightline.testkit.bruteforce.BruteForce;
import org.sightline.testkit.world.RandomWorlds;
import org.sightline.testkit.world.WorldSnapshot;
import org.sightline.visibility.VisibilityEngine;
import org.sightline.visibility.internal.mainrule.OwnDepartment;
import org.sightline.visibility.internal.mainrule.RegisteredMainRules;
import org.sightline.visibility.model.MainRuleChoice;
import org.sightline.visibility.model.VisibilityPolicy;

/** Readers while the policy changes: each sees one state as a whole, never a mixture. */
class ConcurrentChangesTest {

    private static final long SEED = 77;
    private static final int MEMBERS = 30;
    private static final int POLICIES = 24;
    private static final int READERS = 4;

    @Test
    void everyAnswerIsThatOfTheStateItWasAskedFor() throws Exception {
        RegisteredMainRules mainRules = new RegisteredMainRules(Duration.ofSeconds(10));
        mainRules.add(new OwnDepartment(), Map.of(), "a test");
        CompiledVisibility visibility = new CompiledVisibility(mainRules, 10_000);
        List<State> states = states();
        AtomicInteger current = new AtomicInteger();
        AtomicBoolean stop = new AtomicBoolean();
        ExecutorService readers = Executors.newFixedThreadPool(READERS);
        List<Future<Integer>> compared = new ArrayList<>();
        try {
            for (int reader = 0; reader < READERS; reader++) {
                Random random = new Random(SEED + reader);
                compared.add(readers.submit(() -> read(visibility, states, current, stop, random)));
            }
            for (int change = 0; change < POLICIES; change++) {
                current.set(change);
                read(visibility, states, current, new AtomicBoolean(true), new Random(SEED + change));
            }
        } finally {
            stop.set(true);
            readers.shutdown();
        }
        for (Future<Integer> each : compared) {
            assertThat(each.get()).as("answers compared, world seed %s", SEED).isPositive();
        }
    }

    private static int read(
            CompiledVisibility visibility,
            List<State> states,
            AtomicInteger current,
            AtomicBoolean stop,
            Random random) {
        int compared = 0;
        do {
            State state = states.get(current.get());
            VisibilityEngine engine = visibility.engine(state.snapshot());
            for (int question = 0; question < 50; question++) {
                int viewer = random.nextInt(MEMBERS);
                int target = random.nextInt(MEMBERS);
                assertThat(engine.sees(viewer, target))
                        .as("revision %s, %s -> %s", state.snapshot().revision(), viewer, target)
                        .isEqualTo(state.expected()[viewer][target]);
                compared++;
            }
        } while (!stop.get());
        return compared;
    }

    private static List<State> states() {
        TenantState world = RandomWorlds.world(SEED, MEMBERS);
        List<State> states = new ArrayList<>();
        for (int change = 0; change < POLICIES; change++) {
            VisibilityPolicy other = RandomWorlds.otherPolicy(world, SEED + change);
            VisibilityPolicy policy =
                    new VisibilityPolicy(MainRuleChoice.of("own_department"), other.ruleSets(), other.displayOrder());
            TenantState next = new TenantState(
                    world.tenant(),
                    world.revision() + change,
                    world.departments(),
                    world.members(),
                    world.groups(),
                    world.units(),
                    world.fields(),
                    world.administrators(),
                    policy,
                    world.revision() + change);
            states.add(new State(WorldSnapshot.tenant(next), expected(next)));
        }
        return states;
    }

    private static boolean[][] expected(TenantState world) {
        BruteForce bruteForce = new BruteForce(world, null);
        boolean[][] expected = new boolean[MEMBERS][MEMBERS];
        for (int viewer = 0; viewer < MEMBERS; viewer++) {
            UserId from = world.members().get(viewer).id();
            for (int target = 0; target < MEMBERS; target++) {
                expected[viewer][target] =
                        bruteForce.sees(from, world.members().get(target).id()).visible();
            }
        }
        return expected;
    }

    @SuppressWarnings("ArrayRecordComponent")
    private record State(TenantSnapshot snapshot, boolean[][] expected) {}
}
