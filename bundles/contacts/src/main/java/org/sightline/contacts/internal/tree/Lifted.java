package org.sightline.contacts.internal.tree;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sightline.contacts.internal.order.Household;
import org.sightline.directory.model.DirectorySnapshot;
import org.sightline.visibility.DirectorySight;

/**
 * What one viewer sees below hidden departments, and where it hangs instead: below the nearest department above that
 * the viewer sees, or below the root when there is none (docs/concepts.md, "The contacts tree").
 */
final class Lifted {

    private static final int ROOT = 0;

    /** A longer list of visible departments is made anew for each request. */
    private static final int MOST_KEPT = 1_000;

    private static final int[] NONE = {};

    private final DirectorySnapshot directory;
    private final DirectorySight sight;
    private final int viewer;

    /** Ascending; made when first needed, and kept unless it is long. */
    private volatile int @Nullable [] visibleDepartments;

    private final Map<Integer, int[]> membersBelow = new HashMap<>();

    Lifted(DirectorySnapshot directory, DirectorySight sight, int viewer) {
        this.directory = directory;
        this.sight = sight;
        this.viewer = viewer;
        Map<Integer, List<Integer>> gathered = new HashMap<>();
        for (int member : sight.visibleOutside(viewer)) {
            for (int anchor : anchors(member)) {
                gathered.computeIfAbsent(anchor, unseen -> new ArrayList<>()).add(member);
            }
        }
        gathered.forEach((anchor, members) -> membersBelow.put(
                anchor, members.stream().mapToInt(Integer::intValue).toArray()));
    }

    private Set<Integer> anchors(int member) {
        Set<Integer> anchors = new HashSet<>();
        for (int department : directory.departmentsOf(member)) {
            int at = directory.parentOf(department);
            while (at != DirectorySnapshot.NONE && !sight.seesDepartment(viewer, at)) {
                at = directory.parentOf(at);
            }
            if (at != DirectorySnapshot.NONE) {
                anchors.add(at);
            }
        }
        if (anchors.isEmpty()) {
            anchors.add(ROOT);
        }
        return anchors;
    }

    /** The members who hang below a department without being in it; its leaders are shown as such and left out. */
    int[] members(int department, Household household) {
        int[] below = membersBelow.get(department);
        return below == null
                ? NONE
                : Arrays.stream(below)
                        .filter(member -> !household.isLedBy(member))
                        .toArray();
    }

    /** The departments that hang below a department that is not the one above them. */
    int[] departments(int department, Household household) {
        if (Arrays.stream(household.departments()).allMatch(child -> sight.seesDepartment(viewer, child))) {
            return NONE;
        }
        int[] visible = visibleDepartments();
        int end = directory.subtreeEnd(department);
        int[] found = new int[4];
        int count = 0;
        int at = indexFrom(visible, department + 1, 0);
        while (at < visible.length && visible[at] < end) {
            int top = visible[at];
            if (directory.parentOf(top) != department) {
                found = count == found.length ? Arrays.copyOf(found, 2 * count) : found;
                found[count++] = top;
            }
            at = indexFrom(visible, directory.subtreeEnd(top), at + 1);
        }
        return Arrays.copyOf(found, count);
    }

    private int[] visibleDepartments() {
        int[] known = visibleDepartments;
        if (known == null) {
            known = sight.departmentsVisibleTo(viewer);
            visibleDepartments = known.length <= MOST_KEPT ? known : null;
        }
        return known;
    }

    private static int indexFrom(int[] visible, int department, int from) {
        int at = Arrays.binarySearch(visible, from, visible.length, department);
        return at >= 0 ? at : -at - 1;
    }

    /** How many numbers this keeps, or may come to keep. */
    int size() {
        return Math.min(directory.departmentCount(), MOST_KEPT)
                + membersBelow.values().stream().mapToInt(each -> each.length).sum();
    }
}
