package org.sightline.contacts.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sightline.contacts.ContactsSearch;
import org.sightline.contacts.ContactsView;
import org.sightline.contacts.EntryKind;
import org.sightline.directory.model.DepartmentId;
import org.sightline.directory.model.DirectorySnapshot;
import org.sightline.directory.model.UserId;
import org.sightline.testkit.world.ContactsWorld;
import org.sightline.testkit.world.GoldenWorlds;

/** The readable worlds: what the contacts show there, and that the slow and simple ones agree. */
class GoldenContactsTest {

    private static final List<String> ABSENT = List.of("absent");

    static List<ContactsWorld> worlds() {
        return GoldenWorlds.contacts();
    }

    @Test
    void thereAreWorlds() {
        assertThat(worlds()).hasSizeGreaterThanOrEqualTo(8);
    }

    @ParameterizedTest
    @MethodSource("worlds")
    void theTreeIsAsStated(ContactsWorld world) {
        ShownWorld shown = new ShownWorld(world.state());
        world.browse()
                .forEach((viewer, stated) -> stated.forEach((department, expected) -> {
                    assertThat(shown(shown, viewer, department))
                            .as("%s below %s", viewer, department)
                            .isEqualTo(expected);
                    if (!expected.equals(ABSENT)) {
                        assertThat(shown.tree.children(viewer, department))
                                .as("slow and simple: %s below %s", viewer, department)
                                .isEqualTo(expected);
                    }
                }));
    }

    private static List<String> shown(ShownWorld shown, UserId viewer, DepartmentId department) {
        int asking = shown.directory.memberNumber(viewer);
        int number = shown.directory.departmentNumber(department);
        return number != DirectorySnapshot.NONE && shown.view(asking).showsDepartment(number)
                ? shown.children(asking, number, 100)
                : ABSENT;
    }

    @ParameterizedTest
    @MethodSource("worlds")
    void profilesNameOnlyVisibleDepartments(ContactsWorld world) {
        ShownWorld shown = new ShownWorld(world.state());
        world.profile()
                .forEach((viewer, stated) -> stated.forEach(
                        (member, expected) -> assertThat(profile(shown, shown.directory.memberNumber(viewer), member))
                                .as("%s looks at %s", viewer, member)
                                .isEqualTo(expected)));
    }

    private static List<String> profile(ShownWorld shown, int viewer, UserId member) {
        ContactsView view = shown.view(viewer);
        int number = shown.directory.memberNumber(member);
        if (number == DirectorySnapshot.NONE || !view.showsMember(number)) {
            return ABSENT;
        }
        return Arrays.stream(view.departmentsOf(number))
                .mapToObj(department ->
                        shown.directory.department(department).id().value())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("worlds")
    void theSearchFindsWhatIsStated(ContactsWorld world) {
        ShownWorld shown = new ShownWorld(world.state());
        world.search()
                .forEach((viewer, stated) -> stated.forEach((asked, expected) -> {
                    String[] parts = asked.split(" \\| ");
                    List<String> fields = option(parts, "fields=");
                    String kind = option(parts, "kind=").stream().findFirst().orElse(null);
                    ContactsSearch wanted = new ContactsSearch(parts[0], fields, kind(kind));
                    assertThat(shown.found(shown.directory.memberNumber(viewer), wanted, 2))
                            .as("%s looks for %s", viewer, asked)
                            .isEqualTo(expected);
                    assertThat(shown.search.find(viewer, parts[0], fields, kind))
                            .as("slow and simple: %s looks for %s", viewer, asked)
                            .isEqualTo(expected);
                }));
    }

    private static List<String> option(String[] parts, String name) {
        return Arrays.stream(parts)
                .filter(part -> part.startsWith(name))
                .flatMap(part -> Arrays.stream(part.substring(name.length()).split(",")))
                .toList();
    }

    private static @Nullable EntryKind kind(@Nullable String key) {
        return key == null ? null : key.equals("member") ? EntryKind.MEMBER : EntryKind.DEPARTMENT;
    }
}
