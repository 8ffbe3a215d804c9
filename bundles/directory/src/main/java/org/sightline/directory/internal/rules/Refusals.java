package org.sightline.directory.internal.rules;

import java.util.List;
import java.util.Map;
import org.sightline.directory.Expectation;
import org.sightline.problem.Codes;
import org.sightline.problem.Fault;
import org.sightline.problem.Problem;
import org.sightline.problem.ProblemException;
import org.sightline.problem.ProblemKind;

/** The refusals that several rules share. */
public final class Refusals {

    private Refusals() {}

    /** The request does not fit the present state, because of one place in it. */
    public static ProblemException conflict(String code, String pointer, String detail) {
        return new Problem(ProblemKind.CONFLICT, code, detail, List.of(new Fault(pointer, code, detail)), Map.of())
                .exception();
    }

    /** There is no such thing. */
    public static ProblemException unknown(String what, Object id) {
        return Problem.notFound("there is no " + what + " `" + id + "`").exception();
    }

    /** The id is taken. */
    public static ProblemException duplicate(String pointer, String what, Object id) {
        return conflict(Codes.DUPLICATE_ID, pointer, "there is a " + what + " `" + id + "` already");
    }

    /** One more would be too many. */
    public static ProblemException tooMany(String what, int most) {
        return Problem.conflict(Codes.LIMIT_EXCEEDED, "a tenant can have at most " + most + " " + what)
                .with("limit", most)
                .exception();
    }

    /**
     * Goes on only if the caller's expectation holds.
     *
     * @throws ProblemException {@code revision_mismatch}
     */
    public static <T> void requireExpected(Expectation<T> expectation, T present) {
        if (!expectation.holdsFor(present)) {
            throw Problem.of(
                            ProblemKind.PRECONDITION_FAILED,
                            Codes.REVISION_MISMATCH,
                            "it has changed since it was read; read it again and repeat the change")
                    .exception();
        }
    }
}
