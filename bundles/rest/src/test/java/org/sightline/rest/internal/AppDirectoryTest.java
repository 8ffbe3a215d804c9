package org.sightline.rest.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sightline.access.Caller;
import org.sightline.apps.model.App;
import org.sightline.apps.model.AppAvailability;
import org.sightline.apps.model.AppId;
import org.sightline.apps.model.AppSecrets;
import org.sightline.apps.model.AppState;
import org.sightline.apps.model.ApprovalRules;
import org.sightline.apps.model.DataRange;
import org.sightline.apps.model.PermissionName;
import org.sightline.apps.model.RangeReach;
import org.sightline.directory.DirectoryEditor;
import org.sightline.directory.TenantSnapshot;
import org.sightline.directory.model.CustomField;
import org.sightline.directory.model.Department;
import org.sightline.directory.model.DepartmentId;
import org.sightline.directory.model.DirectorySnapshot;
import org.sightline.directory.model.FieldId;
import org.sightline.directory.model.FieldType;
import org.sightline.directory.model.Group;
import org.sightline.directory.model.GroupId;
import org.sightline.directory.model.Member;
import org.sightline.directory.model.MemberStatus;
import org.sightline.directory.model.Membership;
import org.sightline.directory.model.Plan;
import org.sightline.directory.model.Profile;
import org.sightline.directory.model.Tenant;
import org.sightline.directory.model.TenantKey;
import org.sightline.directory.model.UserId;
import org.sightline.rest.internal.RestHarness.Answer;
import org.sightline.rest.internal.directory.DepartmentResource;
import org.sightline.rest.internal.directory.MemberResource;
import org.sightline.store.TenantState;
import org.sightline.testkit.world.WorldSnapshot;
import org.sightline.visibility.RangeSight;
import org.sightline.visibility.SightAcross;
import org.sightline.visibility.Visibility;
import org.sightline.visibility.VisibilityEngine;
import org.sightline.visibility.model.VisibilityPolicy;

/** The directory as an app reads it: what its range reaches, what its permissions open, and nothing that tells of more. */
class AppDirectoryTest {

    private static final TenantKey ACME = new TenantKey("acme");
    private static final AppId BOT = new AppId("bot");
    private static final String BASE = "api/v1/tenants/acme/";
    private static final String ALL = "contact:contact:readonly";
    private static final DataRange CORE_AND_CAT = range(List.of("core"), List.of("cat"), List.of());

    private final RestHarness rest = new RestHarness(0, states -> new Object[] {
        new MemberResource(unused(DirectoryEditor.class), new FakeSessions(), new Ranges()),
        new DepartmentResource(unused(DirectoryEditor.class), new Ranges()),
    });

    @BeforeEach
    void begin() {
        put(7, CORE_AND_CAT);
        letIn(ALL);
    }

    private static <T> T unused(Class<T> type) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, given) -> {
                    throw new UnsupportedOperationException(method.getName());
                }));
    }

    private void letIn(String... permissions) {
        Set<PermissionName> held =
                Arrays.stream(permissions).map(PermissionName::new).collect(Collectors.toSet());
        rest.sessions.put("bot", new Caller.App(ACME, BOT, held));
    }

    private static DataRange range(List<String> departments, List<String> members, List<String> groups) {
        return new DataRange(
                false,
                departments.stream().map(DepartmentId::new).toList(),
                members.stream().map(UserId::new).toList(),
                groups.stream().map(GroupId::new).toList());
    }

    /** Puts the world there, with the app's range. */
    private void put(long revision, DataRange range) {
        App app = new App(
                BOT,
                "My bot",
                new UserId("amy"),
                Instant.EPOCH,
                List.of(),
                null,
                AppAvailability.ENABLED,
                new AppSecrets("", null, null, ""),
                range);
        AppState apps = new AppState(
                ApprovalRules.RECOMMENDED,
                new TreeMap<>(Map.of(BOT, app)),
                new TreeMap<>(),
                List.of(),
                new TreeMap<>());
        TenantSnapshot plain = WorldSnapshot.tenant(world(revision));
        rest.snapshots.put(new TenantSnapshot(
                plain.directory(), plain.policy(), revision, plain.trust(), plain.operatorAccess(), apps));
    }

    private static TenantState world(long revision) {
        return new TenantState(
                new Tenant(ACME, "Acme", Plan.PRO, ZoneOffset.UTC, null, Locale.ENGLISH, true),
                revision,
                List.of(
                        new Department(DepartmentId.ROOT, "Acme", null, 0, List.of()),
                        department("eng", "0", 0),
                        department("core", "eng", 3, "bob", "amy"),
                        department("ui", "core", 0),
                        department("sales", "0", 1, "bob")),
                List.of(
                        member("amy", MemberStatus.ACTIVE, "eng"),
                        member("bob", MemberStatus.ACTIVE, "core"),
                        member("cat", MemberStatus.ACTIVE, "sales"),
                        member("dan", MemberStatus.SUSPENDED, "core"),
                        member("eve", MemberStatus.ACTIVE, "sales", "ui"),
                        member("fay", MemberStatus.ACTIVE, "sales")),
                List.of(new Group(new GroupId("guild"), "Guild", List.of(new UserId("fay")), List.of(), null)),
                List.of(),
                List.of(new CustomField(new FieldId("desk"), "Desk", FieldType.TEXT, List.of())),
                List.of(),
                VisibilityPolicy.DEFAULT,
                revision);
    }

    private static Department department(String id, String parent, int order, String... leaders) {
        return new Department(
                new DepartmentId(id),
                "The " + id,
                new DepartmentId(parent),
                order,
                Arrays.stream(leaders).map(UserId::new).toList());
    }

    private static Member member(String id, MemberStatus status, String... departments) {
        return new Member(
                new UserId(id),
                "The " + id,
                new Profile(id + "-en", id + "@acme.example", "+1 " + id, "no-" + id, "title", "city", "country"),
                Arrays.stream(departments)
                        .map(department -> new Membership(new DepartmentId(department), 2))
                        .toList(),
                Map.of(new FieldId("desk"), "by the window"),
                status);
    }

    @ParameterizedTest
    @CsvSource({
        "users, bob cat eve",
        "users?status=active, bob cat eve",
        "users?status=suspended, ''",
        "users?department_id=core, bob",
        "users?department_id=core&recursive=true, bob eve",
        "departments, core ui",
        "departments?parent_id=core, ui",
    })
    void listsWhatTheRangeReaches(String list, String expected) {
        assertThat(String.join(" ", ids(rest.get(BASE + list, "bot")))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"users/amy", "users/dan", "users/fay", "departments/0", "departments/eng", "departments/sales"})
    void answersLikeNothingOutsideIt(String path) {
        Answer outside = rest.get(BASE + path, "bot");
        Answer unknown = rest.get(BASE + path.replaceAll("/.*", "/nothing"), "bot");

        assertThat(outside.status()).isEqualTo(404);
        assertThat(outside.text().replaceAll("`[^`]*`", "`?`"))
                .isEqualTo(unknown.text().replaceAll("`[^`]*`", "`?`"));
    }

    @ParameterizedTest
    @CsvSource({"users?department_id=sales", "users?department_id=0&recursive=true", "departments?parent_id=eng"})
    void refusesToListByWhatIsOutside(String list) {
        Answer outside = rest.get(BASE + list, "bot");
        Answer unknown = rest.get(BASE + list.replaceAll("=(sales|0|eng)", "=nothing"), "bot");

        assertThat(outside.status()).isEqualTo(422);
        assertThat(outside.text().replaceAll("`[^`]*`", "`?`"))
                .isEqualTo(unknown.text().replaceAll("`[^`]*`", "`?`"));
    }

    @Test
    void namesNobodyAndNothingOutside() {
        JsonNode eve = rest.get(BASE + "users/eve", "bot").json();
        JsonNode core = rest.get(BASE + "departments/core", "bot").json();
        JsonNode cat = rest.get(BASE + "users/cat", "bot").json();

        assertThat(eve.path("department_ids").toString()).isEqualTo("[\"ui\"]");
        assertThat(eve.path("department_orders").toString()).isEqualTo("{\"ui\":2}");
        assertThat(cat.path("department_ids").toString()).isEqualTo("[]");
        assertThat(cat.has("department_orders")).isFalse();
        assertThat(core.has("parent_id")).isFalse();
        assertThat(core.path("leader_user_ids").toString()).isEqualTo("[\"bob\"]");
    }

    @ParameterizedTest
    @CsvSource({
        "'', 'department_ids en_name name status user_id'",
        "contact:user.email:readonly, 'department_ids email en_name name status user_id'",
        "contact:user.phone:readonly, 'department_ids en_name mobile name status user_id'",
        "contact:user.employee_number:read, 'department_ids employee_no en_name name status user_id'",
        "contact:user.department:readonly, 'department_ids department_orders en_name name status user_id'",
        "contact:user.employee:readonly, 'city country custom_fields department_ids employee_no en_name job_title name"
                + " status user_id'",
        "contact:contact:readonly_as_app, 'city country custom_fields department_ids department_orders email"
                + " employee_no en_name job_title mobile name status user_id'",
    })
    void showsTheFieldsThatPermissionsOpen(String more, String fields) {
        if (more.isEmpty()) {
            letIn("contact:user.base:readonly");
        } else {
            letIn("contact:user.base:readonly", more);
        }

        assertThat(fieldsOf(rest.get(BASE + "users/bob", "bot").json())).isEqualTo(fields);
        assertThat(fieldsOf(rest.get(BASE + "users", "bot").json().path("items").path(0)))
                .isEqualTo(fields);
    }

    @ParameterizedTest
    @CsvSource({
        "contact:department.base:readonly, 'department_id name'",
        "contact:department.organize:readonly, 'department_id leader_user_ids name order parent_id'",
    })
    void showsOfADepartmentWhatPermissionsOpen(String permission, String fields) {
        letIn(permission);

        assertThat(fieldsOf(rest.get(BASE + "departments/ui", "bot").json())).isEqualTo(fields);
        assertThat(rest.get(BASE + "users", "bot").code()).isEqualTo("permission_missing");
    }

    @Test
    void reachesNobodyWithoutARange() {
        put(8, DataRange.NOBODY);

        assertThat(ids(rest.get(BASE + "users", "bot"))).isEmpty();
        assertThat(ids(rest.get(BASE + "departments", "bot"))).isEmpty();
        assertThat(rest.get(BASE + "users/bob", "bot").status()).isEqualTo(404);
    }

    @Test
    void reachesEveryoneActiveWithTheWholeRange() {
        put(8, DataRange.EVERYONE);

        assertThat(ids(rest.get(BASE + "users", "bot"))).containsExactly("amy", "bob", "cat", "eve", "fay");
        assertThat(ids(rest.get(BASE + "users?department_id=0&recursive=true", "bot")))
                .containsExactly("amy", "bob", "cat", "eve", "fay");
        assertThat(ids(rest.get(BASE + "departments", "bot"))).containsExactly("0", "eng", "core", "ui", "sales");
        assertThat(rest.get(BASE + "departments/eng", "bot")
                        .json()
                        .path("parent_id")
                        .asText())
                .isEqualTo("0");
    }

    @Test
    void pagesTellNothingOfWhatIsBetween() {
        Answer first = rest.get(BASE + "users?page_size=1", "bot");
        String token = first.json().path("page_token").asText();
        put(7, range(List.of(), List.of("bob", "cat", "eve"), List.of()));

        assertThat(rest.get(BASE + "users?page_size=1&page_token=" + token, "bot")
                        .code())
                .as("another range, though it reaches the same")
                .isEqualTo("page_token_invalid");
        put(7, CORE_AND_CAT);
        Answer second = rest.get(BASE + "users?page_size=1&page_token=" + token, "bot");
        assertThat(ids(second)).containsExactly("cat");
        assertThat(position(token)).isEqualTo(1);
        assertThat(position(second.json().path("page_token").asText())).isEqualTo(2);
    }

    @Test
    void aListEndsWithThePermissionItWasBegunWith() {
        String token = rest.get(BASE + "users?page_size=1", "bot")
                .json()
                .path("page_token")
                .asText();
        letIn("contact:user.base:readonly");

        assertThat(rest.get(BASE + "users?page_size=1&page_token=" + token, "bot")
                        .code())
                .isEqualTo("page_token_invalid");
        assertThat(rest.get(BASE + "users?page_size=1&page_token=" + token, "primary")
                        .code())
                .as("nor does it serve anybody else")
                .isEqualTo("page_token_invalid");
    }

    /** The second of the numbers in a token. */
    private static long position(String token) {
        return java.nio.ByteBuffer.wrap(java.util.Base64.getUrlDecoder().decode(token))
                .getLong(Long.BYTES);
    }

    private static List<String> ids(Answer answer) {
        assertThat(answer.status()).isEqualTo(200);
        List<String> ids = new ArrayList<>();
        answer.json()
                .path("items")
                .forEach(item -> ids.add(item.path(item.has("user_id") ? "user_id" : "department_id")
                        .asText()));
        return ids;
    }

    private static String fieldsOf(JsonNode form) {
        List<String> names = new ArrayList<>();
        form.fieldNames().forEachRemaining(names::add);
        names.sort(null);
        return String.join(" ", names);
    }

    /** Hands out what a range reaches, without remembering it. */
    private static final class Ranges implements Visibility {

        @Override
        public VisibilityEngine engine(TenantSnapshot snapshot) {
            throw new UnsupportedOperationException("no member asks here");
        }

        @Override
        public SightAcross across(TenantSnapshot own, TenantSnapshot partner) {
            throw new UnsupportedOperationException("no member asks here");
        }

        @Override
        public RangeSight range(TenantSnapshot snapshot, DataRange range) {
            return new Reached(snapshot.directory(), RangeReach.of(snapshot.directory(), range));
        }
    }

    private record Reached(DirectorySnapshot directory, RangeReach reach) implements RangeSight {

        @Override
        public boolean sees(int member) {
            return directory.isActive(member) && reach.reaches(member);
        }

        @Override
        public boolean seesDepartment(int department) {
            return reach.reachesDepartment(department);
        }

        @Override
        public int[] members() {
            return IntStream.range(0, directory.memberCount())
                    .filter(this::sees)
                    .toArray();
        }

        @Override
        public int[] departments() {
            return IntStream.range(0, directory.departmentCount())
                    .filter(this::seesDepartment)
                    .toArray();
        }
    }
}
