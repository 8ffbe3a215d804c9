package org.sightline.directory.internal.events;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.sightline.apps.model.DataRange;
import org.sightline.directory.model.DepartmentId;
import org.sightline.directory.model.DirectorySnapshot;
import org.sightline.directory.model.GroupId;
import org.sightline.directory.model.UserId;

/**
 * Whether a data range reaches single members, by looking at these alone: the answer of
 * {@link org.sightline.apps.model.RangeReach} without working out everybody's.
 */
final class ReachOfOne {

    private final DirectorySnapshot directory;
    private final DataRange range;
    private final Set<UserId> named;

    ReachOfOne(DirectorySnapshot directory, DataRange range) {
        this.directory = directory;
        this.range = range;
        this.named = new HashSet<>(range.members());
    }

    /** Whether it reaches a member; somebody who is not there is not reached. */
    boolean reaches(int member) {
        if (range.all()) {
            return true;
        }
        return member < directory.memberCount()
                && (named.contains(directory.member(member).id()) || isBelow(member) || isInGroup(member));
    }

    private boolean isBelow(int member) {
        for (DepartmentId id : range.departments()) {
            int top = directory.departmentNumber(id);
            if (top != DirectorySnapshot.NONE) {
                int end = directory.subtreeEnd(top);
                for (int department : directory.departmentsOf(member)) {
                    if (department >= top && department < end) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private boolean isInGroup(int member) {
        for (GroupId id : range.groups()) {
            if (Arrays.binarySearch(directory.membersOf(id), member) >= 0) {
                return true;
            }
        }
        return false;
    }
}
