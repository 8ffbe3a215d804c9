package org.sightline.visibility.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sightline.directory.model.Department;
import org.sightline.directory.model.DepartmentId;
import org.sightline.directory.model.DirectorySnapshot;
import org.sightline.directory.model.Member;
import org.sightline.directory.model.MemberStatus;
import org.sightline.directory.model.Membership;
import org.sightline.directory.model.Plan;
import org.sightline.directory.model.Profile;
import org.sightline.directory.model.UserId;
import org.sightline.store.TenantState;
import org.sightline.testkit.world.WorldSnapshot;
import org.sightline.visibility.internal.Worlds;
import org.sightline.visibility.internal.mainrule.OwnDepartment;
import org.sightline.visibility.internal.mainrule.Sights;

/** What the engine of a directory's next state shares with the engine before. */
class SuccessorTest {

    private static final int ANN = 0;
    private static final int EVE = 4;

    private final TenantState world = people();
    private final CompiledEngine before = Comparison.compile(world);

    /** Ann is named by a rule; Cem, Dan and Eve are in sales, Fay in nothing but the root. */
    private static TenantState people() {
        TenantState small = Worlds.small(Worlds.policy("own_department", Worlds.rule("r", "ann", "bob")), Plan.PRO, 1);
        List<Member> members = new ArrayList<>(small.members());
        members.add(member("dan", "sales"));
        members.add(member("eve", "sales"));
        members.add(member("fay", "0"));
        return with(small, small.departments(), members);
    }

    private static Member member(String id, String department) {
        List<Membership> places = List.of(new Membership(new DepartmentId(department), 0));
        return new Member(new UserId(id), id, Profile.EMPTY, places, Map.of(), MemberStatus.ACTIVE);
    }

    private static TenantState with(TenantState world, List<Department> departments, List<Member> members) {
        return new TenantState(
                world.tenant(),
                world.revision() + 1,
                departments,
                members,
                world.groups(),
                world.units(),
                world.fields(),
                world.administrators(),
                world.policy(),
                world.policyRevision());
    }

    private CompiledEngine after(TenantState next) {
        DirectorySnapshot directory = WorldSnapshot.of(next);
        before.visibleTo(ANN);
        before.visibleTo(EVE);
        CompiledEngine after = before.with(
                directory,
                next.policy(),
                Sights.of(new OwnDepartment(), next.policy().mainRule(), directory, failure -> {}));
        assertThat(Comparison.of(next, after, true).differences()).isEmpty();
        return after;
    }

    private TenantState replacing(int number, Member member) {
        List<Member> members = new ArrayList<>(world.members());
        members.set(number, member);
        return with(world, world.departments(), members);
    }

    @Test
    void aProfileTouchesNothing() {
        Member eve = world.members().get(EVE);
        CompiledEngine after = after(replacing(
                EVE, new Member(eve.id(), "Eva", eve.profile(), eve.departments(), eve.customFields(), eve.status())));
        assertThat(after.layout).isSameAs(before.layout);
        assertThat(after.targets).isSameAs(before.targets);
    }

    @Test
    void aMoveGivesOneMemberAnotherBase() {
        CompiledEngine after = after(replacing(EVE, member("eve", "0")));
        assertThat(after.table).isSameAs(before.table);
        assertThat(after.targets).isSameAs(before.targets);
        int base = before.layout.base(ANN);
        assertThat(after.layout.base(ANN)).isEqualTo(base);
        assertThat(after.rows.ofBase(base)).isSameAs(before.rows.ofBase(base));
        assertThat(after.layout.base(EVE)).isNotEqualTo(before.layout.base(EVE));
        assertThat(before.layout.base(EVE)).isEqualTo(before.layout.base(3));
    }

    @Test
    void rowsThatWereHandedOnAreNotForgotten() {
        CompiledEngine after = after(replacing(EVE, member("eve", "0")));
        int base = after.layout.base(ANN);
        Row row = after.rows.ofBase(base);
        before.forgetDecisions();
        assertThat(after.rows.ofBase(base)).isSameAs(row);
    }

    @Test
    void aNewMemberJoinsTheBaseOfTheNeighbours() {
        List<Member> members = new ArrayList<>(world.members());
        members.add(member("gus", "sales"));
        CompiledEngine after = after(with(world, world.departments(), members));
        assertThat(after.targets).isSameAs(before.targets);
        assertThat(after.layout.base(members.size() - 1)).isEqualTo(before.layout.base(EVE));
    }

    @Test
    void whoIsNamedMovesWithoutBeingMixedUp() {
        CompiledEngine after = after(replacing(ANN, member("ann", "0")));
        assertThat(after.layout.isNamed(ANN)).isTrue();
        assertThat(after.layout.base(EVE)).isEqualTo(before.layout.base(EVE));
    }

    @Test
    void anotherNameOfADepartmentTouchesNothing() {
        List<Department> departments = new ArrayList<>(world.departments());
        Department sales = departments.get(1);
        departments.set(1, new Department(sales.id(), "Vertrieb", sales.parent(), 0, List.of(new UserId("ann"))));
        assertThat(after(with(world, departments, world.members())).layout).isSameAs(before.layout);
    }

    @Test
    void aNewDepartmentMovesNumbersAndKeepsBases() {
        List<Department> departments = new ArrayList<>(world.departments());
        departments.add(1, new Department(new DepartmentId("board"), "Board", DepartmentId.ROOT, 0, List.of()));
        CompiledEngine after = after(with(world, departments, world.members()));
        assertThat(after.layout.base(EVE)).isEqualTo(before.layout.base(EVE));
        assertThat(after.layout.place(EVE)).isEqualTo(before.layout.place(EVE) + 1);
    }
}
