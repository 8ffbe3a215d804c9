package org.sightline.directory;

/**
 * What a change of two tenants at once would do.
 *
 * @param <T>     what the caller gets back
 * @param own     for the acting tenant
 * @param partner for the other one
 * @param result  what the caller gets back
 */
public record JointProposal<T>(Proposal<?> own, Proposal<?> partner, T result) {

    /** Proposes to leave both as they are. */
    public static <T> JointProposal<T> nothing(T result) {
        return new JointProposal<>(Proposal.nothing(""), Proposal.nothing(""), result);
    }
}
