package org.sightline.visibility.internal.mainrule;

import java.util.Arrays;
import java.util.function.UnaryOperator;
import org.sightline.directory.model.DirectorySnapshot;
import org.sightline.spi.Sight;

/**
 * A sight of whole departments that follows from the departments the viewer is directly in, as those of the rules that
 * come with the server do. Nothing has to be kept by member.
 */
public final class PlacementSight implements DepartmentSight {

    private final DirectorySnapshot directory;
    private final Source source;

    PlacementSight(Source source) {
        this.directory = source.directory();
        this.source = source;
    }

    /** What viewers see who are directly in these departments, and in no other: first and after last in turn. */
    public int[] runsFrom(int[] departments) {
        return toRuns(source.seen().apply(departments), directory);
    }

    /** Whether another sight shows the same from the same departments, as long as departments have the same numbers. */
    public boolean showsSameAs(PlacementSight other) {
        return source.basis().equals(other.source.basis());
    }

    @Override
    public int[] runsOf(int viewer) {
        return directory.isActive(viewer) ? runsFrom(directory.departmentsOf(viewer)) : new int[0];
    }

    @Override
    public boolean seesMember(int viewer, int member) {
        return DepartmentSight.containsAny(runsOf(viewer), directory.departmentsOf(member));
    }

    static int[] toRuns(int[] departments, DirectorySnapshot directory) {
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
        return filled == merged.length ? merged : Arrays.copyOf(merged, filled);
    }

    /**
     * What a main rule tells whose sight follows from departments.
     *
     * @param directory the state it is told of
     * @param seen      from the departments viewers are directly in to those they see, with all below
     * @param basis     what the answers follow from beside the tree of departments; equal where they are
     */
    record Source(DirectorySnapshot directory, UnaryOperator<int[]> seen, Object basis) implements Sight.Departments {

        @Override
        public int[] seenBy(int viewer) {
            return seen.apply(directory.departmentsOf(viewer));
        }
    }
}
