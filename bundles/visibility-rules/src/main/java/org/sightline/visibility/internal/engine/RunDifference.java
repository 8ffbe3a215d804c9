package org.sightline.visibility.internal.engine;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * The difference between two policies over the same people whose main rules show whole departments. Counted by bases and
 * by runs of departments, never by pairs; what no changed rule speaks of is not looked at.
 */
final class RunDifference {

    private final CompiledEngine before;
    private final CompiledEngine after;
    private final TouchedRules touched;
    private final Layout layout;
    private final Difference found;
    private final Elsewhere elsewhere;

    /** By department: how many members lie in those before, named ones and those in several left out. */
    private final int[] membersBefore;

    /** Runs of departments that changed rules may speak of: first, after last, class before, class after in turn. */
    private final int[] segments;

    private int[] runsBefore = Bits.NO_NUMBERS;
    private int[] runsAfter = Bits.NO_NUMBERS;
    private int[] runsBoth = Bits.NO_NUMBERS;
    private long gained;
    private long lost;

    RunDifference(CompiledEngine before, CompiledEngine after, TouchedRules touched) {
        this.before = before;
        this.after = after;
        this.touched = touched;
        layout = before.layout;
        found = new Difference(before, after);
        elsewhere = new Elsewhere(before, after, touched);
        membersBefore = new int[layout.places.departmentCount + 1];
        segments = segments();
    }

    private int[] segments() {
        IntList cut = new IntList(64);
        int first = -1;
        int one = -1;
        int other = -1;
        int departments = layout.places.departmentCount;
        for (int department = 0; department <= departments; department++) {
            int nextOne = department == departments ? -1 : before.targets.classOfPlace[department];
            int nextOther = department == departments ? -1 : after.targets.classOfPlace[department];
            if (nextOne == one && nextOther == other) {
                continue;
            }
            if (first >= 0 && touched.touchesTargets(one, other)) {
                cut.addAll(new int[] {first, department, one, other}, 0, 4);
            }
            first = department;
            one = nextOne;
            other = nextOther;
        }
        return cut.toArray();
    }

    Difference find() {
        int[][] members = membersByBase();
        int lastPlace = -1;
        int[] order = IntStream.range(0, members.length)
                .filter(base -> members[base].length > 0)
                .boxed()
                .sorted(Comparator.comparing((Integer base) -> layout.sharedPlace(layout.placeOfBase(base))))
                .mapToInt(Integer::intValue)
                .toArray();
        for (int base : order) {
            Row rowBefore = before.rows.ofBase(base);
            Row rowAfter = after.rows.ofBase(base);
            if (!touched.touchesViewers(rowBefore, rowAfter)) {
                continue;
            }
            int place = layout.sharedPlace(layout.placeOfBase(base));
            if (place != lastPlace) {
                lookFrom(place);
                lastPlace = place;
            }
            count(rowBefore, rowAfter);
            tell(members[base], rowBefore, rowAfter);
        }
        return found;
    }

    /** Members by base; counts those in departments on the way. */
    private int[][] membersByBase() {
        int[] sizes = new int[layout.baseLimit()];
        for (int member = 0; member < layout.places.memberCount; member++) {
            int place = layout.place(member);
            if (place >= 0) {
                sizes[layout.base(member)]++;
                if (place < layout.places.departmentCount) {
                    membersBefore[place + 1]++;
                }
            }
        }
        for (int department = 1; department < membersBefore.length; department++) {
            membersBefore[department] += membersBefore[department - 1];
        }
        int[][] members = new int[sizes.length][];
        Arrays.setAll(members, base -> new int[sizes[base]]);
        for (int member = layout.places.memberCount - 1; member >= 0; member--) {
            if (layout.isActive(member)) {
                int base = layout.base(member);
                members[base][--sizes[base]] = member;
            }
        }
        return members;
    }

    private void lookFrom(int place) {
        runsBefore = before.mainView.runsOfPlace(place);
        runsAfter = after.mainView.runsOfPlace(place);
        runsBoth = Runs.intersection(runsBefore, runsAfter);
        elsewhere.count(runsBefore, runsAfter);
    }

    private void count(Row rowBefore, Row rowAfter) {
        gained = 0;
        lost = 0;
        for (int at = 0; at < segments.length; at += 4) {
            int from = segments[at];
            int to = segments[at + 1];
            int one = segments[at + 2];
            int other = segments[at + 3];
            if (touched.touches(rowBefore, rowAfter, one, other)) {
                int cellBefore = rowBefore.cell(one);
                int cellAfter = rowAfter.cell(other);
                if (mayDiffer(cellBefore, cellAfter)) {
                    add(
                            cellBefore,
                            cellAfter,
                            membersBefore[to] - membersBefore[from],
                            cellBefore == Judge.OPEN ? membersIn(runsBefore, from, to) : 0,
                            cellAfter == Judge.OPEN ? membersIn(runsAfter, from, to) : 0,
                            cellBefore == cellAfter ? membersIn(runsBoth, from, to) : 0);
                }
            }
        }
        for (int group = 0; group < elsewhere.groups(); group++) {
            int one = elsewhere.classBefore[group];
            int other = elsewhere.classAfter[group];
            if (touched.touches(rowBefore, rowAfter, one, other)) {
                add(
                        rowBefore.cell(one),
                        rowAfter.cell(other),
                        elsewhere.size[group],
                        elsewhere.shownBefore[group],
                        elsewhere.shownAfter[group],
                        elsewhere.shownBoth[group]);
            }
        }
    }

    private boolean mayDiffer(int cellBefore, int cellAfter) {
        return cellBefore != cellAfter || (cellBefore == Judge.OPEN && !touched.sameMainRule);
    }

    /**
     * Adds what changes for targets of one sort.
     *
     * @param all  how many there are
     * @param one  how many of them the main rule shows before
     * @param other how many of them the main rule shows after
     * @param both how many of them it shows both times
     */
    private void add(int cellBefore, int cellAfter, int all, int one, int other, int both) {
        int seenBefore = seen(cellBefore, all, one);
        int seenAfter = seen(cellAfter, all, other);
        int seenBoth;
        if (cellBefore == Judge.VISIBLE) {
            seenBoth = seenAfter;
        } else if (cellAfter == Judge.VISIBLE) {
            seenBoth = seenBefore;
        } else {
            seenBoth = cellBefore == Judge.OPEN && cellAfter == Judge.OPEN ? both : 0;
        }
        gained += seenAfter - seenBoth;
        lost += seenBefore - seenBoth;
    }

    private static int seen(int cell, int all, int shown) {
        return cell == Judge.VISIBLE ? all : cell == Judge.OPEN ? shown : 0;
    }

    private int membersIn(int[] runs, int from, int to) {
        int count = 0;
        for (int at = Runs.first(runs, from); at < runs.length && runs[at] < to; at += 2) {
            count += membersBefore[Math.min(runs[at + 1], to)] - membersBefore[Math.max(runs[at], from)];
        }
        return count;
    }

    /** Tells what changes for members of one base; what each would see of themself does not count. */
    private void tell(int[] members, Row rowBefore, Row rowAfter) {
        if (gained == 0 && lost == 0) {
            return;
        }
        int place = layout.place(members[0]);
        int[] departments = layout.departments(place);
        boolean shownBefore = shows(rowBefore.cell(before.targets.classOfPlace[place]), runsBefore, departments);
        boolean shownAfter = shows(rowAfter.cell(after.targets.classOfPlace[place]), runsAfter, departments);
        long gainedByEach = gained - (shownAfter && !shownBefore ? 1 : 0);
        long lostByEach = lost - (shownBefore && !shownAfter ? 1 : 0);
        for (int member : members) {
            found.add(member, gainedByEach, lostByEach);
        }
    }

    private static boolean shows(int cell, int[] runs, int[] departments) {
        return cell == Judge.VISIBLE || (cell == Judge.OPEN && Runs.containAny(runs, departments));
    }
}
