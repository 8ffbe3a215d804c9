package org.sightline.visibility.internal.across;

import java.util.BitSet;
import java.util.HashSet;
import java.util.Set;
import org.sightline.directory.model.DepartmentId;
import org.sightline.directory.model.DirectorySnapshot;
import org.sightline.directory.model.UserId;
import org.sightline.trust.model.SharingScope;

/** A sharing scope held against the directory it speaks of (docs/concepts.md, "Sharing scope"). */
final class Shared {

    private final DirectorySnapshot directory;
    private final boolean all;
    private final BitSet departments = new BitSet();
    private final Set<Integer> members = new HashSet<>();

    Shared(DirectorySnapshot directory, SharingScope scope) {
        this.directory = directory;
        this.all = scope.all();
        for (DepartmentId id : scope.departments()) {
            int department = directory.departmentNumber(id);
            if (department != DirectorySnapshot.NONE) {
                departments.set(department, directory.subtreeEnd(department));
            }
        }
        for (UserId id : scope.members()) {
            int member = directory.memberNumber(id);
            if (member != DirectorySnapshot.NONE) {
                members.add(member);
            }
        }
    }

    boolean hasDepartment(int department) {
        return all || departments.get(department);
    }

    /** Whether an active member is shared. */
    boolean hasMember(int member) {
        if (!directory.isActive(member)) {
            return false;
        }
        if (all || members.contains(member)) {
            return true;
        }
        for (int department : directory.departmentsOf(member)) {
            if (departments.get(department)) {
                return true;
            }
        }
        return false;
    }
}
