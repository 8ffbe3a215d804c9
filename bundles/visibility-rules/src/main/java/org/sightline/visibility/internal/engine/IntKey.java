package org.sightline.visibility.internal.engine;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** An array of numbers as a key of maps: equal when the numbers are. The array must not change any more. */
final class IntKey {

    private final int[] numbers;
    private final int hash;

    IntKey(int[] numbers) {
        this.numbers = numbers;
        this.hash = Arrays.hashCode(numbers);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof IntKey that && hash == that.hash && Arrays.equals(numbers, that.numbers);
    }

    @Override
    public int hashCode() {
        return hash;
    }
}
