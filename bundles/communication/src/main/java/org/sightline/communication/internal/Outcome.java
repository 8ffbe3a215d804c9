package org.sightline.communication.internal;

import java.util.List;
import java.util.stream.Stream;
import org.sightline.communication.model.CommunicationChange;
import org.sightline.directory.JointProposal;
import org.sightline.directory.Proposal;
import org.sightline.store.StateChange;

/**
 * What a member's wish changes on both sides.
 *
 * @param <T>    what the member gets back
 * @param own    on the member's side
 * @param theirs on the other side
 * @param result what the member gets back
 */
record Outcome<T>(List<Step> own, List<Step> theirs, T result) {

    /** Takes copies of the lists. */
    Outcome {
        own = List.copyOf(own);
        theirs = List.copyOf(theirs);
    }

    static <T> Outcome<T> nothing(T result) {
        return new Outcome<>(List.of(), List.of(), result);
    }

    /** Both sides are of one tenant, whose log tells it once. */
    Proposal<T> withinOneTenant() {
        return new Proposal<>(
                changes(Stream.concat(own.stream(), theirs.stream()).toList()),
                own.stream().map(Step::note).toList(),
                result);
    }

    JointProposal<T> overTwoTenants() {
        return new JointProposal<>(proposal(own), proposal(theirs), result);
    }

    private static Proposal<String> proposal(List<Step> steps) {
        return new Proposal<>(changes(steps), steps.stream().map(Step::note).toList(), "");
    }

    private static List<StateChange> changes(List<Step> steps) {
        return steps.stream()
                .map(Step::change)
                .<StateChange>map((CommunicationChange change) -> new StateChange.ChangeCommunication(change))
                .toList();
    }
}
