package org.sightline.directory.internal.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.stream.IntStream;
import org.sightline.directory.model.Department;
import org.sightline.directory.model.DirectorySnapshot;
import org.sightline.directory.model.Group;
import org.sightline.directory.model.Member;
import org.sightline.directory.model.MemberStatus;
import org.sightline.store.TenantState;

/** Compares a snapshot with what its state says, by the slowest and plainest means. */
public final class SnapshotAssert {

    private SnapshotAssert() {}

    /** The snapshot must say all of the state and nothing else. */
    public static void assertSays(DirectorySnapshot snapshot, TenantState state) {
        assertThat(snapshot.revision()).isEqualTo(state.revision());
        assertThat(snapshot.tenant()).isEqualTo(state.tenant());
        assertThat(snapshot.fields()).isEqualTo(state.fields());
        assertThat(snapshot.groups()).containsExactlyInAnyOrderElementsOf(state.groups());
        assertThat(snapshot.units()).containsExactlyInAnyOrderElementsOf(state.units());
        assertThat(snapshot.administrators()).containsExactlyInAnyOrderElementsOf(state.administrators());
        assertTree(snapshot, state);
        assertMembers(snapshot, state);
        state.groups().forEach(group -> assertGroup(snapshot, group));
    }

    private static void assertTree(DirectorySnapshot snapshot, TenantState state) {
        assertThat(IntStream.range(0, snapshot.departmentCount()).mapToObj(snapshot::department))
                .containsExactlyInAnyOrderElementsOf(state.departments());
        assertThat(snapshot.department(0).id().isRoot()).isTrue();
        for (int number = 0; number < snapshot.departmentCount(); number++) {
            Department department = snapshot.department(number);
            assertThat(snapshot.departmentNumber(department.id())).isEqualTo(number);
            int parent = department.parent() == null ? -1 : snapshot.departmentNumber(department.parent());
            assertThat(snapshot.parentOf(number)).isEqualTo(parent);
            for (int other = 0; other < snapshot.departmentCount(); other++) {
                boolean inside = other >= number && other < snapshot.subtreeEnd(number);
                assertThat(inside).isEqualTo(isBelow(snapshot, other, number));
            }
            int[] direct = IntStream.range(0, snapshot.memberCount())
                    .filter(member -> snapshot.member(member).departments().stream()
                            .anyMatch(place -> place.department().equals(department.id())))
                    .toArray();
            assertThat(snapshot.membersDirectlyIn(number)).isEqualTo(direct);
        }
    }

    private static boolean isBelow(DirectorySnapshot snapshot, int department, int top) {
        for (int at = department; at >= 0; at = snapshot.parentOf(at)) {
            if (at == top) {
                return true;
            }
        }
        return false;
    }

    private static void assertMembers(DirectorySnapshot snapshot, TenantState state) {
        assertThat(snapshot.memberCount()).isEqualTo(state.members().size());
        for (int number = 0; number < snapshot.memberCount(); number++) {
            Member member = state.members().get(number);
            assertThat(snapshot.member(number)).isEqualTo(member);
            assertThat(snapshot.memberNumber(member.id())).isEqualTo(number);
            assertThat(snapshot.isActive(number)).isEqualTo(member.isActive());
            assertThat(IntStream.of(snapshot.departmentsOf(number))
                            .mapToObj(department ->
                                    snapshot.department(department).id()))
                    .containsExactlyElementsOf(member.departments().stream()
                            .map(place -> place.department())
                            .toList());
            assertEmail(snapshot, member);
        }
    }

    private static void assertEmail(DirectorySnapshot snapshot, Member member) {
        String email = member.profile().email();
        if (email != null && member.status() != MemberStatus.DELETED) {
            int found = snapshot.memberNumberByEmail(email.toUpperCase(Locale.ROOT));
            assertThat(found).isNotNegative();
            assertThat(snapshot.member(found).profile().email()).isEqualToIgnoringCase(email);
        }
    }

    private static void assertGroup(DirectorySnapshot snapshot, Group group) {
        int[] expected = IntStream.range(0, snapshot.memberCount())
                .filter(number -> isIn(snapshot, group, number))
                .toArray();
        assertThat(snapshot.membersOf(group.id())).isEqualTo(expected);
    }

    private static boolean isIn(DirectorySnapshot snapshot, Group group, int number) {
        Member member = snapshot.member(number);
        if (group.condition() != null) {
            return group.condition().holdsFor(member);
        }
        return group.members().contains(member.id())
                || member.departments().stream().anyMatch(place -> group.departments().stream()
                        .map(snapshot::departmentNumber)
                        .filter(top -> top >= 0)
                        .anyMatch(top -> isBelow(snapshot, snapshot.departmentNumber(place.department()), top)));
    }
}
