package org.sightline.visibility.internal.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.sightline.store.TenantState;
import org.sightline.testkit.world.RandomWorlds;

/**
 * Compares the engine with the brute-force evaluator for as long as one likes. Arguments: how many worlds, the first
 * seed, members in each. Half of the engines are compiled, half are made from the engine of another policy; every fifth
 * world compares explanations, too. Ends with 1 when anything differs.
 */
final class CompareWithBruteForce {

    private CompareWithBruteForce() {}

    public static void main(String[] arguments) {
        int worlds = Integer.parseInt(arguments.length > 0 ? arguments[0] : "1000");
        long firstSeed = Long.parseLong(arguments.length > 1 ? arguments[1] : "1");
        int members = Integer.parseInt(arguments.length > 2 ? arguments[2] : "100");
        Instant start = Instant.now();
        long pairs = 0;
        int different = 0;
        for (long seed = firstSeed; seed < firstSeed + worlds; seed++) {
            TenantState world = RandomWorlds.world(seed, members);
            List<Comparison> comparisons =
                    switch ((int) (seed % 3)) {
                        case 0 -> List.of(Comparison.of(world, seed % 10 == 0));
                        case 1 -> List.of(Comparison.afterChanges(world, 3, seed, seed % 10 == 1));
                        default -> Comparison.alongChanges(world, 12, seed, 6, seed % 10 == 2);
                    };
            List<String> differences = new ArrayList<>();
            for (Comparison comparison : comparisons) {
                pairs += comparison.pairs();
                differences.addAll(comparison.differences());
            }
            if (!differences.isEmpty()) {
                different++;
                System.out.println("seed " + seed + ": " + differences.get(0));
            }
        }
        System.out.println(pairs + " pairs in " + worlds + " worlds of " + members + " members, seeds from " + firstSeed
                + ": " + different + " worlds differ; "
                + Duration.between(start, Instant.now()).toSeconds() + " s");
        System.exit(different == 0 ? 0 : 1);
    }
}
