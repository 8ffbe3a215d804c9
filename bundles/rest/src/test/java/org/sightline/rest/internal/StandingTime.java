package org.sightline.rest.internal;

import io.github.bucket4j.TimeMeter;

/** A time that stands still, so that limits do not depend on how busy the machine is. */
final class StandingTime implements TimeMeter {

    @Override
    public long currentTimeNanos() {
        return 0;
    }

    @Override
    public boolean isWallClockBased() {
        return false;
    }
}
