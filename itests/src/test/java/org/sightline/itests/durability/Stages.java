package org.sightline.itests.durability;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import java.util.function.BooleanSupplier;

/** Where something stands that goes through stages, and where it may stand after a request without an answer. */
final class Stages<S extends Enum<S>> {

    private final Set<S> possible;

    Stages(S first) {
        this.possible = EnumSet.of(first);
    }

    /** Whether the stage is known for sure. */
    boolean isKnown() {
        return possible.size() == 1;
    }

    /** The stage; only when it is known. */
    S now() {
        assertThat(possible).hasSize(1);
        return possible.iterator().next();
    }

    /** Tries to come to another stage. */
    boolean move(S to, BooleanSupplier change) {
        possible.add(to);
        boolean done = change.getAsBoolean();
        if (done) {
            possible.retainAll(EnumSet.of(to));
        }
        return done;
    }

    /** Fails unless the stage that was found is possible. */
    void found(S stage, String what) {
        assertThat(possible).as("stage of %s, found at %s", what, stage).contains(stage);
        possible.retainAll(EnumSet.of(stage));
    }
}
