package org.sightline.spi;

import org.osgi.annotation.versioning.ConsumerType;
import org.sightline.directory.model.Tenant;

/**
 * Decides which tenants may connect (docs/concepts.md, "From request to relation"). Register an implementation as an
 * OSGi service. Every policy is asked, when a request is submitted and again when it is approved, and one refusal is
 * enough. It is called under a time limit; one that throws or overruns is put aside and counts as refusing until its
 * service is replaced. Relations that are there already stay, whatever a policy says.
 */
@ConsumerType
@FunctionalInterface
public interface TrustPolicy {

    /**
     * Judges whether two tenants may connect.
     *
     * @param scanning the one that asks, on whose quota the relation would count
     * @param inviting the one that invited
     */
    TrustVerdict judge(Tenant scanning, Tenant inviting);
}
