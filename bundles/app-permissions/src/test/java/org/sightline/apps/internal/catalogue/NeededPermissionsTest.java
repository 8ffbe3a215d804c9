package org.sightline.apps.internal.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sightline.apps.NeededPermissions;
import org.sightline.apps.NeededPermissions.Need;
import org.sightline.apps.model.Identity;
import org.sightline.apps.model.Permission;
import org.sightline.apps.model.PermissionName;

/** What apps need, held against the catalogue out of which it is granted. */
class NeededPermissionsTest {

    private final NeededPermissions needed = NeededPermissions.shipped();
    private final Map<PermissionName, Permission> catalogue =
            ShippedCatalogue.read().stream().collect(Collectors.toMap(Permission::name, Function.identity()));

    @Test
    void namesOnlyWhatCanBeGrantedForThatIdentity() {
        assertThat(needs()).isNotEmpty().allSatisfy(need -> {
            for (Identity identity : Identity.values()) {
                assertThat(need.of(identity))
                        .allSatisfy(name -> assertThat(catalogue.get(name).use(identity))
                                .as("%s for %s", name, identity)
                                .isPresent());
            }
        });
    }

    /** Names are never absent where people are shown, and a search without any field would look into all of them. */
    @Test
    void opensTheNameWhereverPeopleAreShown() {
        needed.operations().forEach((operation, need) -> {
            if (operation.contains("/users") || operation.contains("/contacts/")) {
                for (Identity identity : Identity.values()) {
                    assertThat(need.of(identity)).allSatisfy(permission -> assertThat(needed.openFields(
                                    operation.matches(".*/contacts/departments/\\{id}|.*/parties.*")
                                            ? NeededPermissions.DEPARTMENT
                                            : NeededPermissions.USER,
                                    identity,
                                    Set.of(permission)))
                            .as("%s by %s", operation, permission)
                            .contains("name"));
                }
            }
        });
    }

    private Stream<Need> needs() {
        return Stream.of(needed.operations(), needed.fields(), needed.events(), needed.resources())
                .flatMap(needs -> needs.values().stream());
    }

    @ParameterizedTest
    @CsvSource({
        "contact:user.base:readonly, 'departments,en_name,name,status,user_id'",
        "contact:user.email:readonly, email",
        "contact:user.phone:readonly, mobile",
        "contact:user.employee_number:read, employee_no",
        "contact:user.employee:readonly, 'city,country,custom_fields,employee_no,job_title'",
        "contact:user.department:readonly, 'department_orders,departments'",
        "contact:user.base, ''",
        "contact:contact, ''",
    })
    void opensEveryFieldByAPermissionOfItsOwn(String permission, String fields) {
        for (Identity identity : Identity.values()) {
            assertThat(String.join(
                            ",",
                            needed.openFields(
                                    NeededPermissions.USER, identity, Set.of(new PermissionName(permission)))))
                    .isEqualTo(fields);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "contact:contact:readonly, true, true",
        "contact:contact:readonly_as_app, true, false",
        "contact:contact:access_as_app, true, false",
        "contact:contact:access_as_user, false, true",
    })
    void opensEverythingByTheWideOnes(String permission, boolean app, boolean user) {
        Set<PermissionName> held = Set.of(new PermissionName(permission));

        assertThat(needed.openFields(NeededPermissions.USER, Identity.APP, held))
                .hasSize(app ? 13 : 0);
        assertThat(needed.openFields(NeededPermissions.USER, Identity.USER, held))
                .hasSize(user ? 13 : 0);
        assertThat(needed.openFields(NeededPermissions.DEPARTMENT, Identity.APP, held))
                .hasSize(app ? 5 : 0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "kind\tname\tapp\n",
                "kind\tname\tapp\tuser\nfield\ta\tx:y\n",
                "kind\tname\tapp\tuser\nfeld\ta\tx:y\t-\n",
                "kind\tname\tapp\tuser\nfield\ta\tX\t-\n",
                "kind\tname\tapp\tuser\nfield\ta\tx:y\t-\nfield\ta\tx:z\t-\n",
            })
    void refusesAFileThatIsWrong(String content) {
        assertThatThrownBy(() -> NeededPermissions.read(new StringReader(content)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
