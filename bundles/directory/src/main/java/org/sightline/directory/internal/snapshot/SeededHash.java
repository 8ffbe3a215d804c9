package org.sightline.directory.internal.snapshot;

import java.util.List;
import org.sightline.directory.model.DepartmentId;
import org.sightline.directory.model.UserId;

/** Hashes that depend on a seed: whoever chooses the ids cannot choose them so that they collide. */
public final class SeededHash {

    private static final long MULTIPLIER = 0x9E3779B97F4A7C15L;

    private SeededHash() {}

    /** Returns a text's hash; all 64 bits of it are good. */
    public static long of(String text, long seed) {
        long hash = seed;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * MULTIPLIER;
            hash ^= hash >>> 29;
        }
        return hash ^ (hash >>> 32);
    }

    static long of(UserId id, Long seed) {
        return of(id.value(), seed);
    }

    static long of(List<DepartmentId> ids, Long seed) {
        long hash = seed;
        for (DepartmentId id : ids) {
            hash = of(id.value(), hash * MULTIPLIER + 1);
        }
        return hash;
    }
}
