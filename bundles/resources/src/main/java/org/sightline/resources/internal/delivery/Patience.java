package org.sightline.resources.internal.delivery;

import java.time.Duration;
import java.time.Instant;
import org.sightline.events.model.EventDelivery.Progress;
import org.sightline.resources.internal.EventSettings;

/**
 * How long receivers are waited for.
 *
 * @param firstPause until the second attempt; each further pause is twice as long
 * @param giveUp     how long an event is tried
 * @param keep       how long the log is kept
 */
record Patience(Duration firstPause, Duration giveUp, Duration keep) {

    /** How long an attempt is ours; the posts have a shorter limit of their own. */
    static final Duration CLAIM = Duration.ofSeconds(60);

    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);
    private static final int MOST_DOUBLINGS = 20;

    static Patience of(EventSettings settings) {
        return new Patience(
                Duration.ofMillis(between(1, settings.first__retry__millis(), 3_600_000, "first_retry_millis")),
                Duration.ofHours(between(1, settings.give__up__hours(), 24 * 30, "give_up_hours")),
                Duration.ofDays(between(1, settings.keep__days(), 365, "keep_days")));
    }

    static int between(int least, int value, int most, String name) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(name + " must be from " + least + " to " + most);
        }
        return value;
    }

    /** Returns the pause after a number of failures in a row. */
    Duration pause(int failures) {
        Duration pause = firstPause.multipliedBy(1L << Math.min(MOST_DOUBLINGS, Math.max(0, failures - 1)));
        return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }

    /** Returns what becomes of an event that the receiver did not take. */
    Progress afterFailure(Progress tried, String reason, Instant now) {
        return now.isBefore(tried.since().plus(giveUp))
                ? tried.failed(reason, now.plus(pause(tried.attempts() + 1)))
                : tried.givenUp(reason, now);
    }
}
