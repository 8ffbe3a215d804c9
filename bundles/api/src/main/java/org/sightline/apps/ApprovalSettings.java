package org.sightline.apps;

import org.osgi.annotation.versioning.ProviderType;
import org.sightline.apps.model.ApprovalRules;
import org.sightline.audit.Actor;
import org.sightline.directory.Committed;
import org.sightline.directory.Expectation;
import org.sightline.directory.model.TenantKey;

/** A tenant's approval rules (docs/concepts.md, "Approval rules"). */
@ProviderType
public interface ApprovalSettings {

    /** Returns the recommended rules, with exceptions where the catalogue recommends something else than the table. */
    ApprovalRules recommended();

    /**
     * Replaces a tenant's rules; they count for later submissions.
     *
     * @throws org.sightline.problem.ProblemException {@code invalid} for an exception that names no permission;
     *     {@code revision_mismatch}
     */
    Committed<ApprovalRules> replace(
            TenantKey tenant, Actor actor, ApprovalRules rules, Expectation<ApprovalRules> expectation);
}
