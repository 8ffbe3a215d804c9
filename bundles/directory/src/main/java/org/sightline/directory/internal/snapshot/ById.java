package org.sightline.directory.internal.snapshot;

import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * An immutable, ordered set of things with ids.
 *
 * @param <I> their ids
 * @param <T> the things
 */
final class ById<I extends Comparable<I>, T> {

    private final SortedMap<I, T> things;

    private ById(SortedMap<I, T> things) {
        this.things = things;
    }

    static <I extends Comparable<I>, T> ById<I, T> of(Collection<T> all, Function<T, I> id) {
        SortedMap<I, T> things = new TreeMap<>();
        all.forEach(thing -> things.put(id.apply(thing), thing));
        return new ById<>(things);
    }

    Collection<T> all() {
        return Collections.unmodifiableCollection(things.values());
    }

    Optional<T> find(I id) {
        return Optional.ofNullable(things.get(id));
    }

    /** Returns the things after changes; an empty value removes. */
    ById<I, T> with(Map<I, Optional<T>> changes) {
        if (changes.isEmpty()) {
            return this;
        }
        SortedMap<I, T> changed = new TreeMap<>(things);
        changes.forEach(
                (id, thing) -> thing.ifPresentOrElse(present -> changed.put(id, present), () -> changed.remove(id)));
        return new ById<>(changed);
    }
}
