package org.sightline.conformance;

import org.jspecify.annotations.Nullable;

/** A plug-in does not keep its contract; the message says in what way, and what to do. */
final class Broken extends AssertionError {

    private static final long serialVersionUID = 1L;

    Broken(String what, String remedy) {
        this(what, remedy, null);
    }

    Broken(String what, String remedy, @Nullable Throwable cause) {
        super(what + ".\nWhat to do: " + remedy, cause);
    }

    /** Fails unless something holds. */
    static void unless(boolean holds, String what, String remedy) {
        if (!holds) {
            throw new Broken(what, remedy);
        }
    }
}
