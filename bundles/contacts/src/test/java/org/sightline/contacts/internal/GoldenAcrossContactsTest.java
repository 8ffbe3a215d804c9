package org.sightline.contacts.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sightline.contacts.ContactsView;
import org.sightline.directory.model.DepartmentId;
import org.sightline.directory.model.DirectorySnapshot;
import org.sightline.directory.model.Member;
import org.sightline.directory.model.ProfileField;
import org.sightline.directory.model.UserId;
import org.sightline.testkit.world.TrustWorld;
import org.sightline.testkit.world.TrustWorlds;

/** The readable worlds of two tenants: the partner's tree and profiles as somebody of the other one sees them. */
class GoldenAcrossContactsTest {

    private static final List<String> ABSENT = List.of("absent");

    static List<TrustWorld> worlds() {
        return TrustWorlds.all();
    }

    @ParameterizedTest
    @MethodSource("worlds")
    void treesAreAsStated(TrustWorld golden) {
        AcquaintedWorld world = new AcquaintedWorld(List.of(golden.a(), golden.b()));
        DirectorySnapshot there = world.snapshots.get(1).directory();
        assertThat(golden.aTree()).isNotEmpty();
        golden.aTree()
                .forEach((viewer, stated) -> stated.forEach((department, expected) -> {
                    assertThat(shown(world, there, viewer, department))
                            .as("%s below %s", viewer, department)
                            .isEqualTo(expected);
                    if (!expected.equals(ABSENT)) {
                        assertThat(world.tree(0, 1).children(viewer, department))
                                .as("slow and simple: %s below %s", viewer, department)
                                .isEqualTo(expected);
                    }
                }));
        world.contacts.stop();
    }

    private static List<String> shown(
            AcquaintedWorld world, DirectorySnapshot there, UserId viewer, DepartmentId department) {
        int asking = world.snapshots.get(0).directory().memberNumber(viewer);
        int number = there.departmentNumber(department);
        return number != DirectorySnapshot.NONE && world.view(0, 1, asking).showsDepartment(number)
                ? world.children(0, 1, asking, number, 2)
                : ABSENT;
    }

    @ParameterizedTest
    @MethodSource("worlds")
    void profilesAreAsStated(TrustWorld golden) {
        AcquaintedWorld world = new AcquaintedWorld(List.of(golden.a(), golden.b()));
        DirectorySnapshot there = world.snapshots.get(1).directory();
        assertThat(golden.aProfile()).isNotEmpty();
        golden.aProfile()
                .forEach((viewer, stated) -> stated.forEach((member, expected) -> {
                    int asking = world.snapshots.get(0).directory().memberNumber(viewer);
                    assertThat(profile(world.view(0, 1, asking), there, there.memberNumber(member)))
                            .as("%s looks at %s", viewer, member)
                            .isEqualTo(expected);
                }));
        world.contacts.stop();
    }

    private static List<String> profile(ContactsView view, DirectorySnapshot there, int number) {
        if (!view.showsMember(number)) {
            return ABSENT;
        }
        Member member = view.profile(number);
        List<String> fields = new ArrayList<>(List.of("name"));
        for (ProfileField field : ProfileField.values()) {
            if (field.of(member.profile()) != null) {
                fields.add(field.key());
            }
        }
        member.customFields().keySet().forEach(field -> fields.add(ProfileField.CUSTOM_PREFIX + field));
        if (view.showsField("department")) {
            Arrays.stream(view.departmentsOf(number))
                    .mapToObj(department ->
                            "department " + there.department(department).id())
                    .forEach(fields::add);
        }
        return fields;
    }
}
