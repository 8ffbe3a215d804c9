package org.sightline.notifications.internal.digest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DueDigestTest {

    @ParameterizedTest
    @CsvSource({
        "UTC, 2026-03-02T09:59:59Z, 2026-03-01",
        "UTC, 2026-03-02T10:00:00Z, 2026-03-02",
        "Asia/Tokyo, 2026-03-02T00:59:59Z, 2026-03-01",
        "Asia/Tokyo, 2026-03-02T01:00:00Z, 2026-03-02",
        "America/Los_Angeles, 2026-03-02T17:59:59Z, 2026-03-01",
        "America/Los_Angeles, 2026-03-02T18:00:00Z, 2026-03-02",
        "Asia/Kathmandu, 2026-03-02T04:15:00Z, 2026-03-02",
    })
    void isDueAtTenInTheTenantsZone(ZoneId zone, Instant now, LocalDate day) {
        assertThat(DueDigest.latest(zone, now).day()).isEqualTo(day);
    }

    @ParameterizedTest
    @CsvSource({
        // A day of 23 hours, and one of 25.
        "Europe/Berlin, 2026-03-29, 2026-03-29T08:00:00Z",
        "Europe/Berlin, 2026-10-25, 2026-10-25T09:00:00Z",
        "America/New_York, 2026-03-08, 2026-03-08T14:00:00Z",
        "America/New_York, 2026-11-01, 2026-11-01T15:00:00Z",
        // Half an hour.
        "Australia/Lord_Howe, 2026-04-05, 2026-04-04T23:30:00Z",
    })
    void strikesByTheLocalClockWhateverTheDaysLength(ZoneId zone, LocalDate day, Instant at) {
        assertThat(DueDigest.latest(zone, at)).isEqualTo(new DueDigest(day, at));
        assertThat(DueDigest.latest(zone, at.minusSeconds(1)).day()).isEqualTo(day.minusDays(1));
    }

    @Test
    void aDayThatWasLeftOutHasNoDigestOfItsOwn() {
        // Samoa went from 29 to 31 December 2011.
        ZoneId samoa = ZoneId.of("Pacific/Apia");
        List<LocalDate> days = days(samoa, Instant.parse("2011-12-28T00:00:00Z"), Duration.ofDays(6));
        assertThat(days)
                .contains(LocalDate.of(2011, 12, 29), LocalDate.of(2011, 12, 31))
                .doesNotContain(LocalDate.of(2011, 12, 30))
                .isSorted();
    }

    @Test
    void everyDayOfAYearStrikesOnceInZonesWithClockChanges() {
        for (String name : List.of("Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Tokyo")) {
            ZoneId zone = ZoneId.of(name);
            assertThat(days(zone, Instant.parse("2026-01-01T00:00:00Z"), Duration.ofDays(365)))
                    .as(name)
                    .hasSizeBetween(365, 366)
                    .isSorted();
        }
    }

    /** The days that become due, looked at every ten minutes. */
    private static List<LocalDate> days(ZoneId zone, Instant from, Duration length) {
        List<LocalDate> days = new ArrayList<>();
        for (Instant now = from; now.isBefore(from.plus(length)); now = now.plus(Duration.ofMinutes(10))) {
            LocalDate day = DueDigest.latest(zone, now).day();
            if (days.isEmpty() || !days.get(days.size() - 1).equals(day)) {
                days.add(day);
            }
        }
        return days;
    }
}
