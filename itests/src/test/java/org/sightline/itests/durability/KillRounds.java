package org.sightline.itests.durability;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.sightline.itests.http.Tenant;
import org.sightline.itests.server.ServerUnderTest;
import org.sightline.testkit.postgres.ThrowAwayPostgres;

/**
 * Two tenants under all kinds of work at once. Each round kills the server, or its database, at a random moment, starts
 * it again without touching anything, and holds what is stored against what was acknowledged.
 */
public final class KillRounds {

    private static final int MOST_CHANGES = 60;
    private static final int LONGEST_PAUSE_MICROS = 40_000;
    private static final int LONGEST_OUTAGE_MICROS = 1_500_000;
    private static final int LONGEST_START_MICROS = 8_000_000;

    /** One of so many starts is interrupted by another kill. */
    private static final int KILLED_STARTS = 8;

    private final ServerUnderTest server;
    private final Optional<ThrowAwayPostgres> postgres;
    private final Random random;
    private final List<Work> works;
    private final List<Books> books;

    /**
     * Makes the tenants on a server that runs.
     *
     * @param postgres where the server keeps its data; empty when that is Derby
     */
    public KillRounds(ServerUnderTest server, Optional<ThrowAwayPostgres> postgres, long seed) {
        this.server = server;
        this.postgres = postgres;
        this.random = new Random(seed);
        Tenant first = Tenant.create(server, "pro");
        Tenant second = Tenant.create(server, "pro");
        works = List.of(
                new PolicyWork(first),
                new ImportWork(first),
                new TrustWork(first, second),
                new AppWork(first),
                new SessionWork(second));
        books = List.of(new Books(first), new Books(second));
    }

    /**
     * What came of a round.
     *
     * @param acknowledged changes before the kill
     * @param revisions    that were made, over both tenants
     * @param starts       of the server, the killed ones included
     * @param back         from the last start of server or database until it served again
     */
    public record Outcome(int acknowledged, long revisions, int starts, Duration back) {}

    /** Does one round in which the server is killed; fails when anything acknowledged is lost or anything is half. */
    public Outcome ofServer() {
        return round(Victim.SERVER);
    }

    /** Does one round; fails when anything acknowledged is lost or anything is half. */
    Outcome round(Victim victim) {
        try (Workers workers = new Workers(works)) {
            workers.await(1 + random.nextInt(MOST_CHANGES));
            pause(LONGEST_PAUSE_MICROS);
            if (victim != Victim.SERVER) {
                postgres.orElseThrow().crash();
            }
            int acknowledged = workers.acknowledged();
            int starts = 0;
            Duration back;
            if (victim == Victim.DATABASE) {
                back = restartDatabase(workers);
                workers.end();
            } else {
                server.kill();
                workers.end();
                if (victim == Victim.BOTH) {
                    postgres.orElseThrow().startAgain();
                }
                starts = killedStarts();
                long began = System.nanoTime();
                server.start();
                starts++;
                back = Duration.ofNanos(System.nanoTime() - began);
            }
            works.forEach(Work::verify);
            return new Outcome(
                    acknowledged, books.stream().mapToLong(Books::verify).sum(), starts, back);
        }
    }

    /** The server goes on alone, meets its database again, and works as before, all by itself. */
    private Duration restartDatabase(Workers workers) {
        pause(LONGEST_OUTAGE_MICROS);
        long began = System.nanoTime();
        postgres.orElseThrow().startAgain();
        workers.awaitAnotherOfEach();
        return Duration.ofNanos(System.nanoTime() - began);
    }

    private int killedStarts() {
        int starts = 0;
        while (random.nextInt(KILLED_STARTS) == 0) {
            server.launch();
            pause(LONGEST_START_MICROS);
            server.kill();
            starts++;
        }
        return starts;
    }

    /** Any moment is as good as another here, so none is waited for. */
    private void pause(int longestMicros) {
        LockSupport.parkNanos(1000L * random.nextInt(longestMicros));
    }

    /** Returns the kinds of work, for reports. */
    List<String> kinds() {
        List<String> names = new ArrayList<>();
        works.forEach(work -> names.add(work.name()));
        return names;
    }
}
