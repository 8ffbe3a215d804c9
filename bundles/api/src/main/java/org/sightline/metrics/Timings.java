package org.sightline.metrics;

import org.osgi.annotation.versioning.ProviderType;

/** Takes times of what happens often. */
@ProviderType
public interface Timings {

    /**
     * Returns where times of one kind go; the same one for the same name.
     *
     * @param name   as a metric's, ending with {@code _seconds}
     * @param help   what takes that long
     * @param labels what tells its series apart
     */
    Timing timing(String name, String help, String... labels);
}
