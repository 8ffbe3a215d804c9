package org.sightline.contacts.internal;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What was made of the states of one thing: the last used, and a few others for readers who page through older states.
 *
 * @param <T> what is made of a state
 */
final class Recent<T> {

    private static final int OTHERS = 4;

    private final Deque<T> others = new ArrayDeque<>();
    private volatile @Nullable T last;

    /**
     * Returns what fits, the same one for as long as it is kept.
     *
     * @param make is given the last used, null at the first time, of which it may take what is still good
     */
    T of(Predicate<T> fits, Function<@Nullable T, T> make) {
        T present = last;
        return present != null && fits.test(present) ? present : findOrMake(fits, make);
    }

    private synchronized T findOrMake(Predicate<T> fits, Function<@Nullable T, T> make) {
        T present = last;
        if (present != null && fits.test(present)) {
            return present;
        }
        T wanted = others.stream().filter(fits).findFirst().orElse(null);
        if (wanted == null) {
            wanted = make.apply(present);
        } else {
            others.remove(wanted);
        }
        if (present != null) {
            others.addFirst(present);
        }
        if (others.size() > OTHERS) {
            others.removeLast();
        }
        last = wanted;
        return wanted;
    }
}
