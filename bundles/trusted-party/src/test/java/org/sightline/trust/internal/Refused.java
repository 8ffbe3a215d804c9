package org.sightline.trust.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.sightline.problem.Problem;
import org.sightline.problem.ProblemException;

/** Looks at refusals. */
final class Refused {

    private Refused() {}

    /** Fails unless the call is refused with this code; returns the refusal. */
    static Problem with(String code, ThrowingCallable call) {
        ProblemException refusal = catchThrowableOfType(ProblemException.class, call);
        assertThat(refusal).as("a refusal with " + code).isNotNull();
        assertThat(refusal.problem().code()).as(refusal.problem().detail()).isEqualTo(code);
        return refusal.problem();
    }

    /** Returns the code with which a call is refused; {@code done} when it is not. */
    static String codeOf(Runnable call) {
        try {
            call.run();
            return "done";
        } catch (ProblemException refusal) {
            return refusal.problem().code();
        }
    }
}
