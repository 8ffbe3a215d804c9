package org.sightline.benchmarks;

import org.sightline.benchmarks.organisation.Organisation;
import org.sightline.benchmarks.organisation.Shape;
import picocli.CommandLine.Option;

/** Which organisation a command is about. */
final class OrganisationOptions {

    @Option(names = "--members", description = "how many members (default: ${DEFAULT-VALUE})", defaultValue = "100000")
    int members;

    @Option(
            names = "--shape",
            description = "typical: 200 groups, 500 rules of all sorts; worst: 300 overlapping groups, every rule"
                    + " touches everybody (default: ${DEFAULT-VALUE})",
            defaultValue = "typical")
    Shape shape = Shape.TYPICAL;

    @Option(names = "--seed", description = "makes the same organisation again (default: 42)", defaultValue = "42")
    long seed;

    Organisation make() {
        return Organisation.of(members, shape, seed);
    }
}
