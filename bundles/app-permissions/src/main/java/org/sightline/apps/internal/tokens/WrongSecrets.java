package org.sightline.apps.internal.tokens;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import org.sightline.problem.Codes;
import org.sightline.problem.Problem;
import org.sightline.problem.ProblemException;
import org.sightline.problem.ProblemKind;

/**
 * Slows down whoever guesses secrets of an app (docs/concepts.md, "Tokens of apps"): after five wrong ones an app has to
 * wait, from that origin, twice as long after each further one, up to a quarter of an hour. Tries that run at the same
 * time are not held back, since nobody guesses 256 random bits; an app may well send many right ones at once.
 */
final class WrongSecrets {

    private static final int FREE = 5;
    private static final Duration FIRST_WAIT = Duration.ofSeconds(10);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);
    private static final int MOST_DOUBLINGS = 10;
    private static final Duration MEMORY = Duration.ofHours(12);
    private static final int MOST_REMEMBERED = 200_000;

    private final InstantSource clock;
    private final Cache<Guesser, Tries> tries;

    WrongSecrets(InstantSource clock) {
        this.clock = clock;
        this.tries = Caffeine.newBuilder()
                .maximumSize(MOST_REMEMBERED)
                .expireAfterWrite(MEMORY)
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .build();
    }

    /**
     * Refuses to look at a further secret, right or wrong, while the app has to wait.
     *
     * @throws ProblemException {@code rate_limited} with {@code retry_after} in seconds
     */
    void requirePatience(String app, String origin) {
        Guesser guesser = new Guesser(app, origin);
        Tries known = tries.getIfPresent(guesser);
        Instant now = clock.instant();
        if (known != null && now.isBefore(known.waitUntil())) {
            Tries counted = tries.asMap().merge(guesser, Tries.first(now), (before, first) -> before.oneMore(now));
            throw tooMany(Duration.between(now, counted.waitUntil()));
        }
    }

    /** A secret was wrong. */
    void count(String app, String origin) {
        Instant now = clock.instant();
        tries.asMap().merge(new Guesser(app, origin), Tries.first(now), (before, first) -> before.oneMore(now));
    }

    /** A secret was right: everything is forgiven. */
    void forgive(String app, String origin) {
        tries.invalidate(new Guesser(app, origin));
    }

    private static ProblemException tooMany(Duration wait) {
        long seconds = Math.max(1, wait.plusMillis(999).toSeconds());
        return Problem.of(
                        ProblemKind.RATE_LIMITED,
                        Codes.RATE_LIMITED,
                        "too many wrong secrets for this app; try again in " + seconds + " seconds")
                .with("retry_after", seconds)
                .exception();
    }

    /** Whom wrong secrets are counted for; there need not be such an app. */
    private record Guesser(String app, String origin) {}

    /**
     * Wrong secrets since the last right one.
     *
     * @param count     how many, those that came too early included
     * @param waitUntil when the next one is looked at
     */
    private record Tries(int count, Instant waitUntil) {

        static Tries first(Instant now) {
            return new Tries(1, now);
        }

        Tries oneMore(Instant now) {
            int next = count + 1;
            return new Tries(next, now.plus(wait(next)));
        }

        private static Duration wait(int count) {
            if (count < FREE) {
                return Duration.ZERO;
            }
            Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(count - FREE, MOST_DOUBLINGS));
            return wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT;
        }
    }
}
