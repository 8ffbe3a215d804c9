package org.sightline.directory.internal.edit;

import org.jspecify.annotations.Nullable;
import org.sightline.directory.Proposal;
import org.sightline.directory.TenantSnapshot;
import org.sightline.directory.model.OperatorAccess;
import org.sightline.problem.Problem;

/** Decides whether the operator is let in (docs/concepts.md, "Roles"). */
final class OperatorAccessEdits {

    private OperatorAccessEdits() {}

    static Proposal<OperatorAccess> put(TenantSnapshot now, OperatorAccess access) {
        @Nullable OperatorAccess present = now.operatorAccess();
        if (access.equals(present)) {
            return Proposal.nothing(access);
        }
        Draft draft = new Draft();
        draft.put(present, access);
        return draft.giving(access);
    }

    static Proposal<OperatorAccess> remove(TenantSnapshot now) {
        @Nullable OperatorAccess present = now.operatorAccess();
        if (present == null) {
            throw Problem.notFound("the operator is not let in").exception();
        }
        Draft draft = new Draft();
        draft.remove(present);
        return draft.giving(present);
    }
}
