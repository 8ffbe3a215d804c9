package org.sightline.directory.internal.edit;

import static org.sightline.directory.internal.Acme.KEY;
import static org.sightline.directory.internal.Acme.actor;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.sightline.audit.AuditEntry;
import org.sightline.directory.DirectoryEditor;
import org.sightline.directory.Expectation;
import org.sightline.directory.TenantSnapshot;
import org.sightline.directory.internal.Acme;
import org.sightline.directory.internal.live.LiveTenants;
import org.sightline.directory.model.AdminPermission;
import org.sightline.directory.model.Administrator;
import org.sightline.directory.model.Condition;
import org.sightline.directory.model.Department;
import org.sightline.directory.model.DepartmentId;
import org.sightline.directory.model.FieldId;
import org.sightline.directory.model.Group;
import org.sightline.directory.model.GroupId;
import org.sightline.directory.model.Member;
import org.sightline.directory.model.MemberStatus;
import org.sightline.directory.model.Membership;
import org.sightline.directory.model.Profile;
import org.sightline.directory.model.Unit;
import org.sightline.directory.model.UnitId;
import org.sightline.directory.model.UserId;
import org.sightline.store.AuditQuery;
import org.sightline.testkit.store.InMemoryTenantStore;

/** The organisation of these tests, with an editor in hand. */
final class EditedAcme {

    static final Instant NOW = Instant.parse("2026-03-01T09:59:00Z");

    final InMemoryTenantStore store = new InMemoryTenantStore();
    final LiveTenants live = new LiveTenants(store, Clock.fixed(NOW, ZoneOffset.UTC));
    final DirectoryEditor editor = new DirectoryEdits(live);
    final TenantRegister register = new TenantRegister(live, store, Clock.fixed(NOW, ZoneOffset.UTC));

    EditedAcme() {
        Acme.found(store);
    }

    TenantSnapshot now() {
        return live.current(KEY);
    }

    long department(String id, String parent) {
        return editor.createDepartment(KEY, actor(), Acme.department(id, parent))
                .revision();
    }

    long member(String id, String... departments) {
        return editor.createMember(KEY, actor(), Acme.member(id, departments)).revision();
    }

    long unit(String id, String... departments) {
        return editor.createUnit(KEY, actor(), unitOf(id, departments)).revision();
    }

    long admin(String id, boolean primary) {
        return editor.putAdministrator(
                        KEY,
                        actor(),
                        new Administrator(new UserId(id), primary, Set.of(AdminPermission.ORGANIZATION)),
                        Expectation.any())
                .revision();
    }

    Department department(String id) {
        return now().directory().department(now().directory().departmentNumber(new DepartmentId(id)));
    }

    Member member(String id) {
        return now().directory().member(now().directory().memberNumber(new UserId(id)));
    }

    long update(String department, UnaryOperator<Department> edit) {
        return editor.updateDepartment(KEY, actor(), new DepartmentId(department), Expectation.any(), edit)
                .revision();
    }

    long updateMember(String id, UnaryOperator<Member> edit) {
        return editor.updateMember(KEY, actor(), new UserId(id), Expectation.any(), edit)
                .revision();
    }

    long deleteMember(String id) {
        return editor.deleteMember(KEY, actor(), new UserId(id), Expectation.any())
                .revision();
    }

    long deleteDepartment(String id) {
        return editor.deleteDepartment(KEY, actor(), new DepartmentId(id), Expectation.any())
                .revision();
    }

    List<String> audit() {
        return store.audit(new AuditQuery(KEY, null, null, null, null, null, 0, 100)).stream()
                .map(EditedAcme::inShort)
                .toList();
    }

    private static String inShort(AuditEntry entry) {
        return entry.revision() + " " + entry.action() + " " + entry.objectId();
    }

    static Unit unitOf(String id, String... departments) {
        return new Unit(new UnitId(id), "Unit " + id, "subsidiary", departments(departments));
    }

    static Group groupOf(String id, List<String> members, List<String> departments) {
        return new Group(
                new GroupId(id),
                "Group " + id,
                members.stream().map(UserId::new).toList(),
                departments.stream().map(DepartmentId::new).toList(),
                null);
    }

    static Group groupOf(String id, String condition) {
        return new Group(new GroupId(id), "Group " + id, List.of(), List.of(), Condition.parse(condition));
    }

    static List<DepartmentId> departments(String... ids) {
        return Stream.of(ids).map(DepartmentId::new).toList();
    }

    static UnaryOperator<Department> below(String parent) {
        return old -> new Department(old.id(), old.name(), new DepartmentId(parent), old.order(), old.leaders());
    }

    static UnaryOperator<Department> ledBy(String... leaders) {
        return old -> new Department(
                old.id(),
                old.name(),
                old.parent(),
                old.order(),
                Stream.of(leaders).map(UserId::new).toList());
    }

    static UnaryOperator<Department> named(String name) {
        return old -> new Department(old.id(), name, old.parent(), old.order(), old.leaders());
    }

    static Member withEmail(Member old, String email) {
        return new Member(
                old.id(),
                old.name(),
                new Profile(null, email, null, null, null, null, null),
                old.departments(),
                old.customFields(),
                old.status());
    }

    static Member withFields(Member old, Map<FieldId, String> values) {
        return new Member(old.id(), old.name(), old.profile(), old.departments(), values, old.status());
    }

    static Member named(Member old, String name) {
        return new Member(old.id(), name, old.profile(), old.departments(), old.customFields(), old.status());
    }

    static UnaryOperator<Member> in(String... departments) {
        return old -> old.withDepartments(departments(departments).stream()
                .map(department -> new Membership(department, 0))
                .toList());
    }

    static UnaryOperator<Member> being(MemberStatus status) {
        return old -> old.withStatus(status);
    }
}
