package org.sightline.directory.internal.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sightline.directory.internal.Acme.KEY;
import static org.sightline.directory.internal.Acme.actor;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.RepeatedTest;
import org.sightline.directory.Expectation;
import org.sightline.directory.internal.Acme;
import org.sightline.directory.internal.snapshot.SnapshotAssert;
import org.sightline.directory.model.Department;
import org.sightline.directory.model.DepartmentId;
import org.sightline.directory.model.DirectorySnapshot;
import org.sightline.directory.model.Group;
import org.sightline.directory.model.GroupId;
import org.sightline.directory.model.Member;
import org.sightline.directory.model.MemberStatus;
import org.sightline.directory.model.Unit;
import org.sightline.directory.model.UnitId;
import org.sightline.directory.model.UserId;
import org.sightline.problem.Codes;
import org.sightline.problem.ProblemException;

/** Whatever is done in whatever order: accepted or refused, the directory stays true and the store agrees. */
class RandomEditsTest {

    private final EditedAcme acme = new EditedAcme();
    private final Set<String> refusals = new TreeSet<>();

    @RepeatedTest(25)
    void theDirectoryStaysTrue() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        try {
            for (int step = 0; step < 250; step++) {
                long before = acme.now().revision();
                try {
                    act(random);
                    assertThat(acme.now().revision()).isBetween(before, before + 1);
                } catch (ProblemException e) {
                    refusals.add(e.problem().code());
                    assertThat(acme.now().revision()).isEqualTo(before);
                }
                assertTrue(acme.now().directory());
            }
            SnapshotAssert.assertSays(
                    acme.now().directory(), acme.store.load(KEY).orElseThrow());
            assertThat(refusals).contains(Codes.INVALID).doesNotContain(Codes.INTERNAL);
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError("seed " + seed, e);
        }
    }

    private void act(Random random) {
        String department = random.nextInt(6) == 0 ? "0" : "d" + random.nextInt(9);
        String other = "d" + random.nextInt(9);
        String user = "u" + random.nextInt(12);
        switch (random.nextInt(14)) {
            case 0, 1 -> acme.department(other, department);
            case 2 -> acme.update(other, EditedAcme.below(department));
            case 3 -> acme.deleteDepartment(department);
            case 4 -> acme.update(department, EditedAcme.ledBy(user));
            case 5, 6 ->
                acme.editor.createMember(
                        KEY, actor(), EditedAcme.withEmail(Acme.member(user, department), email(random)));
            case 7 -> acme.updateMember(user, EditedAcme.in(department, other));
            case 8 -> acme.updateMember(user, old -> EditedAcme.withEmail(old, email(random)));
            case 9 ->
                acme.updateMember(
                        user, EditedAcme.being(random.nextBoolean() ? MemberStatus.ACTIVE : MemberStatus.SUSPENDED));
            case 10 -> actOnGroups(random, user, department);
            case 11 -> actOnUnits(random, department, other);
            case 12 -> actOnAdministrators(random, user);
            default -> acme.deleteMember(user);
        }
    }

    private static String email(Random random) {
        String email = "mail" + random.nextInt(6) + "@example.org";
        return random.nextBoolean() ? email : email.toUpperCase(Locale.ROOT);
    }

    private void actOnGroups(Random random, String user, String department) {
        String id = "g" + random.nextInt(3);
        switch (random.nextInt(3)) {
            case 0 -> acme.editor.createGroup(KEY, actor(), EditedAcme.groupOf(id, List.of(user), List.of(department)));
            case 1 ->
                acme.editor.updateGroup(
                        KEY,
                        actor(),
                        new GroupId(id),
                        Expectation.any(),
                        old -> EditedAcme.groupOf(id, "name contains \"1\""));
            default -> acme.editor.deleteGroup(KEY, actor(), new GroupId(id), Expectation.any());
        }
    }

    private void actOnUnits(Random random, String department, String other) {
        String id = "n" + random.nextInt(3);
        switch (random.nextInt(4)) {
            case 0, 1 -> acme.unit(id, department);
            case 2 ->
                acme.editor.updateUnit(
                        KEY,
                        actor(),
                        new UnitId(id),
                        Expectation.any(),
                        old -> EditedAcme.unitOf(id, department, other));
            default -> acme.editor.deleteUnit(KEY, actor(), new UnitId(id), Expectation.any());
        }
    }

    private void actOnAdministrators(Random random, String user) {
        if (random.nextInt(4) == 0) {
            acme.editor.removeAdministrator(KEY, actor(), new UserId(user), Expectation.any());
        } else {
            acme.admin(user, random.nextBoolean());
        }
    }

    private boolean hadPrimary;

    private void assertTrue(DirectorySnapshot directory) {
        Set<String> emails = new HashSet<>();
        for (int number = 0; number < directory.memberCount(); number++) {
            Member member = directory.member(number);
            String email = member.profile().email();
            if (member.status() == MemberStatus.DELETED) {
                assertThat(member.departments()).isEmpty();
                assertThat(directory.administrator(member.id())).isEmpty();
            } else {
                assertThat(member.departments()).isNotEmpty();
                assertThat(email == null || emails.add(email.toLowerCase(Locale.ROOT)))
                        .isTrue();
            }
            assertThat(directory.departmentsOf(number))
                    .hasSize(member.departments().size());
        }
        assertMentions(directory);
        assertUnits(directory);
        boolean hasPrimary = directory.administrators().stream()
                .anyMatch(administrator -> PrimaryAdministrators.isActive(administrator, directory));
        assertThat(hasPrimary || !hadPrimary).isTrue();
        hadPrimary = hasPrimary;
    }

    private static void assertMentions(DirectorySnapshot directory) {
        for (int number = 0; number < directory.departmentCount(); number++) {
            Department department = directory.department(number);
            assertThat(department.leaders()).allMatch(leader -> isThere(directory, leader));
        }
        for (Group group : directory.groups()) {
            assertThat(group.members()).allMatch(member -> isThere(directory, member));
            assertThat(group.departments()).allMatch(id -> directory.departmentNumber(id) >= 0);
        }
    }

    private static boolean isThere(DirectorySnapshot directory, UserId id) {
        int number = directory.memberNumber(id);
        return number >= 0 && directory.member(number).status() != MemberStatus.DELETED;
    }

    private static void assertUnits(DirectorySnapshot directory) {
        Map<Integer, UnitId> holders = new HashMap<>();
        for (Unit unit : directory.units()) {
            for (DepartmentId id : unit.departments()) {
                int top = directory.departmentNumber(id);
                assertThat(top).isNotNegative();
                for (int number = top; number < directory.subtreeEnd(top); number++) {
                    UnitId other = holders.put(number, unit.id());
                    assertThat(other == null || other.equals(unit.id())).isTrue();
                }
            }
        }
    }
}
