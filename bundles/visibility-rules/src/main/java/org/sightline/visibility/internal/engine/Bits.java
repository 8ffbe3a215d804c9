package org.sightline.visibility.internal.engine;

import org.jspecify.annotations.Nullable;

/** Words of bits that may be missing. */
final class Bits {

    static final int[] NO_NUMBERS = {};

    private Bits() {}

    /** The bits, known to be there. */
    static long[] present(long @Nullable [] bits) {
        if (bits == null) {
            throw new IllegalStateException("an entry without rules was taken for one with rules");
        }
        return bits;
    }
}
