package org.sightline.visibility.internal.engine;

/**
 * What viewers of one class see of the organisation, summed up: how many members in and below any department, and whom
 * beside all departments. Whole departments are counted by their runs; whoever is in several departments or is named by
 * a rule is a few points, which cancel each other where two of them meet, so that nobody counts twice.
 */
final class Overview {

    /** Visible departments. */
    private final int[] runs;

    /** By run: how many members lie in the runs before. */
    private final int[] before;

    /** Departments with points, ascending. */
    private final int[] pointAt;

    /** By point: the sum of all points before; one more entry than points. */
    private final int[] pointSum;

    private final int[] outside;
    private final int[] start;

    private Overview(int[] runs, Builder built, int[] outside) {
        this.runs = runs;
        this.outside = outside;
        this.start = built.places.start;
        this.before = new int[runs.length >> 1];
        int sum = 0;
        for (int run = 0; run < before.length; run++) {
            before[run] = sum;
            sum += start[runs[2 * run + 1]] - start[runs[2 * run]];
        }
        int[] sorted = built.departments.toSortedSet(built.places.departmentCount);
        int[] sums = new int[sorted.length + 1];
        for (int index = 0; index < built.points.size(); index += 2) {
            sums[indexOf(sorted, built.points.get(index)) + 1] += built.points.get(index + 1);
        }
        for (int index = 1; index < sums.length; index++) {
            sums[index] += sums[index - 1];
        }
        this.pointAt = sorted;
        this.pointSum = sums;
    }

    /** The index of a department; of the next one when it is not there. */
    private static int indexOf(int[] sorted, int department) {
        int at = java.util.Arrays.binarySearch(sorted, department);
        return at >= 0 ? at : -at - 1;
    }

    /** How many members, each once, are seen in the departments from one to before another. */
    int count(int from, int to) {
        return membersBefore(to)
                - membersBefore(from)
                + pointSum[indexOf(pointAt, to)]
                - pointSum[indexOf(pointAt, from)];
    }

    private int membersBefore(int department) {
        int run = Runs.first(runs, department);
        if (run == runs.length) {
            return run == 0 ? 0 : before[(run >> 1) - 1] + start[runs[run - 1]] - start[runs[run - 2]];
        }
        int inRun = Math.max(runs[run], department);
        return before[run >> 1] + start[inRun] - start[runs[run]];
    }

    /** Members seen of whose departments none is seen; ascending. */
    int[] outside() {
        return outside;
    }

    /** How many numbers this keeps. */
    int size() {
        return runs.length + before.length + pointAt.length + pointSum.length + outside.length;
    }

    /** Gathers the points. */
    static final class Builder {

        private final Places places;
        private final IntList points = new IntList(16);
        private final IntList departments = new IntList(16);
        private final IntList outside = new IntList(4);

        Builder(Places places) {
            this.places = places;
        }

        /** Counts so many members more who are all in these departments, ascending. */
        void count(int[] among, int members) {
            for (int index = 0; index < among.length; index++) {
                point(among[index], members);
                if (index > 0) {
                    point(meeting(among[index - 1], among[index]), -members);
                }
            }
        }

        private void point(int department, int members) {
            points.add(department);
            points.add(members);
            departments.add(department);
        }

        /** The lowest department that both lie in; the first number is the smaller one. */
        private int meeting(int first, int second) {
            int at = first;
            while (places.end[at] <= second) {
                at = places.parent[at];
            }
            return at;
        }

        void outside(int member) {
            outside.add(member);
        }

        /** The overview of these points and all who are only in one of the departments of the runs. */
        Overview build(int[] runs) {
            return new Overview(runs, this, outside.toSortedSet());
        }
    }
}
