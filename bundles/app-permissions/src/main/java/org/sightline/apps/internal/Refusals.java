package org.sightline.apps.internal;

import org.sightline.apps.model.App;
import org.sightline.apps.model.AppId;
import org.sightline.directory.TenantSnapshot;
import org.sightline.problem.Codes;
import org.sightline.problem.Problem;
import org.sightline.problem.ProblemException;
import org.sightline.problem.ProblemKind;

/** Refusals that several parts of this room share. */
public final class Refusals {

    private Refusals() {}

    /**
     * Returns an app that must be there.
     *
     * @throws ProblemException {@code not_found}
     */
    public static App app(TenantSnapshot tenant, AppId id) {
        return tenant.apps().app(id).orElseThrow(() -> notFound("app", id.value()));
    }

    /** There is no such thing. */
    public static ProblemException notFound(String what, String id) {
        return Problem.notFound("there is no " + what + " `" + id + "`").exception();
    }

    /** Somebody was faster. */
    public static ProblemException stale() {
        return Problem.of(
                        ProblemKind.PRECONDITION_FAILED,
                        Codes.REVISION_MISMATCH,
                        "it has changed since you read it; read it again and repeat the change on that")
                .exception();
    }
}
