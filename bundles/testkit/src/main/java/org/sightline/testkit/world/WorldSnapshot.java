package org.sightline.testkit.world;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.sightline.directory.TenantSnapshot;
import org.sightline.directory.model.Administrator;
import org.sightline.directory.model.CustomField;
import org.sightline.directory.model.Department;
import org.sightline.directory.model.DepartmentId;
import org.sightline.directory.model.DirectorySnapshot;
import org.sightline.directory.model.Group;
import org.sightline.directory.model.GroupId;
import org.sightline.directory.model.Member;
import org.sightline.directory.model.Membership;
import org.sightline.directory.model.Tenant;
import org.sightline.directory.model.Unit;
import org.sightline.directory.model.UnitId;
import org.sightline.directory.model.UserId;
import org.sightline.store.TenantState;

/** A snapshot made of plain maps from a stored state: slow to make, easy to believe. */
public final class WorldSnapshot implements DirectorySnapshot {

    private final TenantState state;
    private final List<Department> preorder = new ArrayList<>();
    private final Map<DepartmentId, Integer> departmentNumbers = new HashMap<>();
    private final Map<UserId, Integer> memberNumbers = new HashMap<>();
    private final int[] ends;
    private final int[][] departmentsOf;
    private final int[][] membersIn;
    private final Map<GroupId, int[]> membersOfGroup = new HashMap<>();

    private WorldSnapshot(TenantState state) {
        this.state = state;
        Map<DepartmentId, List<Department>> children = new HashMap<>();
        for (Department department : state.departments()) {
            if (department.parent() != null) {
                children.computeIfAbsent(department.parent(), parent -> new ArrayList<>())
                        .add(department);
            }
        }
        ends = new int[state.departments().size()];
        for (Department department : state.departments()) {
            if (department.parent() == null) {
                visit(department, children);
            }
        }
        for (int number = 0; number < state.members().size(); number++) {
            memberNumbers.put(state.members().get(number).id(), number);
        }
        departmentsOf = state.members().stream().map(this::numbersOf).toArray(int[][]::new);
        membersIn = IntStream.range(0, preorder.size())
                .mapToObj(this::directMembers)
                .toArray(int[][]::new);
        for (Group group : state.groups()) {
            membersOfGroup.put(group.id(), groupMembers(group));
        }
    }

    /** Makes the snapshot of a state. */
    public static WorldSnapshot of(TenantState state) {
        return new WorldSnapshot(state);
    }

    /** Makes the snapshot of a whole tenant. */
    public static TenantSnapshot tenant(TenantState state) {
        return new TenantSnapshot(
                of(state),
                state.policy(),
                state.policyRevision(),
                state.trust(),
                state.operatorAccess(),
                state.apps(),
                state.shadow());
    }

    private void visit(Department department, Map<DepartmentId, List<Department>> children) {
        int number = preorder.size();
        preorder.add(department);
        departmentNumbers.put(department.id(), number);
        children.getOrDefault(department.id(), List.of()).forEach(child -> visit(child, children));
        ends[number] = preorder.size();
    }

    private int[] numbersOf(Member member) {
        return member.departments().stream()
                .map(Membership::department)
                .mapToInt(this::departmentNumber)
                .toArray();
    }

    private int[] directMembers(int department) {
        return IntStream.range(0, memberCount())
                .filter(member -> Arrays.stream(departmentsOf[member]).anyMatch(each -> each == department))
                .toArray();
    }

    private int[] groupMembers(Group group) {
        Set<Integer> members = new HashSet<>();
        for (int number = 0; number < memberCount(); number++) {
            Member member = member(number);
            boolean in = group.condition() != null
                    ? group.condition().holdsFor(member)
                    : group.members().contains(member.id()) || liesInAny(number, group.departments());
            if (in) {
                members.add(number);
            }
        }
        return members.stream().mapToInt(Integer::intValue).sorted().toArray();
    }

    private boolean liesInAny(int member, List<DepartmentId> departments) {
        return departments.stream()
                .map(departmentNumbers::get)
                .filter(department -> department != null)
                .anyMatch(department -> Arrays.stream(departmentsOf[member])
                        .anyMatch(each -> each >= department && each < ends[department]));
    }

    @Override
    public long revision() {
        return state.revision();
    }

    @Override
    public Tenant tenant() {
        return state.tenant();
    }

    @Override
    public int memberCount() {
        return state.members().size();
    }

    @Override
    public Member member(int number) {
        return state.members().get(number);
    }

    @Override
    public int memberNumber(UserId id) {
        return memberNumbers.getOrDefault(id, NONE);
    }

    @Override
    public int memberNumberByEmail(String email) {
        return IntStream.range(0, memberCount())
                .filter(number ->
                        email.equalsIgnoreCase(member(number).profile().email()))
                .findFirst()
                .orElse(NONE);
    }

    @Override
    public boolean isActive(int member) {
        return member(member).isActive();
    }

    @Override
    public int[] departmentsOf(int member) {
        return departmentsOf[member];
    }

    @Override
    public int departmentCount() {
        return preorder.size();
    }

    @Override
    public Department department(int number) {
        return preorder.get(number);
    }

    @Override
    public int departmentNumber(DepartmentId id) {
        return departmentNumbers.getOrDefault(id, NONE);
    }

    @Override
    public int subtreeEnd(int department) {
        return ends[department];
    }

    @Override
    public int parentOf(int department) {
        DepartmentId parent = department(department).parent();
        return parent == null ? NONE : departmentNumber(parent);
    }

    @Override
    public int[] membersDirectlyIn(int department) {
        return membersIn[department];
    }

    @Override
    public Collection<Group> groups() {
        return state.groups().stream().sorted(Comparator.comparing(Group::id)).toList();
    }

    @Override
    public Optional<Group> group(GroupId id) {
        return state.groups().stream().filter(group -> group.id().equals(id)).findAny();
    }

    @Override
    public int[] membersOf(GroupId id) {
        return membersOfGroup.getOrDefault(id, new int[0]);
    }

    @Override
    public Collection<Unit> units() {
        return state.units().stream().sorted(Comparator.comparing(Unit::id)).toList();
    }

    @Override
    public Optional<Unit> unit(UnitId id) {
        return state.units().stream().filter(unit -> unit.id().equals(id)).findAny();
    }

    @Override
    public List<CustomField> fields() {
        return state.fields();
    }

    @Override
    public Collection<Administrator> administrators() {
        return state.administrators();
    }

    @Override
    public Optional<Administrator> administrator(UserId id) {
        return state.administrators().stream()
                .filter(administrator -> administrator.user().equals(id))
                .findAny();
    }
}
