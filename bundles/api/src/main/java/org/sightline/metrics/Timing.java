package org.sightline.metrics;

import org.osgi.annotation.versioning.ProviderType;

/** Takes times of one kind, told apart by labels. */
@ProviderType
public interface Timing {

    /**
     * Returns where the times with these labels go; keep it where things happen often.
     *
     * @param values one for each label, in the order they were named
     */
    Series of(String... values);

    /** Takes times. */
    @ProviderType
    interface Series {

        /** Counts something that took so long; from any thread, and costs far less than a microsecond. */
        void took(long nanos);
    }
}
