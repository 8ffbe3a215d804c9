package org.sightline.directory.internal.intake;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sightline.directory.ImportReport;
import org.sightline.directory.Proposal;
import org.sightline.directory.internal.edit.Draft;
import org.sightline.directory.internal.edit.Mentions;
import org.sightline.directory.internal.edit.PrimaryAdministrators;
import org.sightline.directory.internal.rules.DepartmentRules;
import org.sightline.directory.internal.rules.Faults;
import org.sightline.directory.internal.rules.FieldRules;
import org.sightline.directory.internal.rules.FieldUse;
import org.sightline.directory.internal.rules.GroupRules;
import org.sightline.directory.internal.rules.Known;
import org.sightline.directory.internal.rules.Limits;
import org.sightline.directory.internal.rules.MemberRules;
import org.sightline.directory.internal.rules.UnitRules;
import org.sightline.directory.model.Administrator;
import org.sightline.directory.model.CustomField;
import org.sightline.directory.model.Department;
import org.sightline.directory.model.DirectorySnapshot;
import org.sightline.directory.model.Group;
import org.sightline.directory.model.Member;
import org.sightline.directory.model.MemberStatus;
import org.sightline.directory.model.Unit;
import org.sightline.directory.model.UserId;
import org.sightline.problem.Codes;
import org.sightline.store.StateChange;

/** Decides what a file changes in a directory, or what is wrong with it (docs/import.md). */
final class Merge {

    private final FileContent content;
    private final DirectorySnapshot now;
    private final Known known;
    private final Mistakes mistakes;
    private final List<StateChange> changes = new ArrayList<>();
    private final Set<UserId> deleted = new HashSet<>();
    private long created;
    private long updated;
    private long unchanged;

    private Merge(FileContent content, DirectorySnapshot now) {
        this.content = content;
        this.now = now;
        this.known = content.mergedInto(now);
        this.mistakes = content.mistakes();
    }

    static Proposal<ImportReport> of(FileContent content, DirectorySnapshot now) {
        return new Merge(content, now).decide();
    }

    private Proposal<ImportReport> decide() {
        mergeFields();
        mergeDepartments();
        mergeMembers();
        mergeGroups();
        mergeUnits();
        new TreeCheck(content, now, mistakes).check();
        new EmailCheck(content, now, mistakes).check();
        checkPrimaryAdministrators();
        if (!mistakes.isEmpty()) {
            return Proposal.nothing(mistakes.report(now.revision()));
        }
        ImportReport report = new ImportReport(
                created, updated, unchanged, List.of(), 0, now.revision() + (changes.isEmpty() ? 0 : 1));
        forgetDeleted();
        return new Proposal<>(
                changes,
                List.of(new Proposal.AuditNote(
                        "directory.import", "directory", now.tenant().key().value(), null, report)),
                report);
    }

    private void mergeFields() {
        List<CustomField> after = new ArrayList<>(now.fields());
        for (int i = 0; i < content.fields.size(); i++) {
            CustomField field = content.fields.thing(i);
            Faults faults = Faults.none();
            FieldRules.check(field, faults);
            @Nullable CustomField before = Known.in(now).field(field.id()).orElse(null);
            if (before == null) {
                after.add(field);
                requireRoom(after.size(), Limits.FIELDS, "custom fields", content.fields.line(i));
            } else {
                FieldUse.check(now, before, field, faults);
                after.replaceAll(each -> each.id().equals(field.id()) ? field : each);
            }
            mistakes.add(content.fields.line(i), faults.list());
            count(before, field);
        }
        if (!after.equals(now.fields())) {
            changes.add(new StateChange.PutFields(after));
        }
    }

    private void mergeDepartments() {
        int count = now.departmentCount();
        for (int i = 0; i < content.departments.size(); i++) {
            long line = content.departments.line(i);
            Department department = content.departments.thing(i);
            int number = now.departmentNumber(department.id());
            @Nullable Department before = number == DirectorySnapshot.NONE ? null : now.department(number);
            Faults faults = Faults.none();
            if (before != null && before.id().isRoot()) {
                // An export must fit into a tenant with another name, so the root's name in the file does not count.
                department = new Department(
                        before.id(), before.name(), department.parent(), department.order(), department.leaders());
                if (department.parent() != null) {
                    faults.add("/parent_id", Codes.IMMUTABLE_FIELD, "the root has no department above it");
                }
                DepartmentRules.checkLeaders(department, known, faults);
            } else {
                DepartmentRules.check(department, known, faults);
            }
            mistakes.add(line, faults.list());
            if (before == null) {
                requireRoom(++count, Limits.DEPARTMENTS, "departments", line);
            }
            if (count(before, department)) {
                changes.add(new StateChange.PutDepartment(department));
            }
        }
    }

    private void mergeMembers() {
        int count = now.memberCount();
        for (int i = 0; i < content.members.size(); i++) {
            Member member = content.members.thing(i);
            int number = now.memberNumber(member.id());
            @Nullable Member before = number == DirectorySnapshot.NONE ? null : now.member(number);
            if (before != null && isAsBefore(before, member)) {
                unchanged++;
                continue;
            }
            long line = content.members.line(i);
            Faults faults = Faults.none();
            if (before == null) {
                requireRoom(++count, Limits.MEMBERS, "users, deleted ones included", line);
                created++;
                if (member.status() == MemberStatus.DELETED) {
                    faults.invalid("/status", "a new user is `active` or `suspended`");
                }
            } else if (before.status() == MemberStatus.DELETED) {
                faults.add("/user_id", Codes.DUPLICATE_ID, "user `" + member.id() + "` is deleted, for good");
            } else if (member.status() == MemberStatus.DELETED) {
                deleted.add(member.id());
            }
            MemberRules.check(member, known, faults);
            mistakes.add(line, faults.list());
            updated += before == null ? 0 : 1;
            changes.add(new StateChange.PutMember(member));
        }
    }

    /** Of a deleted member a line can say nothing new, so that importing a deletion twice changes nothing. */
    private static boolean isAsBefore(Member before, Member stated) {
        return before.status() == MemberStatus.DELETED
                ? stated.status() == MemberStatus.DELETED
                : before.equals(stated);
    }

    private void mergeGroups() {
        int count = now.groups().size();
        for (int i = 0; i < content.groups.size(); i++) {
            Group group = content.groups.thing(i);
            Faults faults = Faults.none();
            GroupRules.check(group, known, faults);
            mistakes.add(content.groups.line(i), faults.list());
            @Nullable Group before = now.group(group.id()).orElse(null);
            if (before == null) {
                requireRoom(++count, Limits.GROUPS, "groups", content.groups.line(i));
            }
            if (count(before, group)) {
                changes.add(new StateChange.PutGroup(group));
            }
        }
    }

    private void mergeUnits() {
        int count = now.units().size();
        for (int i = 0; i < content.units.size(); i++) {
            Unit unit = content.units.thing(i);
            Faults faults = Faults.none();
            UnitRules.check(unit, known, faults);
            @Nullable Unit before = now.unit(unit.id()).orElse(null);
            if (before == null) {
                requireRoom(++count, Limits.UNITS, "units", content.units.line(i));
            } else if (!before.type().equals(unit.type())) {
                faults.add("/type", Codes.IMMUTABLE_FIELD, "a unit's type cannot be changed; make another unit");
            }
            mistakes.add(content.units.line(i), faults.list());
            if (count(before, unit)) {
                changes.add(new StateChange.PutUnit(unit));
            }
        }
    }

    /** Counts a thing and tells whether it is new or different. */
    private boolean count(@Nullable Object before, Object after) {
        if (before == null) {
            created++;
        } else if (before.equals(after)) {
            unchanged++;
            return false;
        } else {
            updated++;
        }
        return true;
    }

    private void requireRoom(int count, int most, String what, long line) {
        if (count > most) {
            mistakes.add(line, Codes.LIMIT_EXCEEDED, "a tenant can have at most " + most + " " + what);
        }
    }

    private void checkPrimaryAdministrators() {
        long lastLine = 0;
        for (Administrator administrator : now.administrators()) {
            if (PrimaryAdministrators.isActive(administrator, now)) {
                @Nullable Member stated = content.members.find(administrator.user());
                if (stated == null || stated.isActive()) {
                    return;
                }
                lastLine = Math.max(lastLine, content.members.lineOf(administrator.user()));
            } else if (administrator.primary() && becomesActive(administrator)) {
                return;
            }
        }
        if (lastLine > 0) {
            mistakes.add(
                    lastLine, Codes.LAST_PRIMARY_ADMIN, "no active primary administrator would be left after this");
        }
    }

    private boolean becomesActive(Administrator administrator) {
        @Nullable Member stated = content.members.find(administrator.user());
        return stated != null && stated.isActive();
    }

    private void forgetDeleted() {
        if (!deleted.isEmpty()) {
            Draft draft = new Draft();
            Mentions.removeMembers(now, deleted, content.groups::has, content.departments::has, draft);
            changes.addAll(draft.giving(deleted).changes());
        }
    }
}
