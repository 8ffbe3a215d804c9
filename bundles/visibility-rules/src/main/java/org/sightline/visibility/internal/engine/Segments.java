package org.sightline.visibility.internal.engine;

/** Runs of departments that changed rules may speak of, each of one class before and one class after the change. */
final class Segments {

    /** By segment: the first department. */
    final int[] first;

    /** By segment: the department after the last. */
    final int[] after;

    /** By segment. */
    final int[] classBefore;

    /** By segment. */
    final int[] classAfter;

    /** By department: how many members lie in those before, named ones and those in several left out. */
    private final int[] membersBefore;

    Segments(CompiledEngine one, CompiledEngine other, TouchedRules touched) {
        membersBefore = membersBefore(one.layout);
        IntList starts = new IntList(64);
        IntList ends = new IntList(64);
        IntList ones = new IntList(64);
        IntList others = new IntList(64);
        int departments = one.layout.places.departmentCount;
        int from = 0;
        for (int department = 1; department <= departments; department++) {
            int itsOne = one.targets.classOfPlace[from];
            int itsOther = other.targets.classOfPlace[from];
            boolean goesOn = department < departments
                    && one.targets.classOfPlace[department] == itsOne
                    && other.targets.classOfPlace[department] == itsOther;
            if (goesOn) {
                continue;
            }
            if (touched.touchesTargets(itsOne, itsOther)) {
                starts.add(from);
                ends.add(department);
                ones.add(itsOne);
                others.add(itsOther);
            }
            from = department;
        }
        first = starts.toArray();
        after = ends.toArray();
        classBefore = ones.toArray();
        classAfter = others.toArray();
    }

    private static int[] membersBefore(Layout layout) {
        int departments = layout.places.departmentCount;
        int[] counts = new int[departments + 1];
        for (int member = 0; member < layout.places.memberCount; member++) {
            int place = layout.place(member);
            if (place >= 0 && place < departments) {
                counts[place + 1]++;
            }
        }
        for (int department = 1; department < counts.length; department++) {
            counts[department] += counts[department - 1];
        }
        return counts;
    }

    int count() {
        return first.length;
    }

    /** How many members are in the departments from one to before another. */
    int members(int from, int to) {
        return membersBefore[to] - membersBefore[from];
    }

    /** By bound of the runs: the first segment that ends after it. */
    int[] cuts(int[] runs) {
        int[] cuts = new int[runs.length];
        for (int index = 0; index < runs.length; index++) {
            int low = 0;
            int high = after.length;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (after[middle] <= runs[index]) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            cuts[index] = low;
        }
        return cuts;
    }
}
