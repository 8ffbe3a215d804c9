package org.sightline.visibility.internal.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sightline.directory.model.Condition;
import org.sightline.directory.model.Department;
import org.sightline.directory.model.DepartmentId;
import org.sightline.directory.model.Group;
import org.sightline.directory.model.GroupId;
import org.sightline.directory.model.Member;
import org.sightline.directory.model.MemberStatus;
import org.sightline.directory.model.Membership;
import org.sightline.directory.model.Profile;
import org.sightline.directory.model.Unit;
import org.sightline.directory.model.UserId;
import org.sightline.store.TenantState;

/** Changes a random world's people one step at a time: members, groups, departments, units. */
final class RandomChanges {

    private final Random random;
    private TenantState world;
    private int created;

    RandomChanges(TenantState world, long seed) {
        this.world = world;
        this.random = new Random(seed);
    }

    /** The world after one more change, or a few at once. */
    TenantState next() {
        int changes = random.nextInt(4) == 0 ? 3 : 1;
        for (int change = 0; change < changes; change++) {
            change();
        }
        return world;
    }

    private void change() {
        switch (random.nextInt(13)) {
            case 0 -> addMember();
            case 1, 2, 3 -> replaceMember(pick(world.members()), this::moved);
            case 4 -> replaceMember(pick(world.members()), this::withOtherProfile);
            case 5, 6 -> replaceMember(pick(world.members()), this::withOtherStatus);
            case 7 -> changeGroup();
            case 8 -> addDepartment();
            case 9 -> moveDepartment();
            case 10 -> renameDepartment();
            case 11 -> removeDepartment();
            default -> changeUnit();
        }
    }

    private void addMember() {
        List<Member> members = new ArrayList<>(world.members());
        members.add(new Member(
                new UserId("new" + created++), "New", Profile.EMPTY, places(), Map.of(), MemberStatus.ACTIVE));
        putMembers(members);
    }

    private void replaceMember(Member member, UnaryOperator<Member> change) {
        putMembers(world.members().stream()
                .map(each -> each.equals(member) ? change.apply(each) : each)
                .toList());
    }

    private Member moved(Member member) {
        return member.status() == MemberStatus.DELETED ? member : member.withDepartments(places());
    }

    private Member withOtherProfile(Member member) {
        String city = random.nextBoolean() ? "Osaka" : "Nara";
        Profile profile = new Profile(null, null, null, null, "Intern", city, null);
        return new Member(member.id(), "Other", profile, member.departments(), member.customFields(), member.status());
    }

    private Member withOtherStatus(Member member) {
        return switch (member.status()) {
            case ACTIVE ->
                random.nextBoolean()
                        ? member.withStatus(MemberStatus.SUSPENDED)
                        : member.withStatus(MemberStatus.DELETED).withDepartments(List.of());
            case SUSPENDED -> member.withStatus(MemberStatus.ACTIVE);
            case DELETED -> member;
        };
    }

    private List<Membership> places() {
        int count = random.nextInt(3) == 0 ? 2 + random.nextInt(2) : 1;
        return Stream.generate(() -> pick(world.departments()).id())
                .limit(count)
                .distinct()
                .map(department -> new Membership(department, 0))
                .toList();
    }

    private void changeGroup() {
        if (random.nextInt(6) == 0) {
            GroupId id = new GroupId("g" + random.nextInt(10));
            List<Group> groups = new ArrayList<>(world.groups());
            if (!groups.removeIf(group -> group.id().equals(id))) {
                groups.add(new Group(id, "G", List.of(pick(world.members()).id()), List.of(), null));
            }
            putGroups(groups, world.units());
        } else if (!world.groups().isEmpty()) {
            Group old = pick(world.groups());
            Group changed = old.condition() != null
                    ? new Group(old.id(), "G", List.of(), List.of(), Condition.parse("city = \"Nara\""))
                    : new Group(old.id(), "G", otherMembers(old), otherDepartments(old), null);
            putGroups(
                    world.groups().stream()
                            .map(each -> each.equals(old) ? changed : each)
                            .toList(),
                    world.units());
        }
    }

    private List<UserId> otherMembers(Group group) {
        List<UserId> members = new ArrayList<>(group.members());
        UserId one = pick(world.members()).id();
        if (!members.remove(one)) {
            members.add(one);
        }
        return members;
    }

    private List<DepartmentId> otherDepartments(Group group) {
        return random.nextInt(4) == 0 ? List.of(pick(world.departments()).id()) : group.departments();
    }

    private void addDepartment() {
        List<Department> departments = new ArrayList<>(world.departments());
        DepartmentId id = new DepartmentId("new" + created++);
        departments.add(
                random.nextInt(departments.size()) + 1,
                new Department(id, "New", pick(world.departments()).id(), 0, List.of()));
        putDepartments(departments, world.units());
    }

    private void moveDepartment() {
        Department moved = pick(world.departments());
        Department under = pick(world.departments());
        if (moved.parent() != null && !isBelow(under, moved) && !joinsUnits(moved, under)) {
            replaceDepartment(moved, new Department(moved.id(), moved.name(), under.id(), 0, moved.leaders()));
        }
    }

    /** Whether a department that has a unit in it would come to lie in another one, which the directory refuses. */
    private boolean joinsUnits(Department moved, Department under) {
        Predicate<Department> isTop = department ->
                world.units().stream().anyMatch(unit -> unit.departments().contains(department.id()));
        boolean below = world.departments().stream().anyMatch(each -> isTop.test(each) && isBelow(each, moved));
        boolean above = world.departments().stream().anyMatch(each -> isTop.test(each) && isBelow(under, each));
        return below && above;
    }

    private boolean isBelow(Department department, Department above) {
        for (Department at = department; at != null; at = find(at.parent())) {
            if (at.id().equals(above.id())) {
                return true;
            }
        }
        return false;
    }

    private @Nullable Department find(@Nullable DepartmentId id) {
        return world.departments().stream()
                .filter(each -> each.id().equals(id))
                .findAny()
                .orElse(null);
    }

    private void renameDepartment() {
        Department old = pick(world.departments());
        List<UserId> leaders = List.of(pick(world.members()).id());
        replaceDepartment(old, new Department(old.id(), "Other", old.parent(), old.order(), leaders));
    }

    private void replaceDepartment(Department old, Department changed) {
        putDepartments(
                world.departments().stream()
                        .map(each -> each.equals(old) ? changed : each)
                        .toList(),
                world.units());
    }

    /** Removes a department that is empty, as the directory would. */
    private void removeDepartment() {
        Department gone = pick(world.departments());
        Predicate<Member> inside = member ->
                member.departments().stream().anyMatch(each -> each.department().equals(gone.id()));
        boolean parent = world.departments().stream().anyMatch(each -> gone.id().equals(each.parent()));
        if (gone.parent() == null || parent || world.members().stream().anyMatch(inside)) {
            return;
        }
        putDepartments(
                world.departments().stream().filter(each -> !each.equals(gone)).toList(),
                world.units().stream()
                        .map(unit -> new Unit(
                                unit.id(),
                                unit.name(),
                                unit.type(),
                                unit.departments().stream()
                                        .filter(each -> !each.equals(gone.id()))
                                        .toList()))
                        .toList());
    }

    private void changeUnit() {
        if (!world.units().isEmpty()) {
            Unit old = pick(world.units());
            List<Unit> units = new ArrayList<>(world.units());
            units.remove(old);
            putGroups(world.groups(), units);
        }
    }

    private void putMembers(List<Member> members) {
        world = with(world, world.departments(), List.copyOf(members), world.groups(), world.units());
    }

    private void putGroups(List<Group> groups, List<Unit> units) {
        world = with(world, world.departments(), world.members(), List.copyOf(groups), units);
    }

    private void putDepartments(List<Department> departments, List<Unit> units) {
        world = with(world, List.copyOf(departments), world.members(), world.groups(), units);
    }

    private static TenantState with(
            TenantState world,
            List<Department> departments,
            List<Member> members,
            List<Group> groups,
            List<Unit> units) {
        return new TenantState(
                world.tenant(),
                world.revision() + 1,
                departments,
                members,
                groups,
                units,
                world.fields(),
                world.administrators(),
                world.policy(),
                world.policyRevision());
    }

    private <T> T pick(List<T> from) {
        return Objects.requireNonNull(from.get(random.nextInt(from.size())));
    }
}
