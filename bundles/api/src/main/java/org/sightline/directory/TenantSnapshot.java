package org.sightline.directory;

import org.jspecify.annotations.Nullable;
import org.sightline.directory.model.DirectorySnapshot;
import org.sightline.directory.model.OperatorAccess;
import org.sightline.trust.model.TrustState;
import org.sightline.visibility.model.VisibilityPolicy;

/**
 * All of one tenant at one revision: immutable, replaced as a whole by the next change.
 *
 * @param directory who is there
 * @param policy    who may see whom
 * @param policyRevision the revision with which the policy last changed
 * @param trust the tenant's half of its relations to trusted parties
 * @param operatorAccess null while the tenant does not let the operator in
 */
public record TenantSnapshot(
        DirectorySnapshot directory,
        VisibilityPolicy policy,
        long policyRevision,
        TrustState trust,
        @Nullable OperatorAccess operatorAccess) {

    /** Describes a tenant that has no trusted parties and does not let the operator in. */
    public TenantSnapshot(DirectorySnapshot directory, VisibilityPolicy policy, long policyRevision) {
        this(directory, policy, policyRevision, TrustState.EMPTY, null);
    }

    /** Returns the same tenant with other relations to trusted parties. */
    public TenantSnapshot withTrust(TrustState other) {
        return new TenantSnapshot(directory, policy, policyRevision, other, operatorAccess);
    }

    /** Returns the revision of the whole. */
    public long revision() {
        return directory.revision();
    }
}
