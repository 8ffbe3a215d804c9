package org.sightline.directory.internal.edit;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sightline.audit.Actor;
import org.sightline.directory.Changes;
import org.sightline.directory.Committed;
import org.sightline.directory.DirectoryEditor;
import org.sightline.directory.Expectation;
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

/** Lets each kind of thing decide on its own changes, inside the tenant's queue of changes. */
@Component(service = DirectoryEditor.class)
public final class DirectoryEdits implements DirectoryEditor {

    private final Changes changes;

    /** Edits through the one way to change a tenant. */
    @Activate
    public DirectoryEdits(@Reference(name = "changes") Changes changes) {
        this.changes = changes;
    }

    @Override
    public Committed<Department> createDepartment(TenantKey tenant, Actor actor, Department department) {
        return changes.apply(tenant, actor, now -> DepartmentEdits.create(now.directory(), department));
    }

    @Override
    public Committed<Department> updateDepartment(
            TenantKey tenant,
            Actor actor,
            DepartmentId id,
            Expectation<Department> expectation,
            UnaryOperator<Department> edit) {
        return changes.apply(tenant, actor, now -> DepartmentEdits.update(now.directory(), id, expectation, edit));
    }

    @Override
    public Committed<Department> deleteDepartment(
            TenantKey tenant, Actor actor, DepartmentId id, Expectation<Department> expectation) {
        return changes.apply(tenant, actor, now -> DepartmentEdits.delete(now.directory(), id, expectation));
    }

    @Override
    public Committed<Member> createMember(TenantKey tenant, Actor actor, Member member) {
        return changes.apply(tenant, actor, now -> MemberEdits.create(now.directory(), member));
    }

    @Override
    public Committed<Member> updateMember(
            TenantKey tenant, Actor actor, UserId id, Expectation<Member> expectation, UnaryOperator<Member> edit) {
        return changes.apply(tenant, actor, now -> MemberEdits.update(now.directory(), id, expectation, edit));
    }

    @Override
    public Committed<Member> deleteMember(TenantKey tenant, Actor actor, UserId id, Expectation<Member> expectation) {
        return changes.apply(tenant, actor, now -> MemberEdits.delete(now.directory(), id, expectation));
    }

    @Override
    public Committed<Group> createGroup(TenantKey tenant, Actor actor, Group group) {
        return changes.apply(tenant, actor, now -> GroupEdits.create(now.directory(), group));
    }

    @Override
    public Committed<Group> updateGroup(
            TenantKey tenant, Actor actor, GroupId id, Expectation<Group> expectation, UnaryOperator<Group> edit) {
        return changes.apply(tenant, actor, now -> GroupEdits.update(now.directory(), id, expectation, edit));
    }

    @Override
    public Committed<Group> deleteGroup(TenantKey tenant, Actor actor, GroupId id, Expectation<Group> expectation) {
        return changes.apply(tenant, actor, now -> GroupEdits.delete(now.directory(), id, expectation));
    }

    @Override
    public Committed<Unit> createUnit(TenantKey tenant, Actor actor, Unit unit) {
        return changes.apply(tenant, actor, now -> UnitEdits.create(now.directory(), unit));
    }

    @Override
    public Committed<Unit> updateUnit(
            TenantKey tenant, Actor actor, UnitId id, Expectation<Unit> expectation, UnaryOperator<Unit> edit) {
        return changes.apply(tenant, actor, now -> UnitEdits.update(now.directory(), id, expectation, edit));
    }

    @Override
    public Committed<Unit> deleteUnit(TenantKey tenant, Actor actor, UnitId id, Expectation<Unit> expectation) {
        return changes.apply(tenant, actor, now -> UnitEdits.delete(now, id, expectation));
    }

    @Override
    public Committed<List<CustomField>> replaceFields(
            TenantKey tenant, Actor actor, Expectation<List<CustomField>> expectation, List<CustomField> fields) {
        return changes.apply(tenant, actor, now -> FieldEdits.replace(now.directory(), expectation, fields));
    }

    @Override
    public Committed<Administrator> putAdministrator(
            TenantKey tenant,
            Actor actor,
            Administrator administrator,
            Expectation<Optional<Administrator>> expectation) {
        return changes.apply(tenant, actor, now -> AdministratorEdits.put(now.directory(), administrator, expectation));
    }

    @Override
    public Committed<Administrator> removeAdministrator(
            TenantKey tenant, Actor actor, UserId id, Expectation<Administrator> expectation) {
        return changes.apply(tenant, actor, now -> AdministratorEdits.remove(now.directory(), id, expectation));
    }

    @Override
    public Committed<OperatorAccess> putOperatorAccess(TenantKey tenant, Actor actor, OperatorAccess access) {
        return changes.apply(tenant, actor, now -> OperatorAccessEdits.put(now, access));
    }

    @Override
    public Committed<OperatorAccess> removeOperatorAccess(TenantKey tenant, Actor actor) {
        return changes.apply(tenant, actor, OperatorAccessEdits::remove);
    }
}
