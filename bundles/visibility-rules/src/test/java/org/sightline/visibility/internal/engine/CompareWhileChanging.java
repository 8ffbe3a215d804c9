package org.sightline.visibility.internal.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutionException;

/**
 * Compares answers with the brute-force evaluator while another thread changes rules and people, for as long as one
 * likes. Arguments: how many worlds, the first seed, members in each, changes of each, readers. Ends with 1 when
 * anything differs.
 */
final class CompareWhileChanging {

    private CompareWhileChanging() {}

    public static void main(String[] arguments) throws InterruptedException, ExecutionException {
        int worlds = (int) argument(arguments, 0, 1_000);
        long firstSeed = argument(arguments, 1, 1);
        int members = (int) argument(arguments, 2, 40);
        int changes = (int) argument(arguments, 3, 12);
        int readers = (int) argument(arguments, 4, 2);
        Instant start = Instant.now();
        long pairs = 0;
        int different = 0;
        for (long seed = firstSeed; seed < firstSeed + worlds; seed++) {
            WhileChanging changing = new WhileChanging(seed, members, changes);
            pairs += changing.run(readers);
            if (!changing.differences().isEmpty()) {
                different++;
                System.out.println(changing.differences().get(0));
            }
        }
        System.out.println(pairs + " answers in " + worlds + " worlds of " + members + " members, " + changes
                + " changes each, seeds from " + firstSeed + ": " + different + " worlds differ; "
                + Duration.between(start, Instant.now()).toSeconds() + " s");
        System.exit(different == 0 ? 0 : 1);
    }

    private static long argument(String[] arguments, int index, long otherwise) {
        return index < arguments.length ? Long.parseLong(arguments[index]) : otherwise;
    }
}
