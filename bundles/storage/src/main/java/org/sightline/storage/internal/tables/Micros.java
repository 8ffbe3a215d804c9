package org.sightline.storage.internal.tables;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Instants as numbers: microseconds since 1970, which no time zone of a server or driver can bend. */
public final class Micros {

    private Micros() {}

    /** Returns the microseconds since 1970-01-01 UTC. */
    public static long of(Instant instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }

    static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }
}
