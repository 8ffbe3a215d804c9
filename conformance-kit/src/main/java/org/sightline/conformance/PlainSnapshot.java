package org.sightline.conformance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
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

/** A snapshot made of plain maps. */
final class PlainSnapshot implements DirectorySnapshot {

    private final Tenant tenant;
    private final long revision;
    private final List<Member> members;
    private final List<Group> groups;
    private final List<Unit> units;
    private final List<CustomField> fields;
    private final List<Department> preorder = new ArrayList<>();
    private final Map<DepartmentId, Integer> departmentNumbers = new HashMap<>();
    private final Map<UserId, Integer> memberNumbers = new HashMap<>();
    private final int[] ends;
    private final int[][] departmentsOf;
    private final int[][] membersIn;
    private final AtomicReference<@Nullable Runnable> atHalf;

    /**
     * @param atHalf done once, when somebody who goes through the members is in the middle; null for nothing
     */
    PlainSnapshot(
            Tenant tenant,
            long revision,
            List<Department> departments,
            List<Member> members,
            List<Group> groups,
            List<Unit> units,
            List<CustomField> fields,
            @Nullable Runnable atHalf) {
        this.tenant = tenant;
        this.revision = revision;
        this.members = members;
        this.groups = groups.stream().sorted(Comparator.comparing(Group::id)).toList();
        this.units = units.stream().sorted(Comparator.comparing(Unit::id)).toList();
        this.fields = fields;
        ends = new int[departments.size()];
        Map<DepartmentId, List<Department>> children = new HashMap<>();
        for (Department department : departments) {
            DepartmentId parent = department.parent();
            if (parent != null) {
                children.computeIfAbsent(parent, unseen -> new ArrayList<>()).add(department);
            }
        }
        number(departments.get(0), children);
        for (int number = 0; number < members.size(); number++) {
            memberNumbers.put(members.get(number).id(), number);
        }
        departmentsOf = members.stream().map(this::numbersOf).toArray(int[][]::new);
        membersIn = membersIn();
        this.atHalf = new AtomicReference<>(atHalf);
    }

    private void passing(int member) {
        if (member == members.size() / 2 && atHalf.get() != null) {
            Runnable once = atHalf.getAndSet(null);
            if (once != null) {
                once.run();
            }
        }
    }

    private void number(Department department, Map<DepartmentId, List<Department>> children) {
        int number = preorder.size();
        preorder.add(department);
        departmentNumbers.put(department.id(), number);
        children.getOrDefault(department.id(), List.of()).forEach(child -> number(child, children));
        ends[number] = preorder.size();
    }

    private int[] numbersOf(Member member) {
        return member.departments().stream()
                .map(Membership::department)
                .mapToInt(this::departmentNumber)
                .toArray();
    }

    private int[][] membersIn() {
        List<List<Integer>> gathered = new ArrayList<>();
        preorder.forEach(department -> gathered.add(new ArrayList<>()));
        for (int member = 0; member < departmentsOf.length; member++) {
            for (int department : departmentsOf[member]) {
                gathered.get(department).add(member);
            }
        }
        return gathered.stream().map(PlainSnapshot::toArray).toArray(int[][]::new);
    }

    private static int[] toArray(Collection<Integer> numbers) {
        return numbers.stream().mapToInt(Integer::intValue).toArray();
    }

    @Override
    public long revision() {
        return revision;
    }

    @Override
    public Tenant tenant() {
        return tenant;
    }

    @Override
    public int memberCount() {
        return members.size();
    }

    @Override
    public Member member(int number) {
        passing(number);
        return members.get(number);
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
        passing(member);
        return members.get(member).isActive();
    }

    @Override
    public int[] departmentsOf(int member) {
        passing(member);
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
        return groups;
    }

    @Override
    public Optional<Group> group(GroupId id) {
        return groups.stream().filter(group -> group.id().equals(id)).findAny();
    }

    @Override
    public int[] membersOf(GroupId id) {
        return group(id)
                .map(group -> group.members().stream()
                        .mapToInt(this::memberNumber)
                        .filter(number -> number != NONE)
                        .sorted()
                        .toArray())
                .orElse(new int[0]);
    }

    @Override
    public Collection<Unit> units() {
        return units;
    }

    @Override
    public Optional<Unit> unit(UnitId id) {
        return units.stream().filter(unit -> unit.id().equals(id)).findAny();
    }

    @Override
    public List<CustomField> fields() {
        return fields;
    }

    @Override
    public Collection<Administrator> administrators() {
        return List.of();
    }

    @Override
    public Optional<Administrator> administrator(UserId id) {
        return Optional.empty();
    }

    /** Returns a number that changes when somebody writes into one of the arrays that are handed out. */
    int fingerprint() {
        return Arrays.deepHashCode(new Object[] {departmentsOf, membersIn});
    }
}
