package org.sightline.json;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.sightline.directory.model.OperatorAccess;
import org.sightline.problem.Codes;
import org.sightline.problem.Problem;

/**
 * That a tenant lets the operator in (docs/concepts.md, "Roles").
 *
 * @param until the first instant at which it holds no more; absent until it is taken back
 */
public record OperatorAccessJson(@Nullable Instant until) {

    /** Returns the form of an access. */
    public static OperatorAccessJson of(OperatorAccess access) {
        return new OperatorAccessJson(access.until());
    }

    /**
     * Returns the access this form stands for.
     *
     * @throws org.sightline.problem.ProblemException {@code invalid} when it would be over before it begins
     */
    public OperatorAccess toModel(Instant now) {
        if (until != null && !until.isAfter(now)) {
            throw Problem.invalid("/until", Codes.INVALID, "must lie in the future; it is " + now)
                    .exception();
        }
        return new OperatorAccess(until);
    }
}
