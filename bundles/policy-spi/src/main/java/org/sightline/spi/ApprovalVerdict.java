package org.sightline.spi;

/** What a policy thinks of a permission that an app asks for. */
public sealed interface ApprovalVerdict {

    /** Others decide. */
    ApprovalVerdict NO_OPINION = new NoOpinion();

    /** It is in force at once. */
    ApprovalVerdict GRANTED = new Granted();

    /** An administrator decides, whatever the rules say. */
    ApprovalVerdict REVIEW = new Review();

    /** Others decide. */
    record NoOpinion() implements ApprovalVerdict {}

    /** It is in force at once. */
    record Granted() implements ApprovalVerdict {}

    /** An administrator decides, whatever the rules say. */
    record Review() implements ApprovalVerdict {}

    /**
     * The app does not get it.
     *
     * @param reason for the developer: what is wrong and what to do
     */
    record Rejected(String reason) implements ApprovalVerdict {}
}
