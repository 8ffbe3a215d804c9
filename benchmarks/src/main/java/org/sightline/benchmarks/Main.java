package org.sightline.benchmarks;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** All benchmarks, each a command of its own with arguments. */
@Command(
        name = "benchmarks",
        mixinStandardHelpOptions = true,
        description = "Measures Sightline, and what could be taken instead. Every command prints a table; --json FILE"
                + " writes the same as JSON.",
        subcommands = {
            GenerateCommand.class,
            EngineCommand.class,
            MemoryCommand.class,
            AgreementCommand.class,
            HttpCommand.class,
            StoresCommand.class,
            ReferencesCommand.class
        })
public final class Main {

    private Main() {}

    /** Runs what the arguments say. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Main())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .execute(arguments));
    }
}
