package org.sightline.resources.internal;

import java.util.function.Supplier;
import org.sightline.problem.Codes;
import org.sightline.problem.Problem;
import org.sightline.problem.ProblemException;
import org.sightline.problem.ProblemKind;
import org.sightline.store.StoreUnavailableException;

/** Questions to the store, whose absence is told to callers in their words. */
public final class Asked {

    private Asked() {}

    /**
     * Asks.
     *
     * @throws ProblemException {@code unavailable}
     */
    public static <R> R of(Supplier<R> question) {
        try {
            return question.get();
        } catch (StoreUnavailableException e) {
            throw new ProblemException(
                    Problem.of(
                            ProblemKind.UNAVAILABLE,
                            Codes.UNAVAILABLE,
                            "the database does not answer at the moment, and resources and events are only there;"
                                    + " try again"),
                    e);
        }
    }
}
