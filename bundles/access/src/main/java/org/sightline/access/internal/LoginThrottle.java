package org.sightline.access.internal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.sightline.problem.Codes;
import org.sightline.problem.Problem;
import org.sightline.problem.ProblemException;
import org.sightline.problem.ProblemKind;

/**
 * Slows down whoever guesses passwords (docs/concepts.md, "Signing in"): after five failures an account has to wait,
 * twice as long after each further try, also one that came too early, up to a quarter of an hour. A try counts from its
 * beginning, so that many at the same time get no more than five.
 */
final class LoginThrottle {

    private static final int FREE_FAILURES = 5;
    private static final Duration FIRST_WAIT = Duration.ofSeconds(10);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);

    /** When nobody tried for so long, the account starts afresh. */
    private static final Duration MEMORY = Duration.ofHours(12);

    /** Filling these takes an attacker hours, since each costs a password hash. */
    private static final int MOST_ACCOUNTS = 200_000;

    private final Clock clock;
    private final Cache<Account, Tries> tries;

    LoginThrottle(Clock clock) {
        this.clock = clock;
        this.tries = Caffeine.newBuilder()
                .maximumSize(MOST_ACCOUNTS)
                .expireAfterWrite(MEMORY)
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .build();
    }

    /**
     * Lets a try begin, and counts it as failed until it is known to have succeeded.
     *
     * @throws ProblemException {@code rate_limited} with {@code retry_after} in seconds
     */
    void begin(Account account) {
        Instant now = clock.instant();
        Tries counted = tries.asMap().compute(account, (same, before) -> oneMore(before, now));
        if (!counted.admitted()) {
            throw tooMany(Duration.between(now, counted.waitUntil()));
        }
    }

    /** The password was wrong: the wait begins now. */
    void failed(Account account) {
        Instant now = clock.instant();
        tries.asMap()
                .compute(
                        account,
                        (same, before) ->
                                before == null ? oneMore(null, now) : before.waiting(now.plus(wait(before.count()))));
    }

    /** The password was right: everything is forgiven. */
    void succeeded(Account account) {
        tries.invalidate(account);
    }

    /** The try came to no result, for reasons of the server's own: it does not count. */
    void abandoned(Account account) {
        Instant now = clock.instant();
        tries.asMap()
                .computeIfPresent(
                        account,
                        (same, before) -> new Tries(before.count() - 1, now.plus(wait(before.count() - 1)), true));
    }

    private static Tries oneMore(@Nullable Tries before, Instant now) {
        if (before == null) {
            return new Tries(1, now, true);
        }
        boolean admitted = before.count() < FREE_FAILURES || !now.isBefore(before.waitUntil());
        int count = before.count() + 1;
        return new Tries(count, now.plus(wait(count)), admitted);
    }

    private static Duration wait(int count) {
        if (count < FREE_FAILURES) {
            return Duration.ZERO;
        }
        int doublings = Math.min(count - FREE_FAILURES, 10);
        Duration wait = FIRST_WAIT.multipliedBy(1L << doublings);
        return wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT;
    }

    private static ProblemException tooMany(Duration wait) {
        long seconds = Math.max(1, wait.plusMillis(999).toSeconds());
        return Problem.of(
                        ProblemKind.RATE_LIMITED,
                        Codes.RATE_LIMITED,
                        "too many failed logins for this account; try again in " + seconds + " seconds")
                .with("retry_after", seconds)
                .exception();
    }

    /**
     * An account's tries since the last success.
     *
     * @param count     how many, those that run or were refused included
     * @param waitUntil when the next one may begin, once the free ones are used up
     * @param admitted  whether the last one was let in
     */
    private record Tries(int count, Instant waitUntil, boolean admitted) {

        Tries waiting(Instant until) {
            return new Tries(count, until.isAfter(waitUntil) ? until : waitUntil, admitted);
        }
    }
}
