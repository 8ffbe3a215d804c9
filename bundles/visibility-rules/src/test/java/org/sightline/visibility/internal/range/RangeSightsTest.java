package org.sightline.visibility.internal.range;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.sightline.apps.model.DataRange;
import org.sightline.directory.model.Department;
import org.sightline.directory.model.DepartmentId;
import org.sightline.directory.model.DirectorySnapshot;
import org.sightline.directory.model.Group;
import org.sightline.directory.model.GroupId;
import org.sightline.directory.model.Member;
import org.sightline.directory.model.UserId;
import org.sightline.testkit.world.RandomWorlds;
import org.sightline.testkit.world.WorldSnapshot;
import org.sightline.visibility.RangeSight;

/** What apps see as themselves, held against what the words of docs/concepts.md, "Data range", come to one by one. */
class RangeSightsTest {

    private static final int WORLDS = 200;

    private final RangeSights sights = new RangeSights();

    @Test
    void reachesWhomTheRangeNamesAndNobodyElse() {
        long first = Long.getLong("seed", System.nanoTime() >>> 20);
        int seen = 0;
        for (long seed = first; seed < first + WORLDS; seed++) {
            DirectorySnapshot directory = WorldSnapshot.of(RandomWorlds.world(seed, 20));
            DataRange range = range(directory, new Random(seed));
            RangeSight sight = sights.of(directory, range);
            Set<Integer> members = new HashSet<>();
            for (int member = 0; member < directory.memberCount(); member++) {
                boolean expected = directory.isActive(member) && reaches(directory, range, member);
                assertThat(sight.sees(member))
                        .as("seed %s: %s by %s", seed, directory.member(member).id(), range)
                        .isEqualTo(expected);
                if (expected) {
                    members.add(member);
                }
            }
            seen += members.size();
            assertThat(sight.members()).as("seed %s", seed).isSorted();
            assertThat(boxed(sight.members())).as("seed %s", seed).isEqualTo(members);
            assertDepartments(directory, range, sight, seed);
        }
        assertThat(seen).isPositive();
    }

    private static void assertDepartments(DirectorySnapshot directory, DataRange range, RangeSight sight, long seed) {
        Set<Integer> departments = IntStream.range(0, directory.departmentCount())
                .filter(department -> range.all() || isBelow(directory, department, range.departments()))
                .boxed()
                .collect(Collectors.toSet());
        assertThat(boxed(sight.departments())).as("seed %s", seed).isEqualTo(departments);
        for (int department = 0; department < directory.departmentCount(); department++) {
            assertThat(sight.seesDepartment(department))
                    .as("seed %s", seed)
                    .isEqualTo(departments.contains(department));
        }
        int before = DirectorySnapshot.NONE;
        for (int department : sight.departments()) {
            int parent = directory.parentOf(department);
            if (parent == DirectorySnapshot.NONE || !sight.seesDepartment(parent)) {
                if (before != DirectorySnapshot.NONE) {
                    assertThat(rank(directory.department(before)))
                            .as("seed %s", seed)
                            .isLessThan(rank(directory.department(department)));
                }
                before = department;
            }
        }
    }

    private static String rank(Department department) {
        return String.format("%010d %s", department.order() + 1_000_000L, department.id());
    }

    private static boolean reaches(DirectorySnapshot directory, DataRange range, int number) {
        Member member = directory.member(number);
        return range.all()
                || range.members().contains(member.id())
                || Arrays.stream(directory.departmentsOf(number))
                        .anyMatch(department -> isBelow(directory, department, range.departments()))
                || range.groups().stream().anyMatch(group -> Arrays.stream(directory.membersOf(group))
                        .anyMatch(each -> each == number));
    }

    private static boolean isBelow(DirectorySnapshot directory, int department, List<DepartmentId> wanted) {
        for (int at = department; at != DirectorySnapshot.NONE; at = directory.parentOf(at)) {
            if (wanted.contains(directory.department(at).id())) {
                return true;
            }
        }
        return false;
    }

    private static DataRange range(DirectorySnapshot directory, Random random) {
        if (random.nextInt(8) == 0) {
            return random.nextBoolean() ? DataRange.EVERYONE : DataRange.NOBODY;
        }
        return new DataRange(
                false,
                some(random, directory.departmentCount(), number -> directory
                        .department(number)
                        .id()),
                some(random, directory.memberCount(), number -> directory
                        .member(number)
                        .id()),
                random.nextBoolean()
                        ? List.of(new GroupId("gone"))
                        : directory.groups().stream().map(Group::id).limit(1).toList());
    }

    private static <T> List<T> some(Random random, int count, java.util.function.IntFunction<T> id) {
        return random.ints(random.nextInt(3), 0, count).distinct().mapToObj(id).toList();
    }

    private static Set<Integer> boxed(int[] numbers) {
        return Arrays.stream(numbers).boxed().collect(Collectors.toSet());
    }

    @Test
    void worksARangeOutOnceForAState() {
        DirectorySnapshot directory = WorldSnapshot.of(RandomWorlds.world(1, 20));
        DirectorySnapshot later = WorldSnapshot.of(RandomWorlds.world(2, 20));
        DataRange named = new DataRange(
                false, List.of(), List.of(new UserId(directory.member(0).id().value())), List.of());
        RangeSight everyone = sights.of(directory, DataRange.EVERYONE);
        RangeSight one = sights.of(directory, named);

        assertThat(sights.of(later, DataRange.EVERYONE)).isNotSameAs(everyone);
        assertThat(sights.of(directory, DataRange.EVERYONE)).isSameAs(everyone);
        assertThat(sights.of(directory, named)).isSameAs(one);
        sights.keepOnly(Set.of());
        assertThat(sights.of(directory, named)).isNotSameAs(one);
    }
}
