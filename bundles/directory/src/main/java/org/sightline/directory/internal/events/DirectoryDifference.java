package org.sightline.directory.internal.events;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sightline.apps.model.DataRange;
import org.sightline.apps.model.RangeReach;
import org.sightline.directory.model.DepartmentId;
import org.sightline.directory.model.DirectorySnapshot;
import org.sightline.events.model.EventType;
import org.sightline.store.StateChange;

/**
 * Who and what of a directory is different after a change, for those who reach only a part of it. Something that comes
 * into a range is new there, and something that leaves it is gone, since hidden equals absent.
 */
final class DirectoryDifference {

    private final DirectorySnapshot before;
    private final DirectorySnapshot after;
    private final Set<DepartmentId> touched = new LinkedHashSet<>();
    private final boolean any;

    /** Whether more than those who were changed themselves may have come into a range or left it. */
    private final boolean wide;

    private int @Nullable [] members;

    DirectoryDifference(DirectorySnapshot before, DirectorySnapshot after, List<StateChange> changes) {
        this.before = before;
        this.after = after;
        boolean some = false;
        boolean groups = false;
        for (StateChange change : changes) {
            some |= isOfDirectory(change);
            groups |= change instanceof StateChange.PutGroup || change instanceof StateChange.RemoveGroup;
            if (change instanceof StateChange.PutDepartment put) {
                touched.add(put.department().id());
            } else if (change instanceof StateChange.RemoveDepartment remove) {
                touched.add(remove.id());
            }
        }
        this.any = some;
        this.wide = groups || (!touched.isEmpty() && !before.numbersDepartmentsAs(after));
    }

    /** Whether a change is one of those that this looks at. */
    static boolean isOfDirectory(StateChange change) {
        return change instanceof StateChange.PutMember
                || change instanceof StateChange.PutDepartment
                || change instanceof StateChange.RemoveDepartment
                || change instanceof StateChange.PutGroup
                || change instanceof StateChange.RemoveGroup;
    }

    /** Hands over the members who are different within a range. */
    void members(DataRange range, Hearer hearer) {
        if (!any) {
            return;
        }
        int[] unlike = unlike();
        if (!wide || range.all()) {
            ReachOfOne was = new ReachOfOne(before, range);
            ReachOfOne is = new ReachOfOne(after, range);
            for (int member : unlike) {
                tell(member, isThere(before, member) && was.reaches(member), is.reaches(member), hearer);
            }
            return;
        }
        RangeReach was = RangeReach.of(before, range);
        RangeReach is = RangeReach.of(after, range);
        int next = 0;
        for (int member = 0; member < after.memberCount(); member++) {
            boolean different = next < unlike.length && unlike[next] == member;
            next += different ? 1 : 0;
            if (different || was.reaches(member) != is.reaches(member)) {
                tell(member, isThere(before, member) && was.reaches(member), is.reaches(member), hearer);
            }
        }
    }

    private void tell(int member, boolean was, boolean reached, Hearer hearer) {
        boolean is = isThere(after, member) && reached;
        hearer.hear(EventType.Subject.USER, after.member(member).id().value(), was, is);
    }

    private int[] unlike() {
        if (members == null) {
            members = after.membersUnlike(before);
        }
        return members;
    }

    /** Apps see active members only. */
    private static boolean isThere(DirectorySnapshot directory, int member) {
        return member < directory.memberCount() && directory.isActive(member);
    }

    /** Hands over the departments that are different within a range. */
    void departments(DataRange range, Hearer hearer) {
        if (touched.isEmpty()) {
            return;
        }
        RangeReach was = RangeReach.of(before, range);
        RangeReach is = RangeReach.of(after, range);
        Set<DepartmentId> all = new LinkedHashSet<>(touched);
        if (wide && !range.all()) {
            addAll(after, all);
            addAll(before, all);
        }
        Set<DepartmentId> changed = new HashSet<>(touched);
        for (DepartmentId id : all) {
            boolean there = reaches(before, was, id);
            boolean here = reaches(after, is, id);
            if (there != here || changed.contains(id)) {
                hearer.hear(EventType.Subject.DEPARTMENT, id.value(), there, here);
            }
        }
    }

    private static void addAll(DirectorySnapshot directory, Set<DepartmentId> ids) {
        for (int number = 0; number < directory.departmentCount(); number++) {
            ids.add(directory.department(number).id());
        }
    }

    private static boolean reaches(DirectorySnapshot directory, RangeReach reach, DepartmentId id) {
        int number = directory.departmentNumber(id);
        return number != DirectorySnapshot.NONE && reach.reachesDepartment(number);
    }

    /** Takes in what is different. */
    @FunctionalInterface
    interface Hearer {

        /** Hears of a thing, and whether it was and is within reach. */
        void hear(EventType.Subject subject, String object, boolean was, boolean is);
    }
}
