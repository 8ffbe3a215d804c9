package org.sightline.visibility;

import java.util.List;
import org.sightline.directory.model.UserId;

/**
 * What a change would do to who sees whom. Pairs are ordered and made of different active members.
 *
 * @param pairsGained how many pairs see each other only after the change
 * @param pairsLost   how many pairs see each other only before
 * @param viewers     the viewers for whom most changes, most first; at most 100
 * @param gained      at most 20 of the pairs gained
 * @param lost        at most 20 of the pairs lost
 */
public record PreviewResult(
        long pairsGained, long pairsLost, List<ViewerChange> viewers, List<Pair> gained, List<Pair> lost) {

    /** Takes copies of the lists. */
    public PreviewResult {
        viewers = List.copyOf(viewers);
        gained = List.copyOf(gained);
        lost = List.copyOf(lost);
    }

    /**
     * What changes for one viewer.
     *
     * @param viewer who
     * @param gained how many members they see only after the change
     * @param lost   how many members they see only before
     */
    public record ViewerChange(UserId viewer, int gained, int lost) {}

    /**
     * A viewer and a target.
     *
     * @param viewer who sees
     * @param target who is seen
     */
    public record Pair(UserId viewer, UserId target) {}
}
