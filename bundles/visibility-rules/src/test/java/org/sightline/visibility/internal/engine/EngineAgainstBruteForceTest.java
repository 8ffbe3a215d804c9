package org.sightline.visibility.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.sightline.testkit.world.RandomWorlds;

/** Random worlds: the engine's every answer, list and explanation is what the brute-force evaluator says. */
class EngineAgainstBruteForceTest {

    private static final int WORLDS = 100;

    @Test
    void answersListsAndExplanationsAreEqual() {
        long pairs = 0;
        for (long seed = 1; seed <= WORLDS; seed++) {
            Comparison comparison = Comparison.of(RandomWorlds.world(seed, 25), true);
            assertThat(comparison.differences())
                    .as("world of 25 members with seed %s", seed)
                    .isEmpty();
            pairs += comparison.pairs();
        }
        assertThat(pairs).isGreaterThan(WORLDS * 25L * 25L);
    }

    @Test
    void whatIsKeptOverAChangeOfPolicyIsStillRight() {
        for (long seed = 10_001; seed <= 10_060; seed++) {
            assertThat(Comparison.afterChanges(RandomWorlds.world(seed, 20), 4, seed, true)
                            .differences())
                    .as("world of 20 members with seed %s after 4 other policies", seed)
                    .isEmpty();
        }
    }

    @Test
    void whatIsKeptOverChangesOfPeopleIsStillRight() {
        for (long seed = 30_001; seed <= 30_060; seed++) {
            int change = 0;
            for (Comparison each : Comparison.alongChanges(RandomWorlds.world(seed, 18), 12, seed, 1, seed % 4 == 0)) {
                change++;
                assertThat(each.differences())
                        .as("world of 18 members with seed %s after %s changes", seed, change)
                        .isEmpty();
            }
        }
    }

    @Test
    void droppedRowsAreMadeAgain() {
        for (long seed = 20_001; seed <= 20_010; seed++) {
            assertThat(Comparison.withFewCells(RandomWorlds.world(seed, 20)).differences())
                    .as("world of 20 members with seed %s", seed)
                    .isEmpty();
        }
    }
}
