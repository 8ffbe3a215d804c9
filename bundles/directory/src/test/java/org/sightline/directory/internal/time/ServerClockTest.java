package org.sightline.directory.internal.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ServerClockTest {

    private static final Instant NOW = Instant.parse("2026-03-01T09:59:00Z");
    private static final Clock MACHINE = Clock.fixed(NOW, ZoneOffset.UTC);

    private static Clock clock(Map<String, String> environment) {
        return new ServerClock(environment, MACHINE);
    }

    @Test
    void runsWithTheMachine() {
        assertThat(clock(Map.of()).instant()).isEqualTo(NOW);
        assertThat(clock(Map.of()).getZone()).isEqualTo(ZoneOffset.UTC);
        assertThat(new ServerClock().instant())
                .isCloseTo(Instant.now(), org.assertj.core.api.Assertions.within(Duration.ofMinutes(1)));
    }

    @Test
    void isOffsetInTestModeOnly() {
        assertThat(clock(Map.of("SIGHTLINE_CLOCK_OFFSET", "P400DT1M")).instant())
                .isEqualTo(NOW);
        assertThat(clock(Map.of("SIGHTLINE_CLOCK_OFFSET", "P400DT1M", "SIGHTLINE_TEST_MODE", "yes"))
                        .instant())
                .isEqualTo(NOW);
        assertThat(clock(Map.of("SIGHTLINE_CLOCK_OFFSET", "P400DT1M", "SIGHTLINE_TEST_MODE", "true"))
                        .instant())
                .isEqualTo(NOW.plus(Duration.ofDays(400).plusMinutes(1)));
        assertThat(clock(Map.of("SIGHTLINE_CLOCK_OFFSET", "-PT36H", "SIGHTLINE_TEST_MODE", "true"))
                        .withZone(ZoneOffset.ofHours(9))
                        .instant())
                .isEqualTo(NOW.minus(Duration.ofHours(36)));
    }

    @Test
    void anOffsetThatIsNoDurationStopsTheStart() {
        assertThatThrownBy(() -> clock(Map.of("SIGHTLINE_CLOCK_OFFSET", "tomorrow", "SIGHTLINE_TEST_MODE", "true")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("`tomorrow`");
    }
}
