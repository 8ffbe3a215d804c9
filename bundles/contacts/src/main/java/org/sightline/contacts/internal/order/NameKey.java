package org.sightline.contacts.internal.order;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A name made ready to be compared with many others of the same locale. */
public final class NameKey implements Comparable<NameKey> {

    private final byte[] bytes;

    NameKey(byte[] bytes) {
        this.bytes = bytes;
    }

    @Override
    public int compareTo(NameKey other) {
        return Arrays.compareUnsigned(bytes, other.bytes);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof NameKey that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }
}
