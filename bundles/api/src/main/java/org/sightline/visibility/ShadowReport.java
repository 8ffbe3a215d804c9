package org.sightline.visibility;

import java.util.List;
import org.sightline.visibility.model.Shadow;

/**
 * What comparing a candidate main rule with the one in force has shown so far (docs/concepts.md, "Shadow").
 *
 * @param shadow     the candidate, and since when it is compared
 * @param state      whether comparing goes on
 * @param detail     why it does not; empty when it does
 * @param compared   how many answers were compared
 * @param wouldGain  how many of them are "no" now and would be "yes"
 * @param wouldLose  how many of them are "yes" now and would be "no"
 * @param gained     some of those that would be "yes", each pair once
 * @param lost       some of those that would be "no", each pair once
 */
public record ShadowReport(
        Shadow shadow,
        State state,
        String detail,
        long compared,
        long wouldGain,
        long wouldLose,
        List<PreviewResult.Pair> gained,
        List<PreviewResult.Pair> lost) {

    /** Whether a candidate is being compared. */
    public enum State {
        /** Answers are compared as they are given. */
        COMPARING,
        /** No bundle offers the candidate's type; goes on when one does. */
        MISSING,
        /** The candidate threw or overran its time limit; goes on when its bundle is replaced. */
        FAILED
    }

    /** Takes copies of the lists. */
    public ShadowReport {
        gained = List.copyOf(gained);
        lost = List.copyOf(lost);
    }
}
