package org.sightline.directory;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.osgi.annotation.versioning.ProviderType;
import org.sightline.audit.Actor;
import org.sightline.directory.model.Administrator;
import org.sightline.directory.model.CustomField;
import org.sightline.directory.model.Department;
import org.sightline.directory.model.DepartmentId;
import org.sightline.directory.model.Group;
import org.sightline.directory.model.GroupId;
import org.sightline.directory.model.Member;
import org.sightline.directory.model.OperatorAccess;
import org.sightline.directory.model.TenantKey;
import org.sightline.directory.model.Unit;
import org.sightline.directory.model.UnitId;
import org.sightline.directory.model.UserId;

/**
 * Changes a tenant's directory and keeps it true (docs/concepts.md, "Directory"). Every method throws
 * {@link org.sightline.problem.ProblemException} with {@code not_found} for an unknown tenant or thing,
 * {@code revision_mismatch} when the expectation does not hold, and otherwise as said. Faults carry JSON Pointers into
 * the thing's JSON form.
 */
@ProviderType
public interface DirectoryEditor {

    /**
     * Adds a department.
     *
     * @throws org.sightline.problem.ProblemException {@code duplicate_id}, {@code invalid} for an unknown parent or leader, {@code limit_exceeded}
     */
    Committed<Department> createDepartment(TenantKey tenant, Actor actor, Department department);

    /**
     * Changes a department.
     *
     * @param edit gets the present state and returns the new one; called inside the change
     * @throws org.sightline.problem.ProblemException {@code department_cycle}, {@code department_in_other_unit} when the move would bring it into another unit, {@code immutable_field} for the root's parent and name, {@code invalid}
     */
    Committed<Department> updateDepartment(
            TenantKey tenant,
            Actor actor,
            DepartmentId id,
            Expectation<Department> expectation,
            UnaryOperator<Department> edit);

    /**
     * Deletes a department.
     *
     * @return the department as it was
     * @throws org.sightline.problem.ProblemException {@code department_not_empty} naming what is in it, {@code conflict} for the root
     */
    Committed<Department> deleteDepartment(
            TenantKey tenant, Actor actor, DepartmentId id, Expectation<Department> expectation);

    /**
     * Adds a member.
     *
     * @throws org.sightline.problem.ProblemException {@code duplicate_id} (deleted ids included), {@code duplicate_email}, {@code invalid} for an unknown department, field or value
     */
    Committed<Member> createMember(TenantKey tenant, Actor actor, Member member);

    /**
     * Changes a member.
     *
     * @param edit gets the present state and returns the new one; called inside the change
     * @throws org.sightline.problem.ProblemException {@code duplicate_email}, {@code last_primary_admin} when suspending or deleting the last one, {@code conflict} for a deleted member, {@code invalid}
     */
    Committed<Member> updateMember(
            TenantKey tenant, Actor actor, UserId id, Expectation<Member> expectation, UnaryOperator<Member> edit);

    /**
     * Marks a member deleted: still readable by id, in no list, the id never used again.
     *
     * @return the member as it was
     * @throws org.sightline.problem.ProblemException {@code last_primary_admin}
     */
    Committed<Member> deleteMember(TenantKey tenant, Actor actor, UserId id, Expectation<Member> expectation);

    /**
     * Adds a group.
     *
     * @throws org.sightline.problem.ProblemException {@code duplicate_id}, {@code invalid}
     */
    Committed<Group> createGroup(TenantKey tenant, Actor actor, Group group);

    /**
     * Changes a group.
     *
     * @param edit gets the present state and returns the new one; called inside the change
     * @throws org.sightline.problem.ProblemException {@code invalid}
     */
    Committed<Group> updateGroup(
            TenantKey tenant, Actor actor, GroupId id, Expectation<Group> expectation, UnaryOperator<Group> edit);

    /**
     * Deletes a group.
     *
     * @return the group as it was
     */
    Committed<Group> deleteGroup(TenantKey tenant, Actor actor, GroupId id, Expectation<Group> expectation);

    /**
     * Adds a unit.
     *
     * @throws org.sightline.problem.ProblemException {@code duplicate_id}, {@code department_in_other_unit} naming the unit that holds it, {@code invalid}
     */
    Committed<Unit> createUnit(TenantKey tenant, Actor actor, Unit unit);

    /**
     * Changes a unit.
     *
     * @param edit gets the present state and returns the new one; called inside the change
     * @throws org.sightline.problem.ProblemException {@code immutable_field} for the type, {@code department_in_other_unit}, {@code invalid}
     */
    Committed<Unit> updateUnit(
            TenantKey tenant, Actor actor, UnitId id, Expectation<Unit> expectation, UnaryOperator<Unit> edit);

    /**
     * Deletes a unit.
     *
     * @return the unit as it was
     * @throws org.sightline.problem.ProblemException {@code unit_in_use} for the last unit while {@code own_unit} is the main rule
     */
    Committed<Unit> deleteUnit(TenantKey tenant, Actor actor, UnitId id, Expectation<Unit> expectation);

    /**
     * Replaces the custom fields; values of fields that are gone are dropped from all members.
     *
     * @throws org.sightline.problem.ProblemException {@code immutable_field} for a changed type while members have values, {@code invalid}
     */
    Committed<List<CustomField>> replaceFields(
            TenantKey tenant, Actor actor, Expectation<List<CustomField>> expectation, List<CustomField> fields);

    /**
     * Makes a member an administrator or changes what they may do.
     *
     * @param expectation of the role the member has right now, or of none
     * @throws org.sightline.problem.ProblemException {@code last_primary_admin}, {@code invalid} for a member who is not
     *     active, {@code revision_mismatch}
     */
    Committed<Administrator> putAdministrator(
            TenantKey tenant,
            Actor actor,
            Administrator administrator,
            Expectation<Optional<Administrator>> expectation);

    /**
     * Takes a member's administrator role away.
     *
     * @throws org.sightline.problem.ProblemException {@code last_primary_admin}, {@code revision_mismatch}
     */
    Committed<Administrator> removeAdministrator(
            TenantKey tenant, Actor actor, UserId id, Expectation<Administrator> expectation);

    /** Lets the operator in, or changes until when. */
    Committed<OperatorAccess> putOperatorAccess(TenantKey tenant, Actor actor, OperatorAccess access);

    /**
     * Lets the operator in no more.
     *
     * @throws org.sightline.problem.ProblemException {@code not_found} when the tenant does not let the operator in
     */
    Committed<OperatorAccess> removeOperatorAccess(TenantKey tenant, Actor actor);
}
