package org.sightline.itests.durability;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sightline.itests.server.ServerUnderTest;
import org.sightline.testkit.postgres.ThrowAwayPostgres;

/** Kills a server of its own as often as asked for; ends with 1 when it finds anything wrong. */
public final class Main {

    private static final String USAGE = """
            Kills a Sightline server at random moments of its work and looks whether anything is lost or half.

              --rounds N             how often (10)
              --database NAME        derby or postgresql; postgresql is a cluster of its own (derby)
              --kill WHOM            server; with postgresql also database, both, or all in turn (server)
              --seed S               repeats the random choices of an earlier run
              --assembly FILE        the server's archive (karaf-assembly/target/*.tar.gz)
              --work FOLDER          where servers write; it is emptied first (itests/target/durability)
            """;

    /** A database that loses what it acknowledged when its machine does would prove nothing. */
    private static final List<String> DURABLE = List.of("fsync=on", "synchronous_commit=on");

    private Main() {}

    /** Runs the program. */
    public static void main(String[] arguments) throws IOException {
        PrintStream out = System.out;
        if (Arrays.asList(arguments).contains("--help")) {
            out.print(USAGE);
            return;
        }
        Map<String, String> options = options(arguments);
        int rounds = Integer.parseInt(options.getOrDefault("--rounds", "10"));
        long seed = Long.parseLong(options.getOrDefault("--seed", Long.toString(System.nanoTime())));
        boolean onPostgres = options.getOrDefault("--database", "derby").equals("postgresql");
        List<Victim> victims = victims(options.getOrDefault("--kill", "server"));
        System.setProperty("itests.start-minutes", "10");
        System.setProperty("itests.work", options.getOrDefault("--work", "itests/target/durability"));
        System.setProperty(
                "itests.assembly", options.containsKey("--assembly") ? options.get("--assembly") : assembly());
        out.printf("%d rounds on %s, kill %s, seed %d%n", rounds, onPostgres ? "PostgreSQL" : "Derby", victims, seed);
        if (onPostgres) {
            try (ThrowAwayPostgres postgres = ThrowAwayPostgres.start(DURABLE);
                    ServerUnderTest server = new ServerUnderTest("durability")
                            .with("SIGHTLINE_JDBC_URL", postgres.newDatabase())
                            .with("SIGHTLINE_JDBC_USER", ThrowAwayPostgres.USER)
                            .start()) {
                run(new KillRounds(server, Optional.of(postgres), seed), rounds, victims, out);
            }
        } else {
            try (ServerUnderTest server = new ServerUnderTest("durability").start()) {
                run(new KillRounds(server, Optional.empty(), seed), rounds, victims, out);
            }
        }
    }

    private static void run(KillRounds kills, int rounds, List<Victim> victims, PrintStream out) {
        int changes = 0;
        List<Duration> back = new ArrayList<>();
        for (int round = 1; round <= rounds; round++) {
            Victim victim = victims.get(round % victims.size());
            KillRounds.Outcome outcome;
            try {
                outcome = kills.round(victim);
            } catch (AssertionError | RuntimeException failed) {
                out.printf("round %d, %s: FAILED%n", round, victim);
                throw failed;
            }
            changes += outcome.acknowledged();
            back.add(outcome.back());
            out.printf(
                    "round %d, %s: %d changes acknowledged before the kill, %d revisions made, %d starts, back in %.1f s%n",
                    round,
                    victim,
                    outcome.acknowledged(),
                    outcome.revisions(),
                    outcome.starts(),
                    outcome.back().toMillis() / 1000.0);
        }
        back.sort(null);
        out.printf(
                "%d rounds: nothing acknowledged was lost of %d changes (%s), nothing was half;"
                        + " back in %.1f s at the median, %.1f s at most%n",
                rounds,
                changes,
                String.join(", ", kills.kinds()),
                back.get(back.size() / 2).toMillis() / 1000.0,
                back.get(back.size() - 1).toMillis() / 1000.0);
    }

    private static Map<String, String> options(String[] arguments) {
        Map<String, String> options = new HashMap<>();
        for (int i = 0; i < arguments.length; i += 2) {
            if (!USAGE.contains("  " + arguments[i] + " ") || i + 1 == arguments.length) {
                throw new IllegalArgumentException("`" + arguments[i] + "` is not an option with a value; try --help");
            }
            options.put(arguments[i], arguments[i + 1]);
        }
        return options;
    }

    private static List<Victim> victims(String kill) {
        return switch (kill) {
            case "server" -> List.of(Victim.SERVER);
            case "database" -> List.of(Victim.DATABASE);
            case "both" -> List.of(Victim.BOTH);
            case "all" -> List.of(Victim.values());
            default -> throw new IllegalArgumentException("--kill takes server, database, both or all");
        };
    }

    private static String assembly() throws IOException {
        try (DirectoryStream<Path> found =
                Files.newDirectoryStream(Path.of("karaf-assembly/target"), "sightline-karaf-assembly-*.tar.gz")) {
            for (Path archive : found) {
                return archive.toString();
            }
        }
        throw new IOException("no archive in karaf-assembly/target: build it, or name one with --assembly");
    }
}
