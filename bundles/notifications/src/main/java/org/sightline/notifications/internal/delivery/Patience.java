package org.sightline.notifications.internal.delivery;

import java.time.Duration;
import java.time.Instant;
import org.sightline.notifications.internal.NotificationSettings;
import org.sightline.notifications.model.Delivery;

/**
 * How long channels are waited for.
 *
 * @param limit      how long one attempt may take
 * @param firstPause until the second attempt; each further pause is twice as long
 * @param giveUp     how long a card is tried
 */
record Patience(Duration limit, Duration firstPause, Duration giveUp) {

    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);
    private static final int MOST_DOUBLINGS = 20;

    static Patience of(NotificationSettings settings) {
        return new Patience(
                Duration.ofSeconds(between(1, settings.delivery__limit__seconds(), 300, "delivery_limit_seconds")),
                Duration.ofSeconds(between(1, settings.first__retry__seconds(), 3600, "first_retry_seconds")),
                Duration.ofHours(between(1, settings.give__up__hours(), 24 * 30, "give_up_hours")));
    }

    private static int between(int least, int value, int most, String name) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(name + " must be from " + least + " to " + most);
        }
        return value;
    }

    /** Returns the pause after a number of failures. */
    Duration pause(int failures) {
        Duration pause = firstPause.multipliedBy(1L << Math.min(MOST_DOUBLINGS, Math.max(0, failures - 1)));
        return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }

    /** Returns how long an attempt is ours: what does not come back by then is tried anew. */
    Duration claim() {
        return limit.multipliedBy(2).plusSeconds(30);
    }

    /** Returns what becomes of a delivery that failed. */
    Delivery afterFailure(Delivery claimed, String reason, Instant now) {
        return now.isBefore(claimed.createdAt().plus(giveUp))
                ? claimed.failed(reason, now.plus(pause(claimed.attempts() + 1)))
                : claimed.givenUp(reason, now);
    }
}
