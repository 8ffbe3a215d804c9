package org.sightline.rest.internal;

import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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
import org.sightline.directory.model.MemberStatus;
import org.sightline.directory.model.Membership;
import org.sightline.directory.model.Plan;
import org.sightline.directory.model.Profile;
import org.sightline.directory.model.Tenant;
import org.sightline.directory.model.TenantKey;
import org.sightline.directory.model.Unit;
import org.sightline.directory.model.UnitId;
import org.sightline.directory.model.UserId;
import org.sightline.visibility.model.VisibilityPolicy;

/** An organisation of members `m0`, `m1`, ... in one department. */
public record FakeDirectory(long revision, Tenant tenant, List<Member> members) implements DirectorySnapshot {

    /** Returns the state of an organisation of so many members. */
    public static TenantSnapshot snapshot(String key, long revision, int memberCount) {
        Tenant tenant =
                new Tenant(new TenantKey(key), "The " + key, Plan.PRO, ZoneId.of("UTC"), null, Locale.ENGLISH, true);
        List<Member> members = IntStream.range(0, memberCount)
                .mapToObj(number -> new Member(
                        new UserId("m" + number),
                        "Member " + number,
                        Profile.EMPTY,
                        List.of(new Membership(DepartmentId.ROOT, 0)),
                        Map.of(),
                        number % 10 == 9 ? MemberStatus.SUSPENDED : MemberStatus.ACTIVE))
                .toList();
        return new TenantSnapshot(new FakeDirectory(revision, tenant, members), VisibilityPolicy.DEFAULT, revision);
    }

    @Override
    public int memberCount() {
        return members.size();
    }

    @Override
    public Member member(int number) {
        return members.get(number);
    }

    @Override
    public int memberNumber(UserId id) {
        return IntStream.range(0, members.size())
                .filter(number -> members.get(number).id().equals(id))
                .findFirst()
                .orElse(NONE);
    }

    @Override
    public int memberNumberByEmail(String email) {
        return NONE;
    }

    @Override
    public boolean isActive(int member) {
        return members.get(member).isActive();
    }

    @Override
    public int[] departmentsOf(int member) {
        return new int[] {0};
    }

    @Override
    public int departmentCount() {
        return 1;
    }

    @Override
    public Department department(int number) {
        return new Department(DepartmentId.ROOT, tenant.name(), null, 0, List.of());
    }

    @Override
    public int departmentNumber(DepartmentId id) {
        return id.equals(DepartmentId.ROOT) ? 0 : NONE;
    }

    @Override
    public int subtreeEnd(int department) {
        return 1;
    }

    @Override
    public int parentOf(int department) {
        return NONE;
    }

    @Override
    public int[] membersDirectlyIn(int department) {
        return IntStream.range(0, members.size()).toArray();
    }

    @Override
    public Collection<Group> groups() {
        return List.of();
    }

    @Override
    public Optional<Group> group(GroupId id) {
        return Optional.empty();
    }

    @Override
    public int[] membersOf(GroupId id) {
        return new int[0];
    }

    @Override
    public Collection<Unit> units() {
        return List.of();
    }

    @Override
    public Optional<Unit> unit(UnitId id) {
        return Optional.empty();
    }

    @Override
    public List<CustomField> fields() {
        return List.of();
    }

    @Override
    public Collection<Administrator> administrators() {
        return List.of();
    }

    @Override
    public Optional<Administrator> administrator(UserId id) {
        return Optional.empty();
    }
}
