package org.sightline.directory.internal.snapshot;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sightline.directory.model.Administrator;
import org.sightline.directory.model.CustomField;
import org.sightline.directory.model.Department;
import org.sightline.directory.model.DepartmentId;
import org.sightline.directory.model.DirectorySnapshot;
import org.sightline.directory.model.Group;
import org.sightline.directory.model.GroupId;
import org.sightline.directory.model.Member;
import org.sightline.directory.model.Tenant;
import org.sightline.directory.model.Unit;
import org.sightline.directory.model.UnitId;
import org.sightline.directory.model.UserId;
import org.sightline.store.StateChange;
import org.sightline.store.TenantState;

/**
 * A directory in arrays. Siblings are numbered by order weight, then by id. Lists of a department's or a group's
 * members are computed when first asked for.
 */
public final class ArraySnapshot implements DirectorySnapshot {

    private final SnapshotParts parts;

    /** The same object for as long as nothing that rules look at changes. */
    private final Object content;

    private volatile @Nullable DirectMembers direct;
    private GroupMembers groupMembers;

    private ArraySnapshot(SnapshotParts parts, Object content, @Nullable DirectMembers direct) {
        this.parts = parts;
        this.content = content;
        this.direct = direct;
        this.groupMembers = new GroupMembers();
    }

    /**
     * Returns the directory of a stored state.
     *
     * @throws IllegalArgumentException when its departments are not one tree below the root
     */
    public static ArraySnapshot of(TenantState state) {
        return new ArraySnapshot(SnapshotParts.of(state), new Object(), null);
    }

    /**
     * Returns the directory after changes, which are taken as they are: whether they keep the directory true is
     * the caller's business. This one stays as it is.
     *
     * @throws IllegalArgumentException when the departments are not one tree afterwards
     */
    public ArraySnapshot with(List<StateChange> changes, long newRevision) {
        SnapshotEdit edit = new SnapshotEdit(parts);
        changes.forEach(edit::apply);
        SnapshotParts nextParts = edit.done(newRevision);
        ArraySnapshot next = new ArraySnapshot(nextParts, contentAfter(changes), directAfter(edit.moves(), nextParts));
        next.groupMembers = groupMembers.after(
                edit.changedGroups(), !nextParts.tree().numbersAsIn(parts.tree()), edit.moves(), next);
        return next;
    }

    private Object contentAfter(List<StateChange> changes) {
        boolean kept = changes.stream()
                .allMatch(change -> change instanceof StateChange.PutPolicy
                        || change instanceof StateChange.ChangeTrust
                        || change instanceof StateChange.ChangeApps
                        || change instanceof StateChange.PutOperatorAccess
                        || change instanceof StateChange.RemoveOperatorAccess
                        || change instanceof StateChange.PutPassword
                        || change instanceof StateChange.PutAdministrator
                        || change instanceof StateChange.RemoveAdministrator
                        || change instanceof StateChange.PutConsent
                        || change instanceof StateChange.RemoveConsent
                        || change instanceof StateChange.ChangeCommunication
                        || change instanceof StateChange.ChangeSubscriptions
                        || change instanceof StateChange.ChangeResource);
        return kept ? content : new Object();
    }

    private @Nullable DirectMembers directAfter(Moves moves, SnapshotParts next) {
        DirectMembers known = direct;
        if (known == null || moves.many()) {
            return null;
        }
        DirectMembers kept =
                next.tree().numbersAsIn(parts.tree()) ? known : known.renumbered(parts.tree(), next.tree());
        return kept.after(moves, next.members(), next.placements());
    }

    /** Returns an equal member who shares with those in here what many members have in common. */
    public Member share(Member member) {
        return parts.pool().share(member);
    }

    @Override
    public long revision() {
        return parts.revision();
    }

    @Override
    public boolean sameContentAs(DirectorySnapshot other) {
        return other instanceof ArraySnapshot that && content.equals(that.content);
    }

    @Override
    public Tenant tenant() {
        return parts.tenant();
    }

    @Override
    public int memberCount() {
        return parts.members().count();
    }

    @Override
    public Member member(int number) {
        return parts.members().member(number);
    }

    @Override
    public int[] membersUnlike(DirectorySnapshot other) {
        return other instanceof ArraySnapshot that
                ? parts.members().unlike(that.parts.members())
                : DirectorySnapshot.super.membersUnlike(other);
    }

    @Override
    public boolean numbersDepartmentsAs(DirectorySnapshot other) {
        return other instanceof ArraySnapshot that
                ? parts.tree().numbersAsIn(that.parts.tree())
                : DirectorySnapshot.super.numbersDepartmentsAs(other);
    }

    @Override
    public int memberNumber(UserId id) {
        return parts.ids().find(id, memberCount());
    }

    /** Returns the active or suspended member with an email, ignoring case; {@link #NONE} when there is none. */
    @Override
    public int memberNumberByEmail(String email) {
        return parts.memberWithEmail(email);
    }

    @Override
    public boolean isActive(int member) {
        return parts.members().isActive(member);
    }

    @Override
    public int[] departmentsOf(int member) {
        return parts.placements().departments(parts.members().placement(member));
    }

    @Override
    public int departmentCount() {
        return parts.tree().count();
    }

    @Override
    public Department department(int number) {
        return parts.tree().department(number);
    }

    @Override
    public int departmentNumber(DepartmentId id) {
        return parts.tree().number(id);
    }

    @Override
    public int subtreeEnd(int department) {
        return parts.tree().subtreeEnd(department);
    }

    @Override
    public int parentOf(int department) {
        return parts.tree().parentOf(department);
    }

    @Override
    public int[] membersDirectlyIn(int department) {
        DirectMembers known = direct;
        if (known == null) {
            // Two threads may both compute this; they find the same.
            known = DirectMembers.of(parts.members(), parts.placements(), departmentCount());
            direct = known;
        }
        return known.in(department);
    }

    @Override
    public Collection<Group> groups() {
        return parts.groups().all();
    }

    @Override
    public Optional<Group> group(GroupId id) {
        return parts.groups().find(id);
    }

    @Override
    public int[] membersOf(GroupId id) {
        return group(id).map(group -> groupMembers.of(group, this)).orElse(SortedNumbers.NONE);
    }

    @Override
    public Collection<Unit> units() {
        return parts.units().all();
    }

    @Override
    public Optional<Unit> unit(UnitId id) {
        return parts.units().find(id);
    }

    @Override
    public List<CustomField> fields() {
        return parts.fields();
    }

    @Override
    public Collection<Administrator> administrators() {
        return parts.administrators().all();
    }

    @Override
    public Optional<Administrator> administrator(UserId id) {
        return parts.administrators().find(id);
    }

    @Override
    public String toString() {
        return "directory of " + tenant().key() + " at revision " + revision();
    }
}
