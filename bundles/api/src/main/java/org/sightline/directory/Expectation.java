package org.sightline.directory;

/**
 * What the caller believes the thing looks like right before the change; checked inside the change, so that nothing
 * can come between.
 *
 * @param <T> the thing
 */
@FunctionalInterface
public interface Expectation<T> {

    /** Whether the thing is as the caller believes; if not the change is refused with {@code revision_mismatch}. */
    boolean holdsFor(T present);

    /** Expects nothing. */
    static <T> Expectation<T> any() {
        return present -> true;
    }
}
