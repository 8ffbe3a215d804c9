package org.sightline.directory.internal.edit;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sightline.directory.Proposal;
import org.sightline.directory.model.Administrator;
import org.sightline.directory.model.CustomField;
import org.sightline.directory.model.Department;
import org.sightline.directory.model.Group;
import org.sightline.directory.model.Member;
import org.sightline.directory.model.MemberStatus;
import org.sightline.directory.model.OperatorAccess;
import org.sightline.directory.model.Tenant;
import org.sightline.directory.model.Unit;
import org.sightline.store.StateChange;

/** A proposal in the making: every change comes with the line that the audit log will have about it. */
public final class Draft {

    private static final String OPERATOR_ACCESS = "operator_access";

    private final List<StateChange> changes = new ArrayList<>();
    private final List<Proposal.AuditNote> audit = new ArrayList<>();

    /** Puts a tenant's settings. */
    public void put(@Nullable Tenant before, Tenant after) {
        add(new StateChange.PutTenant(after), "tenant", after.key(), before, after);
    }

    /** Puts a department. */
    public void put(@Nullable Department before, Department after) {
        add(new StateChange.PutDepartment(after), "department", after.id(), before, after);
    }

    /** Puts a member. */
    public void put(@Nullable Member before, Member after) {
        boolean deletes = after.status() == MemberStatus.DELETED;
        changes.add(new StateChange.PutMember(after));
        audit.add(new Proposal.AuditNote(
                deletes ? "user.delete" : action("user", before),
                "user",
                after.id().value(),
                before,
                deletes ? null : after));
    }

    /** Puts a group. */
    public void put(@Nullable Group before, Group after) {
        add(new StateChange.PutGroup(after), "group", after.id(), before, after);
    }

    /** Puts a unit. */
    public void put(@Nullable Unit before, Unit after) {
        add(new StateChange.PutUnit(after), "unit", after.id(), before, after);
    }

    /** Puts an administrator's role. */
    public void put(@Nullable Administrator before, Administrator after) {
        add(new StateChange.PutAdministrator(after), "admin", after.user(), before, after);
    }

    /** Lets the operator in. */
    public void put(@Nullable OperatorAccess before, OperatorAccess after) {
        add(new StateChange.PutOperatorAccess(after), OPERATOR_ACCESS, OPERATOR_ACCESS, before, after);
    }

    /** Puts all custom fields. */
    public void putFields(List<CustomField> before, List<CustomField> after) {
        changes.add(new StateChange.PutFields(after));
        audit.add(new Proposal.AuditNote("fields.update", "fields", "fields", before, after));
    }

    /** Removes a department. */
    public void remove(Department before) {
        remove(new StateChange.RemoveDepartment(before.id()), "department", before.id(), before);
    }

    /** Removes a group. */
    public void remove(Group before) {
        remove(new StateChange.RemoveGroup(before.id()), "group", before.id(), before);
    }

    /** Removes a unit. */
    public void remove(Unit before) {
        remove(new StateChange.RemoveUnit(before.id()), "unit", before.id(), before);
    }

    /** Removes an administrator's role. */
    public void remove(Administrator before) {
        remove(new StateChange.RemoveAdministrator(before.user()), "admin", before.user(), before);
    }

    /** Lets the operator in no more. */
    public void remove(OperatorAccess before) {
        remove(new StateChange.RemoveOperatorAccess(), OPERATOR_ACCESS, OPERATOR_ACCESS, before);
    }

    /** Adds changes that the audit log says nothing more about. */
    public void also(StateChange change) {
        changes.add(change);
    }

    /** Returns what was drafted. */
    public <T> Proposal<T> giving(T result) {
        return new Proposal<>(changes, audit, result);
    }

    private void add(StateChange change, String kind, Object id, @Nullable Object before, Object after) {
        changes.add(change);
        audit.add(new Proposal.AuditNote(action(kind, before), kind, id.toString(), before, after));
    }

    private static String action(String kind, @Nullable Object before) {
        return kind + (before == null ? ".create" : ".update");
    }

    private void remove(StateChange change, String kind, Object id, Object before) {
        changes.add(change);
        audit.add(new Proposal.AuditNote(kind + ".delete", kind, id.toString(), before, null));
    }
}
