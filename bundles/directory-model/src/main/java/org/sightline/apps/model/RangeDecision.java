package org.sightline.apps.model;

/**
 * What became of the data range that a version asks for.
 *
 * @param requested what it asks for
 * @param granted   what is in force for the app by this decision; what was before while it waits or when it was refused
 * @param state     granted, also when it was narrowed; pending; or rejected
 */
public record RangeDecision(DataRange requested, DataRange granted, DecisionState state) {

    /** Whether it waits for an administrator. */
    public boolean isPending() {
        return state == DecisionState.PENDING;
    }
}
