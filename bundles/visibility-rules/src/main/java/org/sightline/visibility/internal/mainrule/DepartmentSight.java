package org.sightline.visibility.internal.mainrule;

/** A sight of whole departments. */
public sealed interface DepartmentSight extends MainSight permits ViewerSight, PlacementSight {

    /** What a viewer sees: first and after last department in turn, ascending, apart from each other. */
    int[] runsOf(int viewer);

    /** Whether a department lies in runs. */
    static boolean contains(int[] runs, int department) {
        if (runs.length == 2) {
            return department >= runs[0] && department < runs[1];
        }
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
        return 2 * low < runs.length && runs[2 * low] <= department;
    }

    /** Whether one of the departments lies in runs. */
    static boolean containsAny(int[] runs, int[] departments) {
        for (int department : departments) {
            if (contains(runs, department)) {
                return true;
            }
        }
        return false;
    }

    @Override
    default boolean seesDepartment(int viewer, int department) {
        return contains(runsOf(viewer), department);
    }

    @Override
    default Listing listing(int viewer) {
        return new Listing.Departments(runsOf(viewer));
    }
}
