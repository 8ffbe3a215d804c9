package org.sightline.spi;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Has a say in which permissions an app gets (docs/concepts.md, "Approval policies"). Register an implementation as an
 * OSGi service. Every policy is asked once for each permission when a version is submitted: one that rejects outweighs
 * one that wants a review, that one outweighs one that grants, and where none has an opinion the tenant's rules decide.
 * Called under a time limit and by many threads; one that throws or overruns is put aside until its service is replaced,
 * and until then its answer is a review.
 */
@ConsumerType
@FunctionalInterface
public interface ApprovalPolicy {

    /** Judges one permission that an app asks for and does not have. */
    ApprovalVerdict judge(ApprovalQuestion question);
}
