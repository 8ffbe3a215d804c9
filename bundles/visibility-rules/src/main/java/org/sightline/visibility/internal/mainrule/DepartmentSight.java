package org.sightline.visibility.internal.mainrule;

import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.sightline.directory.model.DirectorySnapshot;
import org.sightline.spi.Sight;

/** A sight of whole departments: viewers who see the same departments share one list of department runs. */
public final class DepartmentSight implements MainSight {

    private static final int[] NOTHING = {};

    /** Nobody sees anything. */
    public static final DepartmentSight NOTHING_SEEN = new DepartmentSight(member -> NOTHING, NOTHING, new int[0][]);

    private final IntFunction<int[]> departmentsOf;

    /** By member; -1 for those who see nothing. */
    private final int[] classOf;

    /** By class: first and after last department in turn. */
    private final int[][] runs;

    private DepartmentSight(IntFunction<int[]> departmentsOf, int[] classOf, int[][] runs) {
        this.departmentsOf = departmentsOf;
        this.classOf = classOf;
        this.runs = runs;
    }

    /** Asks for every active viewer. */
    static DepartmentSight of(Sight.Departments seen, DirectorySnapshot directory) {
        int[] classOf = new int[directory.memberCount()];
        List<int[]> runs = new ArrayList<>();
        Map<IntBuffer, Integer> known = new HashMap<>();
        int[] last = NOTHING;
        int lastClass = -1;
        for (int viewer = 0; viewer < classOf.length; viewer++) {
            classOf[viewer] = -1;
            if (!directory.isActive(viewer)) {
                continue;
            }
            int[] departments = seen.seenBy(viewer);
            if (departments.length == 0) {
                continue;
            }
            if (!Arrays.equals(departments, last)) {
                int[] copy = departments.clone();
                last = copy;
                lastClass = known.computeIfAbsent(IntBuffer.wrap(copy), unseen -> {
                    runs.add(toRuns(copy, directory));
                    return runs.size() - 1;
                });
            }
            classOf[viewer] = lastClass;
        }
        return new DepartmentSight(directory::departmentsOf, classOf, runs.toArray(new int[0][]));
    }

    private static int[] toRuns(int[] departments, DirectorySnapshot directory) {
        int[] sorted = departments.clone();
        Arrays.sort(sorted);
        int[] merged = new int[sorted.length * 2];
        int filled = 0;
        for (int department : sorted) {
            int end = directory.subtreeEnd(department);
            if (filled > 0 && department <= merged[filled - 1]) {
                merged[filled - 1] = Math.max(merged[filled - 1], end);
            } else {
                merged[filled++] = department;
                merged[filled++] = end;
            }
        }
        return Arrays.copyOf(merged, filled);
    }

    @Override
    public boolean seesMember(int viewer, int member) {
        int viewerClass = classOf[viewer];
        if (viewerClass < 0) {
            return false;
        }
        int[] seen = runs[viewerClass];
        for (int department : departmentsOf.apply(member)) {
            if (contains(seen, department)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public boolean seesDepartment(int viewer, int department) {
        int viewerClass = classOf[viewer];
        return viewerClass >= 0 && contains(runs[viewerClass], department);
    }

    /** The class of a viewer: those of one class see the same; -1 for one who sees nothing. */
    public int classOf(int viewer) {
        return classOf[viewer];
    }

    /** What a class sees: first and after last department in turn, ascending, apart from each other. */
    public int[] runs(int viewerClass) {
        return runs[viewerClass];
    }

    /** Whether a department lies in runs. */
    public static boolean contains(int[] runs, int department) {
        if (runs.length == 2) {
            return department >= runs[0] && department < runs[1];
        }
        int at = Arrays.binarySearch(runs, department);
        int after = at >= 0 ? at + 1 : -at - 1;
        return (after & 1) == 1;
    }

    @Override
    public Listing listing(int viewer) {
        int viewerClass = classOf[viewer];
        return new Listing.Departments(viewerClass < 0 ? NOTHING : runs[viewerClass]);
    }
}
