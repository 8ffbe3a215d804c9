package org.sightline.visibility.internal.engine;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The difference between two policies over the same people whose main rules show whole departments. Counted by rows, by
 * bases and by runs of departments, never by pairs; what no changed rule speaks of is not looked at.
 */
final class RunDifference {

    private final CompiledEngine before;
    private final CompiledEngine after;
    private final TouchedRules touched;
    private final Layout layout;
    private final Difference found;
    private final Segments segments;
    private final Elsewhere elsewhere;

    /** By place, once somebody there is looked at. */
    private final @Nullable Outlook[] outlooks;

    /** By the runs before and after, so that places which see the same share one. */
    private final Map<IntKey, Outlook> shared = new HashMap<>();

    RunDifference(CompiledEngine before, CompiledEngine after, TouchedRules touched) {
        this.before = before;
        this.after = after;
        this.touched = touched;
        layout = before.layout;
        found = new Difference(before, after);
        segments = new Segments(before, after, touched);
        elsewhere = new Elsewhere(before, after, touched);
        outlooks = new @Nullable Outlook[layout.places.count()];
    }

    Difference find() {
        int[][] members = membersByBase();
        Tally tally = new Tally(segments, elsewhere, touched);
        basesByRows(members).forEach((rows, bases) -> {
            tally.take(rows.before, rows.after);
            for (int index = 0; index < bases.size(); index++) {
                tell(members[bases.get(index)], rows, tally);
            }
        });
        return found;
    }

    private int[][] membersByBase() {
        int[] sizes = new int[layout.baseLimit()];
        for (int member = 0; member < layout.places.memberCount; member++) {
            if (layout.isActive(member)) {
                sizes[layout.base(member)]++;
            }
        }
        int[][] members = new int[sizes.length][];
        for (int base = 0; base < sizes.length; base++) {
            members[base] = sizes[base] == 0 ? Bits.NO_NUMBERS : new int[sizes[base]];
        }
        for (int member = layout.places.memberCount - 1; member >= 0; member--) {
            if (layout.isActive(member)) {
                int base = layout.base(member);
                members[base][--sizes[base]] = member;
            }
        }
        return members;
    }

    /** Bases with members for whom something may change. */
    private Map<RowPair, IntList> basesByRows(int[][] members) {
        Map<RowPair, IntList> bases = new LinkedHashMap<>();
        for (int base = 0; base < members.length; base++) {
            if (members[base].length > 0) {
                RowPair rows = new RowPair(before.rows.ofBase(base), after.rows.ofBase(base));
                if (touched.touchesViewers(rows.before, rows.after)) {
                    bases.computeIfAbsent(rows, unseen -> new IntList(4)).add(base);
                }
            }
        }
        return bases;
    }

    private Outlook outlook(int place) {
        Outlook known = outlooks[place];
        if (known == null) {
            int[] runsBefore = before.mainView.runsOfPlace(place);
            int[] runsAfter = after.mainView.runsOfPlace(place);
            IntList key = new IntList(runsBefore.length + runsAfter.length + 1);
            key.addAll(runsBefore, 0, runsBefore.length);
            key.add(-1);
            key.addAll(runsAfter, 0, runsAfter.length);
            known = shared.computeIfAbsent(
                    new IntKey(key.toArray()), unseen -> new Outlook(runsBefore, runsAfter, segments, elsewhere));
            outlooks[place] = known;
        }
        return known;
    }

    /** Tells what changes for members of one base; what each would see of themself does not count. */
    private void tell(int[] members, RowPair rows, Tally tally) {
        int place = layout.place(members[0]);
        int shared = layout.sharedPlace(place);
        Outlook outlook = outlook(shared);
        tally.look(outlook);
        if (tally.gained() == 0 && tally.lost() == 0) {
            return;
        }
        int[] departments = layout.places.departments(shared);
        boolean shownBefore =
                shows(rows.before.cell(before.targets.classOfPlace[place]), outlook.runsBefore, departments);
        boolean shownAfter = shows(rows.after.cell(after.targets.classOfPlace[place]), outlook.runsAfter, departments);
        long gainedByEach = tally.gained() - (shownAfter && !shownBefore ? 1 : 0);
        long lostByEach = tally.lost() - (shownBefore && !shownAfter ? 1 : 0);
        for (int member : members) {
            found.add(member, gainedByEach, lostByEach);
        }
    }

    private static boolean shows(int cell, int[] runs, int[] departments) {
        return cell == Judge.VISIBLE || (cell == Judge.OPEN && Runs.containAny(runs, departments));
    }

    /** What the rules say to some viewers before and after. */
    private record RowPair(Row before, Row after) {}
}
