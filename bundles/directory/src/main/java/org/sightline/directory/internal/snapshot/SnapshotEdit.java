package org.sightline.directory.internal.snapshot;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

/** Collects the changes from one snapshot to the next. */
final class SnapshotEdit {

    private final SnapshotParts from;
    private final MemberTable.Edit members;
    private final Placements.Edit placements;
    private final Map<DepartmentId, Optional<Department>> departments = new LinkedHashMap<>();
    private final Map<GroupId, Optional<Group>> groups = new HashMap<>();
    private final Map<UnitId, Optional<Unit>> units = new HashMap<>();
    private final Map<UserId, Optional<Administrator>> administrators = new HashMap<>();
    private final Moves moves = new Moves();
    private NumberIndex<UserId> ids;
    private Tenant tenant;
    private List<CustomField> fields;

    SnapshotEdit(SnapshotParts from) {
        this.from = from;
        this.members = from.members().edit();
        this.placements = from.placements().edit();
        this.ids = from.ids();
        this.tenant = from.tenant();
        this.fields = from.fields();
    }

    void apply(StateChange change) {
        if (change instanceof StateChange.PutMember put) {
            putMember(put.member());
        } else if (change instanceof StateChange.PutDepartment put) {
            departments.put(put.department().id(), Optional.of(put.department()));
        } else if (change instanceof StateChange.RemoveDepartment remove) {
            departments.put(remove.id(), Optional.empty());
        } else if (change instanceof StateChange.PutGroup put) {
            groups.put(put.group().id(), Optional.of(put.group()));
        } else if (change instanceof StateChange.RemoveGroup remove) {
            groups.put(remove.id(), Optional.empty());
        } else if (change instanceof StateChange.PutUnit put) {
            units.put(put.unit().id(), Optional.of(put.unit()));
        } else if (change instanceof StateChange.RemoveUnit remove) {
            units.put(remove.id(), Optional.empty());
        } else {
            applySettings(change);
        }
    }

    private void applySettings(StateChange change) {
        if (change instanceof StateChange.PutTenant put) {
            tenant = put.tenant();
        } else if (change instanceof StateChange.PutFields put) {
            fields = put.fields();
        } else if (change instanceof StateChange.PutAdministrator put) {
            administrators.put(put.administrator().user(), Optional.of(put.administrator()));
        } else if (change instanceof StateChange.RemoveAdministrator remove) {
            administrators.put(remove.id(), Optional.empty());
        }
        // The policy is kept beside the directory, and passwords are nobody's business here.
    }

    void putMember(Member given) {
        Member member = from.pool().share(given);
        int placement = placements.number(member.departments());
        int number = ids.find(member.id(), members.count());
        if (number == DirectorySnapshot.NONE) {
            number = members.count();
            ids = ids.append(number, member.id());
            moves.add(number, Moves.NOWHERE);
        } else {
            moves.add(number, members.placement(number));
        }
        members.put(number, member, placement);
        String email = member.profile().email();
        if (email != null) {
            from.emails().learn(EmailIndex.key(email), number);
        }
    }

    Moves moves() {
        return moves;
    }

    Set<GroupId> changedGroups() {
        return groups.keySet();
    }

    SnapshotParts done(long revision) {
        DepartmentTree tree = from.tree().with(departments);
        return new SnapshotParts(
                revision,
                tenant,
                members.done(),
                ids,
                from.emails(),
                from.pool(),
                placements.done(tree, from.tree()),
                tree,
                from.groups().with(groups),
                from.units().with(units),
                fields,
                from.administrators().with(administrators));
    }
}
