package org.sightline.itests;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sightline.itests.durability.KillRounds;
import org.sightline.itests.server.ServerUnderTest;

/**
 * The process is killed in the middle of work: what was acknowledged is there, what was not is whole or absent. A few
 * rounds of what {@link org.sightline.itests.durability.Main} does as often as asked for.
 */
class KillIT {

    private static final int ROUNDS = Integer.getInteger("itests.kills", 10);

    @Test
    void nothingAcknowledgedIsLostAndNothingIsHalfDone() {
        long seed = Long.getLong("itests.seed", System.nanoTime());
        try (ServerUnderTest server = new ServerUnderTest("kill").start()) {
            KillRounds kills = new KillRounds(server, Optional.empty(), seed);
            for (int round = 1; round <= ROUNDS; round++) {
                kills.ofServer();
            }
        } catch (AssertionError | RuntimeException failed) {
            throw new AssertionError("seed " + seed, failed);
        }
    }
}
