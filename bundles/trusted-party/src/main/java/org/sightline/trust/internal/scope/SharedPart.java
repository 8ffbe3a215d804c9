package org.sightline.trust.internal.scope;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.sightline.directory.model.DepartmentId;
import org.sightline.directory.model.DirectorySnapshot;
import org.sightline.directory.model.Group;
import org.sightline.directory.model.GroupId;
import org.sightline.directory.model.UserId;
import org.sightline.trust.model.SharingScope;

/**
 * What a sharing scope holds in one state of its tenant's directory (docs/concepts.md, "Sharing scope"). Whether a
 * department or a group lies in it is decided by its active members; a department without any lies in it when it is
 * shared itself.
 */
public final class SharedPart {

    private final DirectorySnapshot directory;
    private final BitSet departments = new BitSet();
    private final BitSet named = new BitSet();

    /** Looks at a scope in a directory. */
    public SharedPart(SharingScope scope, DirectorySnapshot directory) {
        this.directory = directory;
        if (scope.all()) {
            departments.set(0, directory.departmentCount());
        }
        for (DepartmentId id : scope.departments()) {
            int department = directory.departmentNumber(id);
            if (department != DirectorySnapshot.NONE) {
                departments.set(department, directory.subtreeEnd(department));
            }
        }
        for (UserId id : scope.members()) {
            int member = directory.memberNumber(id);
            if (member != DirectorySnapshot.NONE) {
                named.set(member);
            }
        }
    }

    /** Returns the directory it is a part of. */
    public DirectorySnapshot directory() {
        return directory;
    }

    /** Whether a department is shared. */
    public boolean hasDepartment(int department) {
        return departments.get(department);
    }

    /** Whether a member is active and shared. */
    public boolean hasMember(int member) {
        return directory.isActive(member) && (named.get(member) || isInSharedDepartment(member));
    }

    /** Whether a member is in a department that is shared. */
    public boolean isInSharedDepartment(int member) {
        return Arrays.stream(directory.departmentsOf(member)).anyMatch(departments::get);
    }

    /** Returns the numbers of the shared departments, in preorder. */
    public IntStream sharedDepartments() {
        return departments.stream();
    }

    /** Returns the numbers of the active members who are named one by one. */
    public IntStream namedMembers() {
        return named.stream().filter(directory::isActive);
    }

    /** Whether an entry that names a member lies in the scope. */
    public boolean touches(UserId id) {
        return reaches(id);
    }

    /** Whether an entry that names a department lies in the scope. */
    public boolean touches(DepartmentId id) {
        int department = directory.departmentNumber(id);
        if (department == DirectorySnapshot.NONE) {
            return false;
        }
        int shared = departments.nextSetBit(department);
        return (shared >= 0 && shared < directory.subtreeEnd(department)) || holdsMember(department);
    }

    /** Whether an entry that names a group lies in the scope. */
    public boolean touches(GroupId id) {
        return reaches(id)
                || directory.group(id).map(Group::departments).stream()
                        .flatMap(List::stream)
                        .anyMatch(this::touches);
    }

    /** Whether an entry that names a member stands for anybody in the scope. */
    public boolean reaches(UserId id) {
        int member = directory.memberNumber(id);
        return member != DirectorySnapshot.NONE && hasMember(member);
    }

    /** Whether an entry that names a department stands for anybody in the scope. */
    public boolean reaches(DepartmentId id) {
        int department = directory.departmentNumber(id);
        return department != DirectorySnapshot.NONE && holdsMember(department);
    }

    /** Whether an entry that names a group stands for anybody in the scope. */
    public boolean reaches(GroupId id) {
        return any(directory.membersOf(id), this::hasMember);
    }

    private boolean holdsMember(int department) {
        for (int below = department; below < directory.subtreeEnd(department); below++) {
            if (any(directory.membersDirectlyIn(below), this::hasMember)) {
                return true;
            }
        }
        return false;
    }

    private static boolean any(int[] members, IntPredicate condition) {
        return Arrays.stream(members).anyMatch(condition);
    }
}
