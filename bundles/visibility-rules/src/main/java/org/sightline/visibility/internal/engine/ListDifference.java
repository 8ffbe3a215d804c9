package org.sightline.visibility.internal.engine;

import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The difference between two engines of the same members, list by list; those who see the same before and see the same
 * after are looked at once.
 */
final class ListDifference {

    private final CompiledEngine before;
    private final CompiledEngine after;
    private final Difference found;

    ListDifference(CompiledEngine before, CompiledEngine after) {
        this.before = before;
        this.after = after;
        found = new Difference(before, after);
    }

    /** Compares what some viewers see; of the others nothing is told. */
    Difference amongViewers(BitSet viewers) {
        Map<Profile, IntList> groups = new LinkedHashMap<>();
        viewers.stream().filter(viewer -> before.layout.isActive(viewer)).forEach(viewer -> groups.computeIfAbsent(
                        Profile.of(viewer, before, after), unseen -> new IntList(4))
                .add(viewer));
        groups.values().forEach(this::compareLists);
        return found;
    }

    private void compareLists(IntList viewers) {
        int[] shownBefore = before.lists.shownTo(viewers.get(0));
        int[] shownAfter = after.lists.shownTo(viewers.get(0));
        int[] gained = Difference.onlyIn(shownAfter, shownBefore);
        int[] lost = Difference.onlyIn(shownBefore, shownAfter);
        for (int index = 0; index < viewers.size(); index++) {
            int viewer = viewers.get(index);
            found.add(viewer, gained.length - count(gained, viewer), lost.length - count(lost, viewer));
        }
    }

    private static int count(int[] members, int viewer) {
        return Arrays.binarySearch(members, viewer) >= 0 ? 1 : 0;
    }

    /**
     * Compares everything after some members have other places. Between two who did not move nothing changes, as rules
     * and main rules that come with the server look at nothing but the departments around a member.
     */
    Difference afterMoves(BitSet moved) {
        amongViewers(moved);
        Map<Long, IntList> targets = new LinkedHashMap<>();
        moved.stream().filter(member -> before.layout.isActive(member)).forEach(member -> {
            int placeBefore = before.layout.place(member);
            int placeAfter = after.layout.place(member);
            targets.computeIfAbsent((long) placeBefore << 32 | placeAfter, unseen -> new IntList(4))
                    .add(member);
        });
        targets.values().forEach(each -> compareViewers(each, moved));
        return found;
    }

    private void compareViewers(IntList targets, BitSet moved) {
        int[] viewersBefore = before.viewersOf(targets.get(0));
        int[] viewersAfter = after.viewersOf(targets.get(0));
        for (int viewer : Difference.onlyIn(viewersAfter, viewersBefore)) {
            if (!moved.get(viewer)) {
                found.add(viewer, targets.size(), 0);
            }
        }
        for (int viewer : Difference.onlyIn(viewersBefore, viewersAfter)) {
            if (!moved.get(viewer)) {
                found.add(viewer, 0, targets.size());
            }
        }
    }

    /** Equal for viewers who see the same before and the same after, but for themselves. */
    private record Profile(Row rowBefore, Object mainBefore, Row rowAfter, Object mainAfter) {

        static Profile of(int viewer, CompiledEngine before, CompiledEngine after) {
            return new Profile(
                    before.rows.ofBase(before.layout.base(viewer)),
                    before.mainView.classOf(viewer),
                    after.rows.ofBase(after.layout.base(viewer)),
                    after.mainView.classOf(viewer));
        }
    }
}
