package org.sightline.json;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How an app's secret is replaced.
 *
 * @param overlapSeconds how long the secret before still holds; not at all when absent
 */
public record OverlapJson(@Nullable Long overlapSeconds) {

    /** Says nothing. */
    public static final OverlapJson NONE = new OverlapJson(null);

    /** Returns the time; zero when nothing is said. */
    public Duration toModel() {
        return overlapSeconds == null ? Duration.ZERO : Duration.ofSeconds(overlapSeconds);
    }
}
