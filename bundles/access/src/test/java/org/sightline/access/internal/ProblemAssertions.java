package org.sightline.access.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.sightline.problem.Problem;
import org.sightline.problem.ProblemException;

/** Looks at refusals. */
final class ProblemAssertions {

    private ProblemAssertions() {}

    /** Returns the problem the call is refused with. */
    static Problem problemOf(ThrowingCallable call) {
        ProblemException refusal = catchThrowableOfType(ProblemException.class, call);
        assertThat(refusal).as("a refusal").isNotNull();
        return refusal.problem();
    }
}
