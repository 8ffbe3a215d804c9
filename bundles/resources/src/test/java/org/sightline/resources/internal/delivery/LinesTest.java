package org.sightline.resources.internal.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.sightline.apps.model.AppId;
import org.sightline.directory.model.TenantKey;
import org.sightline.store.EventStore.App;

class LinesTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Patience PATIENCE =
            new Patience(Duration.ofSeconds(10), Duration.ofDays(1), Duration.ofDays(7));

    private final Lines lines = new Lines(16);

    private static App app(int number) {
        return new App(new TenantKey("acme"), new AppId("app" + number));
    }

    @Test
    void aReceiverThatTookNothingYetGetsOneEventAtATime() {
        assertThat(lines.room(app(1), NOW)).isEqualTo(1);
        lines.take(app(1));
        assertThat(lines.room(app(1), NOW)).isZero();
        lines.arrived(app(1));
        assertThat(lines.room(app(1), NOW)).isEqualTo(Lines.MOST_TO_ONE);
    }

    @Test
    void oneThatFailsRestsTheLongerTheMoreOften() {
        lines.take(app(1));
        lines.failed(app(1), PATIENCE, NOW);
        assertThat(lines.room(app(1), NOW.plusSeconds(9))).isZero();
        assertThat(lines.nextAwake(NOW)).isEqualTo(NOW.plusSeconds(10));
        assertThat(lines.room(app(1), NOW.plusSeconds(10))).isEqualTo(1);
        lines.take(app(1));
        lines.failed(app(1), PATIENCE, NOW.plusSeconds(10));
        assertThat(lines.room(app(1), NOW.plusSeconds(29))).isZero();
        lines.rested(app(1));
        assertThat(lines.room(app(1), NOW.plusSeconds(11))).isEqualTo(1);
        for (int failures = 0; failures < 50; failures++) {
            lines.take(app(1));
            lines.failed(app(1), PATIENCE, NOW);
        }
        assertThat(lines.nextAwake(NOW)).isEqualTo(NOW.plus(Duration.ofHours(1)));
    }

    @Test
    void receiversThatHangTakeHalfOfTheRoomAtMost() {
        lines.take(app(0));
        lines.arrived(app(0));
        int hanging = 0;
        for (int number = 1; number < 100; number++) {
            if (lines.room(app(number), NOW) > 0) {
                lines.take(app(number));
                hanging++;
            }
        }
        assertThat(hanging).isEqualTo(8);
        assertThat(lines.room(app(0), NOW)).isEqualTo(8);
        assertThat(lines.busy()).isEqualTo(8);
    }

    @Test
    void nobodyGetsMoreThanThereIs() {
        for (int number = 0; number < 4; number++) {
            lines.take(app(number));
            lines.arrived(app(number));
        }
        for (int number = 0; number < 4; number++) {
            while (lines.room(app(number), NOW) > 0) {
                lines.take(app(number));
            }
        }
        assertThat(lines.busy()).isEqualTo(16);
        lines.unused(app(0));
        assertThat(lines.room(app(3), NOW)).isEqualTo(1);
        lines.sweep();
        assertThat(lines.busy()).isEqualTo(15);
    }
}
