package org.sightline.directory.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.sightline.problem.Fault;
import org.sightline.problem.Problem;
import org.sightline.problem.ProblemException;
import org.sightline.problem.ProblemKind;

/** What somebody was refused with. */
public record Refused(Problem problem) {

    /** Does something that must be refused. */
    public static Refused when(ThrowingCallable action) {
        try {
            action.call();
        } catch (ProblemException e) {
            return new Refused(e.problem());
        } catch (Throwable e) {
            throw new AssertionError("failed instead of being refused", e);
        }
        throw new AssertionError("nothing was refused");
    }

    /** It must be of a kind, with a code. */
    public Refused as(ProblemKind kind, String code) {
        assertThat(problem).extracting(Problem::kind, Problem::code).containsExactly(kind, code);
        return this;
    }

    /** It must be 422 with exactly these faults, given as pointer and code by turns. */
    public void faults(String... pointersAndCodes) {
        assertThat(problem.faults())
                .extracting(Fault::pointer, Fault::code)
                .containsExactlyInAnyOrder(pairs(pointersAndCodes));
    }

    private static org.assertj.core.groups.Tuple[] pairs(String... values) {
        org.assertj.core.groups.Tuple[] pairs = new org.assertj.core.groups.Tuple[values.length / 2];
        for (int i = 0; i < pairs.length; i++) {
            pairs[i] = tuple(values[2 * i], values[2 * i + 1]);
        }
        return pairs;
    }

    /** Its text must contain these. */
    public Refused saying(String... parts) {
        assertThat(problem.detail()).contains(parts);
        return this;
    }
}
