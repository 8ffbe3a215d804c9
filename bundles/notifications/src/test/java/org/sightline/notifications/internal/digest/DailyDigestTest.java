package org.sightline.notifications.internal.digest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.sightline.directory.model.TenantKey;
import org.sightline.notifications.internal.MovableClock;
import org.sightline.notifications.internal.SmallWorld;
import org.sightline.notifications.model.NoticeType;
import org.sightline.store.NotificationStore.StoredNotice;
import org.sightline.store.StateChange.PutTenant;

class DailyDigestTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private final SmallWorld world = new SmallWorld(BERLIN, Locale.ENGLISH);
    private final MovableClock clock = new MovableClock(Instant.parse("2026-03-27T08:59:50Z"));
    private final List<TenantKey> told = new ArrayList<>();
    private final DailyDigest digest = digest();

    private DailyDigest digest() {
        return new DailyDigest(world.notifications, world, clock, told::add);
    }

    @Test
    void tellsPrimaryAdministratorsAtTenOfWhatWaits() {
        world.ask("r1", clock.instant().minusSeconds(60));
        world.ask("r2", clock.instant().minusSeconds(30));
        digest.run();
        assertThat(world.inbox(SmallWorld.ANNA)).as("before ten").isEmpty();

        clock.move(Duration.ofSeconds(10));
        digest.run();
        digest.run();
        assertThat(world.inbox(SmallWorld.ANNA)).containsExactly(NoticeType.TRUST_REQUESTS_DIGEST);
        assertThat(world.inbox(SmallWorld.BEN)).isEmpty();
        assertThat(card().notice().parameters()).containsEntry("count", "2");
        assertThat(card().notice().objectId()).isEqualTo("2026-03-27");
        assertThat(told).containsExactly(SmallWorld.ACME);
    }

    @Test
    void tellsNothingWhenNothingWaits() {
        world.ask("r1", clock.instant().minusSeconds(60));
        world.reject("r1", clock.instant());
        clock.move(Duration.ofHours(5));
        digest.run();
        assertThat(world.inbox(SmallWorld.ANNA)).isEmpty();
    }

    @Test
    void whatComesAfterTenWaitsForTheNextDay() {
        clock.move(Duration.ofHours(5));
        world.ask("r1", clock.instant());
        digest.run();
        assertThat(world.inbox(SmallWorld.ANNA)).isEmpty();

        clock.set(Instant.parse("2026-03-28T09:00:00Z"));
        digest.run();
        assertThat(world.inbox(SmallWorld.ANNA)).hasSize(1);
    }

    @Test
    void aRestartTellsNothingTwice() {
        world.ask("r1", clock.instant());
        clock.move(Duration.ofMinutes(1));
        digest.run();
        digest().run();
        digest().run();
        assertThat(world.inbox(SmallWorld.ANNA)).hasSize(1);
    }

    @Test
    void ofSeveralMissedDaysTheLatestIsMadeUpFor() {
        world.ask("r1", clock.instant());
        clock.set(Instant.parse("2026-04-02T06:00:00Z"));
        digest().run();
        assertThat(card().notice().objectId()).isEqualTo("2026-04-01");
        digest().run();
        assertThat(world.inbox(SmallWorld.ANNA)).hasSize(1);

        clock.set(Instant.parse("2026-04-02T08:00:00Z"));
        digest().run();
        assertThat(world.inbox(SmallWorld.ANNA)).hasSize(2);
    }

    @Test
    void oncePerDayOverTheChangeOfClocks() {
        world.ask("r1", clock.instant());
        // From Friday to Tuesday, over a Sunday of 23 hours, looking every ten minutes.
        while (clock.instant().isBefore(Instant.parse("2026-03-31T12:00:00Z"))) {
            digest.run();
            clock.move(Duration.ofMinutes(10));
        }
        assertThat(world.notifications.after(SmallWorld.ACME, SmallWorld.ANNA, 0, 100))
                .extracting(each -> each.notice().objectId())
                .containsExactly("2026-03-27", "2026-03-28", "2026-03-29", "2026-03-30", "2026-03-31");
    }

    @Test
    void aTenantThatMovesToAnotherZoneIsNotToldTwiceForADay() {
        world.ask("r1", clock.instant());
        clock.move(Duration.ofMinutes(1));
        digest.run();
        var tenant = world.current(SmallWorld.ACME).directory().tenant();
        world.commit(
                List.of(),
                new PutTenant(new org.sightline.directory.model.Tenant(
                        tenant.key(),
                        tenant.name(),
                        tenant.plan(),
                        ZoneId.of("America/Los_Angeles"),
                        null,
                        Locale.ENGLISH,
                        true)));
        clock.set(Instant.parse("2026-03-27T17:30:00Z"));
        digest.run();
        assertThat(world.inbox(SmallWorld.ANNA)).hasSize(1);
    }

    @Test
    void aClockThatIsSetBackTellsNothingTwiceAndSkipsNothing() {
        world.ask("r1", clock.instant());
        Instant friday = Instant.parse("2026-03-27T10:00:00Z");
        clock.set(friday);
        digest.run();
        clock.set(Instant.parse("2026-03-27T07:00:00Z"));
        digest.run();
        digest().run();
        clock.set(friday);
        digest.run();
        assertThat(days()).as("set back by hours").containsExactly("2026-03-27");

        clock.set(Instant.parse("2096-03-01T12:00:00Z"));
        digest.run();
        assertThat(days()).as("ahead by years").containsExactly("2026-03-27", "2096-03-01");

        clock.set(friday);
        digest.run();
        digest().run();
        clock.set(friday.plus(Duration.ofDays(1)));
        digest.run();
        digest().run();
        assertThat(days()).as("right again").containsExactly("2026-03-27", "2096-03-01", "2026-03-28");
    }

    @Test
    void aRequestThatAClockAheadHasDatedIsNotForgottenUntilThen() {
        world.ask("r1", Instant.parse("2096-03-01T12:00:00Z"));
        clock.move(Duration.ofHours(1));
        digest.run();
        assertThat(days()).containsExactly("2026-03-27");
        assertThat(card().notice().parameters()).containsEntry("count", "1");
    }

    private List<String> days() {
        return world.notifications.after(SmallWorld.ACME, SmallWorld.ANNA, 0, 100).stream()
                .map(each -> each.notice().objectId())
                .toList();
    }

    private StoredNotice card() {
        return world.notifications
                .after(SmallWorld.ACME, SmallWorld.ANNA, 0, 10)
                .get(0);
    }
}
