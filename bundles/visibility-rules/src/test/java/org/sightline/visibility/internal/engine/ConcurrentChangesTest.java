package org.sightline.visibility.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Readers while policy and people change: each sees one state as a whole, never a mixture. */
class ConcurrentChangesTest {

    private static final int MEMBERS = 25;
    private static final int CHANGES = 20;
    private static final int READERS = 4;

    @Test
    void everyAnswerIsThatOfTheStateItWasAskedFor() throws Exception {
        for (long seed = 40_001; seed <= 40_008; seed++) {
            WhileChanging changing = new WhileChanging(seed, MEMBERS, CHANGES);
            long compared = changing.run(READERS);
            assertThat(changing.differences()).as("world seed %s", seed).isEmpty();
            assertThat(compared).isGreaterThan((long) MEMBERS * MEMBERS * CHANGES);
        }
    }
}
