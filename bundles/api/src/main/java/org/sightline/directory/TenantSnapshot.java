package org.sightline.directory;

import org.sightline.directory.model.DirectorySnapshot;
import org.sightline.trust.model.TrustState;
import org.sightline.visibility.model.VisibilityPolicy;

/**
 * All of one tenant at one revision: immutable, replaced as a whole by the next change.
 *
 * @param directory who is there
 * @param policy    who may see whom
 * @param policyRevision the revision with which the policy last changed
 * @param trust the tenant's half of its relations to trusted parties
 */
public record TenantSnapshot(
        DirectorySnapshot directory, VisibilityPolicy policy, long policyRevision, TrustState trust) {

    /** Describes a tenant that has no trusted parties. */
    public TenantSnapshot(DirectorySnapshot directory, VisibilityPolicy policy, long policyRevision) {
        this(directory, policy, policyRevision, TrustState.EMPTY);
    }

    /** Returns the revision of the whole. */
    public long revision() {
        return directory.revision();
    }
}
