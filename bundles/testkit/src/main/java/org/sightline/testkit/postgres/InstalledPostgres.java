package org.sightline.testkit.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** Whether this machine has the programs of PostgreSQL. */
public final class InstalledPostgres {

    /** What to tell somebody whose machine has none. */
    public static final String MISSING = "PostgreSQL is not installed: no initdb in /usr/lib/postgresql/*/bin,"
            + " /usr/pgsql-*/bin or on the PATH; Debian's package is `postgresql`";

    /** Set to {@code required} where a machine without PostgreSQL is a failure, as in CI. */
    public static final String VARIABLE = "POSTGRESQL_FOR_TESTS";

    private InstalledPostgres() {}

    /** Returns where the newest installed programs are; empty when there are none. */
    public static Optional<Path> programs() {
        return Stream.concat(
                        Stream.concat(below(Path.of("/usr/lib/postgresql"), ""), below(Path.of("/usr"), "pgsql-")),
                        onPath())
                .filter(folder ->
                        Files.isExecutable(folder.resolve("initdb")) && Files.isExecutable(folder.resolve("pg_ctl")))
                .findFirst();
    }

    private static Stream<Path> below(Path folder, String prefix) {
        if (!Files.isDirectory(folder)) {
            return Stream.empty();
        }
        try (Stream<Path> versions = Files.list(folder)) {
            return versions
                    .filter(version -> name(version).matches(prefix + "[0-9]+"))
                    .sorted(Comparator.comparingInt((Path version) ->
                                    Integer.parseInt(name(version).substring(prefix.length())))
                            .reversed())
                    .map(version -> version.resolve("bin"))
                    .toList()
                    .stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String name(Path path) {
        return path.toFile().getName();
    }

    private static Stream<Path> onPath() {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .filter(folder -> !folder.isEmpty())
                .map(Path::of);
    }

    /** Skips the calling test where PostgreSQL is missing, or fails it where it is required. */
    public static void orSkip() {
        boolean installed = programs().isPresent();
        if (isRequired()) {
            assertThat(installed).as(MISSING).isTrue();
        }
        Assumptions.assumeTrue(installed, MISSING);
    }

    /** Whether a machine without PostgreSQL is a failure. */
    public static boolean isRequired() {
        return "required".equals(System.getenv(VARIABLE));
    }
}
