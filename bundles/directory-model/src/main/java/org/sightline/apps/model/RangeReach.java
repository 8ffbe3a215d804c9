package org.sightline.apps.model;

import java.util.BitSet;
import java.util.HashSet;
import java.util.Set;
import org.sightline.directory.model.DepartmentId;
import org.sightline.directory.model.DirectorySnapshot;
import org.sightline.directory.model.GroupId;
import org.sightline.directory.model.UserId;

/**
 * Whom a data range reaches in a directory, whatever their status (docs/concepts.md, "Data range"). Members and
 * departments are numbers of that directory. Immutable.
 */
public final class RangeReach {

    private final DirectorySnapshot directory;
    private final DataRange range;
    private final BitSet departments = new BitSet();
    private final BitSet members = new BitSet();
    private final Set<GroupId> groups;

    private RangeReach(DirectorySnapshot directory, DataRange range) {
        this.directory = directory;
        this.range = range;
        this.groups = new HashSet<>(range.groups());
        range.departments().forEach(this::addDepartment);
        range.members().forEach(this::addMember);
        range.groups().forEach(this::addGroup);
    }

    /** Works out whom a range reaches. */
    public static RangeReach of(DirectorySnapshot directory, DataRange range) {
        return new RangeReach(directory, range);
    }

    private void addDepartment(DepartmentId id) {
        int department = directory.departmentNumber(id);
        if (department == DirectorySnapshot.NONE) {
            return;
        }
        int end = directory.subtreeEnd(department);
        departments.set(department, end);
        for (int below = department; below < end; below++) {
            for (int member : directory.membersDirectlyIn(below)) {
                members.set(member);
            }
        }
    }

    private void addMember(UserId id) {
        int member = directory.memberNumber(id);
        if (member != DirectorySnapshot.NONE) {
            members.set(member);
        }
    }

    private void addGroup(GroupId id) {
        for (int member : directory.membersOf(id)) {
            members.set(member);
        }
    }

    /** Whether it reaches a member. */
    public boolean reaches(int member) {
        return range.all() || members.get(member);
    }

    /** Whether it reaches a department. */
    public boolean reachesDepartment(int department) {
        return range.all() || departments.get(department);
    }

    /**
     * Whether this reaches nobody whom another one does not. A group counts as reaching further unless the other one
     * names it too, because who is in it can change without anybody looking at apps.
     */
    public boolean isWithin(RangeReach other) {
        if (other.range.all()) {
            return true;
        }
        return !range.all()
                && other.groups.containsAll(groups)
                && isSubset(departments, other.departments)
                && isSubset(members, other.members);
    }

    private static boolean isSubset(BitSet inner, BitSet outer) {
        BitSet rest = (BitSet) inner.clone();
        rest.andNot(outer);
        return rest.isEmpty();
    }
}
