package org.sightline.directory.internal.snapshot;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.sightline.directory.model.AdminPermission;
import org.sightline.directory.model.Administrator;
import org.sightline.directory.model.Condition;
import org.sightline.directory.model.CustomField;
import org.sightline.directory.model.Department;
import org.sightline.directory.model.DepartmentId;
import org.sightline.directory.model.FieldId;
import org.sightline.directory.model.FieldType;
import org.sightline.directory.model.Group;
import org.sightline.directory.model.GroupId;
import org.sightline.directory.model.Member;
import org.sightline.directory.model.MemberStatus;
import org.sightline.directory.model.Membership;
import org.sightline.directory.model.Plan;
import org.sightline.directory.model.Profile;
import org.sightline.directory.model.Tenant;
import org.sightline.directory.model.TenantKey;
import org.sightline.directory.model.Unit;
import org.sightline.directory.model.UnitId;
import org.sightline.directory.model.UserId;
import org.sightline.store.StateChange;
import org.sightline.store.TenantState;
import org.sightline.visibility.model.VisibilityPolicy;

/** A directory in plain collections that changes at random, for comparison. */
final class RandomChanges {

    private final Random random;
    private Tenant tenant =
            new Tenant(new TenantKey("acme"), "Acme", Plan.PRO, ZoneOffset.UTC, null, Locale.ENGLISH, true);
    private final Map<DepartmentId, Department> departments = new LinkedHashMap<>();
    private final Map<UserId, Member> members = new LinkedHashMap<>();
    private final Map<GroupId, Group> groups = new HashMap<>();
    private final Map<UnitId, Unit> units = new HashMap<>();
    private final Map<UserId, Administrator> administrators = new HashMap<>();
    private List<CustomField> fields = List.of();
    private int nextId;

    RandomChanges(long seed) {
        this.random = new Random(seed);
        departments.put(DepartmentId.ROOT, new Department(DepartmentId.ROOT, "Acme", null, 0, List.of()));
    }

    TenantState state(long revision) {
        return new TenantState(
                tenant,
                revision,
                List.copyOf(departments.values()),
                List.copyOf(members.values()),
                List.copyOf(groups.values()),
                List.copyOf(units.values()),
                fields,
                List.copyOf(administrators.values()),
                VisibilityPolicy.DEFAULT,
                1);
    }

    List<StateChange> next(int most) {
        List<StateChange> changes = new ArrayList<>();
        int count = 1 + random.nextInt(most);
        for (int i = 0; i < count; i++) {
            changes.add(change());
        }
        return changes;
    }

    private StateChange change() {
        return switch (random.nextInt(12)) {
            case 0 -> putDepartment();
            case 1 -> removeDepartment();
            case 2 -> putGroup();
            case 3 -> removeGroup();
            case 4 -> putUnit();
            case 5 -> putAdministrator();
            case 6 -> putFields();
            default -> putMember();
        };
    }

    private StateChange putMember() {
        UserId id = members.isEmpty() || random.nextInt(3) == 0 ? new UserId("u" + nextId++) : pick(members.keySet());
        MemberStatus status = List.of(
                        MemberStatus.ACTIVE, MemberStatus.ACTIVE, MemberStatus.SUSPENDED, MemberStatus.DELETED)
                .get(random.nextInt(4));
        List<Membership> places = new ArrayList<>();
        if (status != MemberStatus.DELETED) {
            Set<DepartmentId> chosen = new java.util.LinkedHashSet<>();
            for (int i = random.nextInt(3); i >= 0; i--) {
                chosen.add(pick(departments.keySet()));
            }
            chosen.forEach(department -> places.add(new Membership(department, random.nextInt(3))));
        }
        Profile profile = new Profile(
                null,
                random.nextBoolean() ? "Mail" + random.nextInt(40) + "@example.org" : null,
                null,
                null,
                random.nextBoolean() ? "Intern" : "Boss",
                List.of("Osaka", "Kyoto", "Oslo").get(random.nextInt(3)),
                null);
        Map<FieldId, String> custom =
                random.nextBoolean() ? Map.of() : Map.of(new FieldId("floor"), "" + random.nextInt(3));
        Member member = new Member(id, "Name " + random.nextInt(100), profile, places, custom, status);
        members.put(id, member);
        return new StateChange.PutMember(member);
    }

    private StateChange putDepartment() {
        DepartmentId id = random.nextInt(3) > 0 ? new DepartmentId("d" + nextId++) : pick(departments.keySet());
        Department old = departments.get(id);
        DepartmentId parent = id.isRoot() ? null : pick(departments.keySet());
        if (parent != null && isBelow(parent, id)) {
            parent = old.parent();
        }
        Department department = new Department(id, "D" + random.nextInt(50), parent, random.nextInt(4), List.of());
        if (old != null && random.nextBoolean()) {
            department = new Department(id, "Renamed", old.parent(), old.order(), List.of());
        }
        departments.put(id, department);
        return new StateChange.PutDepartment(department);
    }

    private boolean isBelow(DepartmentId candidate, DepartmentId top) {
        for (DepartmentId at = candidate; at != null; at = departments.get(at).parent()) {
            if (at.equals(top)) {
                return true;
            }
        }
        return false;
    }

    private StateChange removeDepartment() {
        for (DepartmentId id : departments.keySet()) {
            boolean empty = departments.values().stream().noneMatch(other -> id.equals(other.parent()))
                    && members.values().stream()
                            .flatMap(member -> member.departments().stream())
                            .noneMatch(place -> place.department().equals(id));
            if (!id.isRoot() && empty) {
                departments.remove(id);
                return new StateChange.RemoveDepartment(id);
            }
        }
        return putMember();
    }

    private StateChange putGroup() {
        GroupId id = new GroupId("g" + random.nextInt(6));
        Group group;
        if (random.nextBoolean()) {
            group = new Group(id, "G", List.of(), List.of(), Condition.parse(condition()));
        } else {
            List<UserId> named = members.isEmpty() ? List.of() : List.of(pick(members.keySet()));
            group = new Group(id, "G", named, List.of(pick(departments.keySet())), null);
        }
        groups.put(id, group);
        return new StateChange.PutGroup(group);
    }

    private String condition() {
        return List.of(
                        "city = \"Osaka\"",
                        "not city in (\"Osaka\", \"Oslo\")",
                        "custom_fields.floor != \"1\" and job_title starts with \"Int\"")
                .get(random.nextInt(3));
    }

    private StateChange removeGroup() {
        GroupId id = new GroupId("g" + random.nextInt(6));
        groups.remove(id);
        return new StateChange.RemoveGroup(id);
    }

    private StateChange putUnit() {
        UnitId id = new UnitId("n" + random.nextInt(3));
        if (random.nextInt(3) == 0) {
            units.remove(id);
            return new StateChange.RemoveUnit(id);
        }
        Unit unit = new Unit(id, "U", "subsidiary", List.of(pick(departments.keySet())));
        units.put(id, unit);
        return new StateChange.PutUnit(unit);
    }

    private StateChange putAdministrator() {
        if (members.isEmpty()) {
            tenant = new Tenant(tenant.key(), "Renamed", Plan.STARTER, ZoneOffset.UTC, "eu", Locale.JAPAN, false);
            return new StateChange.PutTenant(tenant);
        }
        UserId id = pick(members.keySet());
        if (random.nextBoolean()) {
            administrators.remove(id);
            return new StateChange.RemoveAdministrator(id);
        }
        Administrator administrator = new Administrator(id, random.nextBoolean(), Set.of(AdminPermission.ORGANIZATION));
        administrators.put(id, administrator);
        return new StateChange.PutAdministrator(administrator);
    }

    private StateChange putFields() {
        fields = List.of(new CustomField(new FieldId("floor"), "L" + random.nextInt(9), FieldType.TEXT, List.of()));
        return new StateChange.PutFields(fields);
    }

    private <T> T pick(Set<T> from) {
        return from.stream().skip(random.nextInt(from.size())).findFirst().orElseThrow();
    }
}
