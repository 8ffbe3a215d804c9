package org.sightline.directory;

import org.jspecify.annotations.Nullable;
import org.sightline.apps.model.AppState;
import org.sightline.directory.model.DirectorySnapshot;
import org.sightline.directory.model.OperatorAccess;
import org.sightline.events.model.Subscriptions;
import org.sightline.trust.model.TrustState;
import org.sightline.visibility.model.Shadow;
import org.sightline.visibility.model.VisibilityPolicy;

/**
 * All of one tenant at one revision: immutable, replaced as a whole by the next change.
 *
 * @param directory who is there
 * @param policy    who may see whom
 * @param policyRevision the revision with which the policy last changed
 * @param trust the tenant's half of its relations to trusted parties
 * @param operatorAccess null while the tenant does not let the operator in
 * @param apps the tenant's apps
 * @param shadow null while no candidate main rule is compared
 * @param subscriptions what they subscribed to
 */
public record TenantSnapshot(
        DirectorySnapshot directory,
        VisibilityPolicy policy,
        long policyRevision,
        TrustState trust,
        @Nullable OperatorAccess operatorAccess,
        AppState apps,
        @Nullable Shadow shadow,
        Subscriptions subscriptions) {

    /** Describes a tenant whose apps subscribed to nothing. */
    public TenantSnapshot(
            DirectorySnapshot directory,
            VisibilityPolicy policy,
            long policyRevision,
            TrustState trust,
            @Nullable OperatorAccess operatorAccess,
            AppState apps,
            @Nullable Shadow shadow) {
        this(directory, policy, policyRevision, trust, operatorAccess, apps, shadow, Subscriptions.NONE);
    }

    /** Describes a tenant that has neither trusted parties nor apps and does not let the operator in. */
    public TenantSnapshot(DirectorySnapshot directory, VisibilityPolicy policy, long policyRevision) {
        this(directory, policy, policyRevision, TrustState.EMPTY, null, AppState.EMPTY, null);
    }

    /** Describes a tenant that has no apps. */
    public TenantSnapshot(
            DirectorySnapshot directory,
            VisibilityPolicy policy,
            long policyRevision,
            TrustState trust,
            @Nullable OperatorAccess operatorAccess) {
        this(directory, policy, policyRevision, trust, operatorAccess, AppState.EMPTY, null);
    }

    /** Describes a tenant that has no candidate main rule compared. */
    public TenantSnapshot(
            DirectorySnapshot directory,
            VisibilityPolicy policy,
            long policyRevision,
            TrustState trust,
            @Nullable OperatorAccess operatorAccess,
            AppState apps) {
        this(directory, policy, policyRevision, trust, operatorAccess, apps, null);
    }

    /** Returns the same tenant with other relations to trusted parties. */
    public TenantSnapshot withTrust(TrustState other) {
        return new TenantSnapshot(
                directory, policy, policyRevision, other, operatorAccess, apps, shadow, subscriptions);
    }

    /** Returns the revision of the whole. */
    public long revision() {
        return directory.revision();
    }
}
