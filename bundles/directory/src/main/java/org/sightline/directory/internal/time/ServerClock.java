package org.sightline.directory.internal.time;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.sightline.settings.EnvironmentVariable;

/**
 * The server's clock, in UTC. In test mode ({@code SIGHTLINE_TEST_MODE=true}) it runs ahead of, or behind, the
 * machine's by {@code SIGHTLINE_CLOCK_OFFSET}, an ISO 8601 duration.
 */
@Component(service = Clock.class)
public final class ServerClock extends Clock {

    static final String OFFSET = EnvironmentVariable.SIGHTLINE_CLOCK_OFFSET.name();
    static final String TEST_MODE = EnvironmentVariable.SIGHTLINE_TEST_MODE.name();

    private final Clock running;

    /** Reads the environment. */
    @Activate
    public ServerClock() {
        this(System.getenv(), Clock.systemUTC());
    }

    /**
     * Creates a clock that runs beside another one.
     *
     * @throws IllegalArgumentException when the offset is not a duration
     */
    ServerClock(Map<String, String> environment, Clock machine) {
        this.running = Clock.offset(machine, offset(environment));
    }

    private static Duration offset(Map<String, String> environment) {
        @Nullable String offset = environment.get(OFFSET);
        if (offset == null || offset.isBlank() || !Objects.equals(environment.get(TEST_MODE), "true")) {
            return Duration.ZERO;
        }
        try {
            return Duration.parse(offset.strip());
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    OFFSET + " must be an ISO 8601 duration such as `PT-2H30M`, not `" + offset + "`", e);
        }
    }

    @Override
    public ZoneId getZone() {
        return running.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return running.withZone(zone);
    }

    @Override
    public Instant instant() {
        return running.instant();
    }
}
