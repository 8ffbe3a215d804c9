package org.sightline.contacts.internal.tree;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sightline.contacts.internal.order.Household;
import org.sightline.directory.model.DirectorySnapshot;
import org.sightline.visibility.VisibilityEngine;

/**
 * What one viewer sees below hidden departments, and where it hangs instead: below the nearest department above that
 * the viewer sees, or below the root when there is none (docs/concepts.md, "The contacts tree").
 */
final class Lifted {

    private static final int ROOT = 0;
    private static final int[] NONE = {};

    private final DirectorySnapshot directory;
    private final VisibilityEngine engine;
    private final int viewer;

    /** Ascending. */
    private final int[] visibleDepartments;

    private final Map<Integer, int[]> membersBelow = new HashMap<>();

    Lifted(DirectorySnapshot directory, VisibilityEngine engine, int viewer) {
        this.directory = directory;
        this.engine = engine;
        this.viewer = viewer;
        visibleDepartments = engine.departmentsVisibleTo(viewer);
        Map<Integer, List<Integer>> gathered = new HashMap<>();
        for (int member : engine.visibleOutside(viewer)) {
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
            while (at != DirectorySnapshot.NONE && !engine.seesDepartment(viewer, at)) {
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
    int[] departments(int department) {
        int end = directory.subtreeEnd(department);
        int[] found = new int[4];
        int count = 0;
        int at = indexFrom(department + 1, 0);
        while (at < visibleDepartments.length && visibleDepartments[at] < end) {
            int top = visibleDepartments[at];
            if (directory.parentOf(top) != department) {
                found = count == found.length ? Arrays.copyOf(found, 2 * count) : found;
                found[count++] = top;
            }
            at = indexFrom(directory.subtreeEnd(top), at + 1);
        }
        return Arrays.copyOf(found, count);
    }

    private int indexFrom(int department, int from) {
        int at = Arrays.binarySearch(visibleDepartments, from, visibleDepartments.length, department);
        return at >= 0 ? at : -at - 1;
    }

    /** How many numbers this keeps. */
    int size() {
        return visibleDepartments.length
                + membersBelow.values().stream().mapToInt(each -> each.length).sum();
    }
}
