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

/** A sight of whole departments that any viewer may have of their own; viewers who see the same share the list. */
public final class ViewerSight implements DepartmentSight {

    private static final int[] NOTHING = {};

    private final IntFunction<int[]> departmentsOf;

    /** By member; -1 for those who see nothing. */
    private final int[] classOf;

    /** By class: first and after last department in turn. */
    private final int[][] runs;

    private ViewerSight(IntFunction<int[]> departmentsOf, int[] classOf, int[][] runs) {
        this.departmentsOf = departmentsOf;
        this.classOf = classOf;
        this.runs = runs;
    }

    /** Asks for every active viewer. */
    static ViewerSight of(Sight.Departments seen, DirectorySnapshot directory) {
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
                    runs.add(PlacementSight.toRuns(copy, directory));
                    return runs.size() - 1;
                });
            }
            classOf[viewer] = lastClass;
        }
        return new ViewerSight(directory::departmentsOf, classOf, runs.toArray(new int[0][]));
    }

    @Override
    public int[] runsOf(int viewer) {
        return classOf[viewer] < 0 ? NOTHING : runs[classOf[viewer]];
    }

    @Override
    public boolean seesMember(int viewer, int member) {
        return classOf[viewer] >= 0 && DepartmentSight.containsAny(runs[classOf[viewer]], departmentsOf.apply(member));
    }
}
