package org.sightline.benchmarks.reference;

import org.sightline.benchmarks.organisation.Organisation;
import org.sightline.visibility.model.VisibilityPolicy;

/** Something that can be asked who sees whom. Used by one thread at a time. */
public interface Reference extends AutoCloseable {

    /** Returns what it is called in the table. */
    String name();

    /** Takes an organisation in; once. */
    void load(Organisation organisation) throws Exception;

    /** Whether one member sees another, both by number. */
    boolean sees(int viewer, int target) throws Exception;

    /** Whether {@link #list} is offered. */
    default boolean lists() {
        return false;
    }

    /** Returns how many members the viewer sees, after each of them was given back. */
    default int list(int viewer) throws Exception {
        throw new UnsupportedOperationException(name() + " does not list");
    }

    /** Whether {@link #change} is offered. */
    default boolean changes() {
        return false;
    }

    /** Puts another policy in force, of which one rule is different. */
    default void change(VisibilityPolicy policy) throws Exception {
        throw new UnsupportedOperationException(name() + " does not change");
    }

    @Override
    default void close() throws Exception {
        // Most have nothing to give back.
    }
}
