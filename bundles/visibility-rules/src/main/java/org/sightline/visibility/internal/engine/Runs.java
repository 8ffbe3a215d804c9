package org.sightline.visibility.internal.engine;

import org.sightline.visibility.internal.mainrule.DepartmentSight;

/** Runs of departments: first and after last in turn, ascending, apart from each other. */
final class Runs {

    private Runs() {}

    /** The first run, as an index into the array, that ends after a department. */
    static int first(int[] runs, int department) {
        int low = 0;
        int high = runs.length >> 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (runs[2 * middle + 1] <= department) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return 2 * low;
    }

    /** The departments that lie in both. */
    static int[] intersection(int[] left, int[] right) {
        IntList found = new IntList(8);
        for (int run = 0; run < right.length; run += 2) {
            for (int at = first(left, right[run]); at < left.length && left[at] < right[run + 1]; at += 2) {
                found.add(Math.max(left[at], right[run]));
                found.add(Math.min(left[at + 1], right[run + 1]));
            }
        }
        return found.toArray();
    }

    /** The departments that lie in either of two lists that share none. */
    static int[] union(int[] left, int[] right) {
        IntList found = new IntList(left.length + right.length);
        int leftAt = 0;
        int rightAt = 0;
        while (leftAt < left.length || rightAt < right.length) {
            boolean fromLeft = rightAt == right.length || (leftAt < left.length && left[leftAt] < right[rightAt]);
            int[] source = fromLeft ? left : right;
            int at = fromLeft ? leftAt : rightAt;
            if (found.size() > 0 && found.get(found.size() - 1) == source[at]) {
                found.removeLast();
            } else {
                found.add(source[at]);
            }
            found.add(source[at + 1]);
            if (fromLeft) {
                leftAt += 2;
            } else {
                rightAt += 2;
            }
        }
        return found.toArray();
    }

    /** Whether one of the departments lies in the runs. */
    static boolean containAny(int[] runs, int[] departments) {
        for (int department : departments) {
            if (contain(runs, department)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a department lies in the runs. */
    static boolean contain(int[] runs, int department) {
        return DepartmentSight.contains(runs, department);
    }
}
