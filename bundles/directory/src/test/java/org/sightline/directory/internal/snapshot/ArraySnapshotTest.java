package org.sightline.directory.internal.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sightline.directory.internal.snapshot.SnapshotAssert.assertSays;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.sightline.directory.model.Department;
import org.sightline.directory.model.DepartmentId;
import org.sightline.directory.model.GroupId;
import org.sightline.directory.model.Member;
import org.sightline.directory.model.MemberStatus;
import org.sightline.directory.model.Membership;
import org.sightline.directory.model.Profile;
import org.sightline.directory.model.UnitId;
import org.sightline.directory.model.UserId;
import org.sightline.store.StateChange;
import org.sightline.store.TenantState;
import org.sightline.visibility.model.VisibilityPolicy;

class ArraySnapshotTest {

    @RepeatedTest(40)
    void saysAfterChangesWhatARebuildSays() {
        long seed = new Random().nextLong();
        RandomChanges changes = new RandomChanges(seed);
        ArraySnapshot snapshot = ArraySnapshot.of(changes.state(1));
        List<ArraySnapshot> earlier = new ArrayList<>();
        List<TenantState> states = new ArrayList<>();
        try {
            for (int revision = 2; revision < 60; revision++) {
                snapshot = snapshot.with(changes.next(revision % 20 == 0 ? 200 : 4), revision);
                TenantState state = changes.state(revision);
                if (revision % 3 == 0) {
                    assertSays(snapshot, state);
                }
                earlier.add(snapshot);
                states.add(state);
            }
            // What was read before must not have changed under its readers.
            for (int i = 0; i < earlier.size(); i += 7) {
                assertSays(earlier.get(i), states.get(i));
                assertSays(ArraySnapshot.of(states.get(i)), states.get(i));
            }
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError("seed " + seed, e);
        }
    }

    @Test
    void twoLinesOfChangesFromOneSnapshotDoNotDisturbEachOther() {
        ArraySnapshot base = ArraySnapshot.of(new RandomChanges(1).state(1));
        ArraySnapshot left = base;
        ArraySnapshot right = base;
        for (int i = 0; i < 50; i++) {
            left = left.with(List.of(new StateChange.PutMember(member("left" + i))), i + 2);
            right = right.with(List.of(new StateChange.PutMember(member("right" + i))), i + 2);
        }
        assertThat(base.memberCount()).isZero();
        assertThat(base.memberNumber(new UserId("left0"))).isEqualTo(-1);
        for (int i = 0; i < 50; i++) {
            assertThat(left.memberNumber(new UserId("left" + i))).isEqualTo(i);
            assertThat(left.memberNumber(new UserId("right" + i))).isEqualTo(-1);
            assertThat(right.memberNumber(new UserId("right" + i))).isEqualTo(i);
            assertThat(right.memberNumberByEmail("LEFT" + i + "@example.org")).isEqualTo(-1);
        }
    }

    @Test
    void contentIsTheSameUntilSomethingRulesLookAtChanges() {
        ArraySnapshot base = ArraySnapshot.of(new RandomChanges(1).state(1));
        ArraySnapshot otherPolicy = base.with(List.of(new StateChange.PutPolicy(VisibilityPolicy.DEFAULT)), 2);
        ArraySnapshot oneMore = otherPolicy.with(List.of(new StateChange.PutMember(member("more"))), 3);
        assertThat(otherPolicy.sameContentAs(base)).isTrue();
        assertThat(base.sameContentAs(otherPolicy)).isTrue();
        assertThat(oneMore.sameContentAs(base)).isFalse();
        assertThat(ArraySnapshot.of(new RandomChanges(1).state(1)).sameContentAs(base))
                .isFalse();
    }

    @Test
    void siblingsAreNumberedByOrderThenId() {
        ArraySnapshot snapshot = ArraySnapshot.of(new RandomChanges(1).state(1))
                .with(List.of(department("b", "0", 0), department("a", "0", 0), department("z", "0", -1)), 2)
                .with(List.of(department("under-z", "z", 9)), 3);
        assertThat(List.of(0, 1, 2, 3, 4))
                .extracting(number -> snapshot.department(number).id().value())
                .containsExactly("0", "z", "under-z", "a", "b");
        assertThat(snapshot.subtreeEnd(1)).isEqualTo(3);
    }

    @Test
    void unknownThingsAreAbsent() {
        ArraySnapshot snapshot = ArraySnapshot.of(new RandomChanges(1).state(1));
        assertThat(snapshot.memberNumber(new UserId("nobody"))).isEqualTo(-1);
        assertThat(snapshot.departmentNumber(new DepartmentId("nowhere"))).isEqualTo(-1);
        assertThat(snapshot.membersOf(new GroupId("none"))).isEmpty();
        assertThat(snapshot.group(new GroupId("none"))).isEmpty();
        assertThat(snapshot.unit(new UnitId("none"))).isEmpty();
        assertThat(snapshot.administrator(new UserId("nobody"))).isEqualTo(Optional.empty());
        assertThatThrownBy(() -> snapshot.member(0)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void departmentsThatAreNotATreeAreRefused() {
        ArraySnapshot snapshot = ArraySnapshot.of(new RandomChanges(1).state(1));
        assertThatThrownBy(() -> snapshot.with(List.of(department("a", "b", 0), department("b", "a", 0)), 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("below the root");
        assertThatThrownBy(() -> snapshot.with(List.of(new StateChange.RemoveDepartment(DepartmentId.ROOT)), 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("`0`");
    }

    private static StateChange department(String id, String parent, int order) {
        return new StateChange.PutDepartment(
                new Department(new DepartmentId(id), id, new DepartmentId(parent), order, List.of()));
    }

    private static Member member(String id) {
        return new Member(
                new UserId(id),
                id,
                new Profile(null, id + "@example.org", null, null, null, null, null),
                List.of(new Membership(DepartmentId.ROOT, 0)),
                java.util.Map.of(),
                MemberStatus.ACTIVE);
    }
}
