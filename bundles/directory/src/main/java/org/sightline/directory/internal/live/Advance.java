package org.sightline.directory.internal.live;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sightline.apps.model.AppChange;
import org.sightline.directory.TenantSnapshot;
import org.sightline.directory.internal.snapshot.ArraySnapshot;
import org.sightline.directory.model.OperatorAccess;
import org.sightline.store.StateChange;
import org.sightline.store.TenantState;
import org.sightline.trust.model.TrustChange;
import org.sightline.visibility.model.VisibilityPolicy;

/** From one revision of a tenant to the next. */
final class Advance {

    private Advance() {}

    /** From what is stored to what is read. */
    static TenantSnapshot from(TenantState state) {
        return new TenantSnapshot(
                ArraySnapshot.of(state),
                state.policy(),
                state.policyRevision(),
                state.trust(),
                state.operatorAccess(),
                state.apps());
    }

    static TenantSnapshot of(TenantSnapshot now, List<StateChange> changes) {
        if (!(now.directory() instanceof ArraySnapshot directory)) {
            throw new IllegalArgumentException("not a snapshot of ours");
        }
        long revision = now.revision() + 1;
        VisibilityPolicy policy = now.policy();
        long policyRevision = now.policyRevision();
        @Nullable OperatorAccess access = now.operatorAccess();
        List<TrustChange> trust = new ArrayList<>();
        List<AppChange> apps = new ArrayList<>();
        for (StateChange change : changes) {
            if (change instanceof StateChange.PutPolicy put) {
                policy = put.policy();
                policyRevision = revision;
            } else if (change instanceof StateChange.ChangeTrust put) {
                trust.add(put.change());
            } else if (change instanceof StateChange.ChangeApps put) {
                apps.add(put.change());
            } else if (change instanceof StateChange.PutOperatorAccess put) {
                access = put.access();
            } else if (change instanceof StateChange.RemoveOperatorAccess) {
                access = null;
            }
        }
        return new TenantSnapshot(
                directory.with(changes, revision),
                policy,
                policyRevision,
                now.trust().with(trust),
                access,
                now.apps().with(apps));
    }
}
