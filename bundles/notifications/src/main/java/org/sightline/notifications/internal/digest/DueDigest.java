package org.sightline.notifications.internal.digest;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * The digest that is due: ten o'clock of a day in a tenant's time zone (docs/concepts.md, "The daily digest").
 *
 * @param day which day's
 * @param at  the instant of that day's ten o'clock
 */
record DueDigest(LocalDate day, Instant at) {

    private static final LocalTime TEN = LocalTime.of(10, 0);

    /**
     * Returns the latest ten o'clock that has been. Where clocks leap over ten o'clock it strikes as much later as they
     * leap; where they are set back over it the first one counts.
     */
    static DueDigest latest(ZoneId zone, Instant now) {
        LocalDate day = now.atZone(zone).toLocalDate();
        // Where a whole day was left out, its ten o'clock is that of the day after.
        while (at(day, zone).isAfter(now)) {
            day = day.minusDays(1);
        }
        return new DueDigest(day, at(day, zone));
    }

    private static Instant at(LocalDate day, ZoneId zone) {
        return ZonedDateTime.of(day, TEN, zone).toInstant();
    }
}
