package org.sightline.visibility;

import org.osgi.annotation.versioning.ProviderType;
import org.sightline.audit.Actor;
import org.sightline.directory.Committed;
import org.sightline.directory.Expectation;
import org.sightline.directory.model.TenantKey;
import org.sightline.visibility.model.VisibilityPolicy;

/** Changing a tenant's visibility policy. Reading it is the snapshot's business. */
@ProviderType
public interface Policies {

    /**
     * Replaces the policy.
     *
     * @param dryRun whether only to check
     * @return the policy now in force; with {@code dryRun} the one that would be
     * @throws org.sightline.problem.ProblemException {@code not_found} for an unknown tenant, {@code revision_mismatch},
     *     {@code rule_quota_exceeded} with {@code limit} and {@code used}, {@code no_unit_exists}, {@code invalid} with
     *     pointers into the policy's JSON form
     */
    Committed<VisibilityPolicy> replace(
            TenantKey tenant,
            Actor actor,
            VisibilityPolicy policy,
            Expectation<VisibilityPolicy> expectation,
            boolean dryRun);

    /** Returns how many supplementary rules the tenant's plan allows. */
    int ruleQuota(TenantKey tenant);
}
