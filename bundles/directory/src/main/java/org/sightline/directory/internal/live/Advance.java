package org.sightline.directory.internal.live;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sightline.apps.model.AppChange;
import org.sightline.apps.model.AppState;
import org.sightline.directory.TenantSnapshot;
import org.sightline.directory.internal.snapshot.ArraySnapshot;
import org.sightline.directory.model.OperatorAccess;
import org.sightline.events.model.SubscriptionChange;
import org.sightline.events.model.Subscriptions;
import org.sightline.store.StateChange;
import org.sightline.store.StoredChanges;
import org.sightline.store.TenantState;
import org.sightline.trust.model.TrustChange;
import org.sightline.trust.model.TrustState;
import org.sightline.visibility.model.Shadow;
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
                state.apps(),
                state.shadow(),
                state.subscriptions());
    }

    /** What this server has just committed on a state. */
    static TenantSnapshot of(TenantSnapshot now, List<StateChange> changes) {
        long revision = now.revision() + 1;
        List<TrustChange> trust = new ArrayList<>();
        List<AppChange> apps = new ArrayList<>();
        List<SubscriptionChange> subscriptions = new ArrayList<>();
        for (StateChange change : changes) {
            if (change instanceof StateChange.ChangeTrust put) {
                trust.add(put.change());
            } else if (change instanceof StateChange.ChangeApps put) {
                apps.add(put.change());
                if (put.change() instanceof AppChange.RemoveApp remove) {
                    subscriptions.add(new SubscriptionChange.RemoveAllOf(remove.id(), null));
                }
            } else if (change instanceof StateChange.RemoveConsent remove) {
                subscriptions.add(new SubscriptionChange.RemoveAllOf(remove.app(), remove.user()));
            } else if (change instanceof StateChange.ChangeSubscriptions put) {
                subscriptions.add(put.change());
            }
        }
        return new Step(now, revision, revision)
                .to(
                        changes,
                        now.trust().with(trust),
                        now.apps().with(apps),
                        now.subscriptions().with(subscriptions));
    }

    /** What other servers have made of a state. */
    static TenantSnapshot of(TenantSnapshot now, StoredChanges since) {
        return new Step(now, since.revision(), since.policyRevision())
                .to(
                        since.changes(),
                        Objects.requireNonNullElse(since.trust(), now.trust()),
                        Objects.requireNonNullElse(since.apps(), now.apps()),
                        Objects.requireNonNullElse(since.subscriptions(), now.subscriptions()));
    }

    /**
     * A step to a later revision.
     *
     * @param policyRevision the one that a policy among the changes came with
     */
    private record Step(TenantSnapshot now, long revision, long policyRevision) {

        TenantSnapshot to(List<StateChange> changes, TrustState trust, AppState apps, Subscriptions subscriptions) {
            if (!(now.directory() instanceof ArraySnapshot directory)) {
                throw new IllegalArgumentException("not a snapshot of ours");
            }
            VisibilityPolicy policy = now.policy();
            long since = now.policyRevision();
            @Nullable OperatorAccess access = now.operatorAccess();
            @Nullable Shadow shadow = now.shadow();
            for (StateChange change : changes) {
                if (change instanceof StateChange.PutPolicy put) {
                    policy = put.policy();
                    since = policyRevision;
                } else if (change instanceof StateChange.PutOperatorAccess put) {
                    access = put.access();
                } else if (change instanceof StateChange.RemoveOperatorAccess) {
                    access = null;
                } else if (change instanceof StateChange.PutShadow put) {
                    shadow = put.shadow();
                } else if (change instanceof StateChange.RemoveShadow) {
                    shadow = null;
                }
            }
            return new TenantSnapshot(
                    directory.with(changes, revision), policy, since, trust, access, apps, shadow, subscriptions);
        }
    }
}
