package org.sightline.directory.model;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.osgi.annotation.versioning.ProviderType;

/**
 * One tenant's directory at one revision: immutable, consistent, safe for any number of threads.
 *
 * <p>Members and departments carry numbers so that rules can be compiled into arrays and bitmaps. A member keeps the
 * number for good and numbers are given in order of arrival. Departments are numbered in preorder, the root being 0,
 * so that everything below a department {@code d} is the interval from {@code d} to {@link #subtreeEnd}; these numbers
 * hold for this snapshot only.
 */
@ProviderType
public interface DirectorySnapshot {

    /** Returned by the number look-ups for an unknown id, and as the parent of the root. */
    int NONE = -1;

    /** Returns the revision this state came with. */
    long revision();

    /**
     * Whether nothing that rules look at differs between this state and another one: the tenant's settings, members,
     * departments, groups and units are the same, though revision and administrators may not be. False when that is
     * not known. What was worked out for the one then holds for the other.
     */
    default boolean sameContentAs(DirectorySnapshot other) {
        return this == other;
    }

    /** Returns the tenant itself. */
    Tenant tenant();

    /** Returns how many members there are, suspended and deleted ones included; their numbers are below this. */
    int memberCount();

    /** Returns the member with a number from 0 to {@link #memberCount()} - 1. */
    Member member(int number);

    /**
     * Returns the numbers of the members who are different here than in another state of the same tenant, or are not
     * there, ascending; some who are the same may be among them. Whom only the other state has is left out.
     */
    default int[] membersUnlike(DirectorySnapshot other) {
        return IntStream.range(0, memberCount())
                .filter(number ->
                        number >= other.memberCount() || !member(number).equals(other.member(number)))
                .toArray();
    }

    /** Returns a member's number; {@link #NONE} for an unknown id. Deleted members keep theirs. */
    int memberNumber(UserId id);

    /**
     * Returns the number of the member with an email address, ignoring case; {@link #NONE} when nobody has it. Deleted
     * members are left out.
     */
    int memberNumberByEmail(String email);

    /** Whether the member is active; faster than asking the member. */
    boolean isActive(int member);

    /**
     * Whether departments have the same numbers, and so the same places in the tree, here as in another state of the
     * same tenant; their names, order weights and leaders may differ.
     */
    default boolean numbersDepartmentsAs(DirectorySnapshot other) {
        return departmentCount() == other.departmentCount()
                && IntStream.range(0, departmentCount())
                        .allMatch(number -> parentOf(number) == other.parentOf(number)
                                && department(number)
                                        .id()
                                        .equals(other.department(number).id()));
    }

    /** Returns the numbers of the departments a member is directly in. Callers must not change the array. */
    int[] departmentsOf(int member);

    /** Returns how many departments there are, the root included. */
    int departmentCount();

    /** Returns the department with a number from 0 to {@link #departmentCount()} - 1. */
    Department department(int number);

    /** Returns a department's number; {@link #NONE} for an unknown id. */
    int departmentNumber(DepartmentId id);

    /** Returns the number after the last department below this one; the subtree is {@code [department, subtreeEnd)}. */
    int subtreeEnd(int department);

    /** Returns the number of the department above; {@link #NONE} for the root. */
    int parentOf(int department);

    /**
     * Returns the numbers of the members who are directly in a department, suspended ones included, in ascending
     * order. Callers must not change the array.
     */
    int[] membersDirectlyIn(int department);

    /** Returns all groups, by id. */
    Collection<Group> groups();

    /** Returns one group; empty for an unknown id. */
    Optional<Group> group(GroupId id);

    /**
     * Returns the numbers of a group's members, named, through departments or by condition, whatever their status, in
     * ascending order; an empty array for an unknown id. Callers must not change the array.
     */
    int[] membersOf(GroupId id);

    /** Returns all units, by id. */
    Collection<Unit> units();

    /** Returns one unit; empty for an unknown id. */
    Optional<Unit> unit(UnitId id);

    /** Returns the tenant's custom fields in the tenant's order. */
    List<CustomField> fields();

    /** Returns all administrators, by user id. */
    Collection<Administrator> administrators();

    /** Returns a member's administrator role; empty for somebody who has none. */
    Optional<Administrator> administrator(UserId id);
}
