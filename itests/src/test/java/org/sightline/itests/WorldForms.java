package org.sightline.itests;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.sightline.directory.model.Department;
import org.sightline.directory.model.DepartmentId;
import org.sightline.directory.model.Group;
import org.sightline.directory.model.Member;
import org.sightline.directory.model.MemberStatus;
import org.sightline.directory.model.Membership;
import org.sightline.directory.model.Profile;
import org.sightline.directory.model.Unit;
import org.sightline.directory.model.UserId;
import org.sightline.itests.http.Json;
import org.sightline.itests.http.Tenant;
import org.sightline.store.TenantState;
import org.sightline.visibility.model.MainRuleChoice;
import org.sightline.visibility.model.Rule;
import org.sightline.visibility.model.VisibilityPolicy;

/**
 * Worlds of the testkit in the words of the REST interface; written here once more on purpose, so that a mistake in the
 * server's own forms shows.
 */
final class WorldForms {

    private static final List<String> BUILT_IN = List.of("everyone", "own_unit", "own_department", "nobody");
    private static final String GONE = "gone";

    private WorldForms() {}

    /** Returns the world with a main rule that the server has, and with the administrator whom every tenant has. */
    static TenantState fit(TenantState world) {
        List<Member> members = new ArrayList<>(world.members());
        members.add(new Member(
                new UserId(Tenant.PRIMARY),
                "The Boss",
                Profile.EMPTY,
                List.of(new Membership(DepartmentId.ROOT, 0)),
                Map.of(),
                MemberStatus.ACTIVE));
        MainRuleChoice choice = world.policy().mainRule();
        if (!BUILT_IN.contains(choice.type())) {
            choice = MainRuleChoice.of("own_department");
        } else if (choice.type().equals("own_unit") && !hasUnitsFor(choice, world)) {
            choice = MainRuleChoice.of("nobody");
        }
        VisibilityPolicy policy = new VisibilityPolicy(
                choice, world.policy().ruleSets(), world.policy().displayOrder());
        return new TenantState(
                world.tenant(),
                world.revision(),
                world.departments(),
                members,
                world.groups(),
                world.units(),
                world.fields(),
                world.administrators(),
                policy,
                world.policyRevision());
    }

    /** Whether the server takes the choice: there are units, and some of each type that is named. */
    private static boolean hasUnitsFor(MainRuleChoice choice, TenantState world) {
        Set<String> types = world.units().stream().map(Unit::type).collect(Collectors.toSet());
        return !types.isEmpty() && types.containsAll(choice.unitTypes());
    }

    /** Imports the world, sets its policy, and then deletes what is deleted in it. */
    static void load(TenantState world, Tenant tenant) {
        List<Map<String, Object>> lines = new ArrayList<>();
        world.departments().stream().filter(each -> !each.id().isRoot()).forEach(each -> lines.add(department(each)));
        lines.add(line("department", "department_id", GONE, "name", "G", "parent_id", "0"));
        world.members().stream()
                .filter(each -> !each.id().value().equals(Tenant.PRIMARY))
                .forEach(each -> lines.add(member(each)));
        lines.add(line("user", "user_id", GONE, "name", "G"));
        world.groups().forEach(each -> lines.add(group(each)));
        lines.add(line("group", "group_id", GONE, "name", "G", "user_ids", List.of()));
        world.units().forEach(each -> lines.add(unit(each)));
        tenant.primary()
                .send(
                        "POST",
                        tenant.path() + "/directory/import",
                        "application/x-ndjson",
                        lines.stream().map(Json::write).collect(Collectors.joining("\n")))
                .expect(200);
        tenant.primary()
                .put(tenant.path() + "/visibility/policy", Json.write(policy(world.policy())))
                .expect(200);
        for (String below : List.of("/departments/", "/users/", "/groups/")) {
            tenant.primary().delete(tenant.path() + below + GONE).expect(204);
        }
        world.members().stream()
                .filter(each -> each.status() == MemberStatus.DELETED)
                .forEach(each -> tenant.primary()
                        .delete(tenant.path() + "/users/" + each.id())
                        .expect(204));
    }

    private static Map<String, Object> line(String kind, Object... pairs) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("kind", kind);
        for (int i = 0; i < pairs.length; i += 2) {
            if (pairs[i + 1] != null) {
                line.put((String) pairs[i], pairs[i + 1]);
            }
        }
        return line;
    }

    private static Map<String, Object> department(Department department) {
        return line(
                "department",
                "department_id",
                department.id().value(),
                "name",
                department.name(),
                "parent_id",
                Objects.requireNonNull(department.parent()).value(),
                "order",
                department.order(),
                "leader_user_ids",
                texts(department.leaders()));
    }

    private static Map<String, Object> member(Member member) {
        return line(
                "user",
                "user_id",
                member.id().value(),
                "name",
                member.name(),
                "en_name",
                member.profile().enName(),
                "email",
                member.profile().email(),
                "mobile",
                member.profile().mobile(),
                "employee_no",
                member.profile().employeeNo(),
                "job_title",
                member.profile().jobTitle(),
                "city",
                member.profile().city(),
                "department_ids",
                texts(member.departments().stream().map(Membership::department).toList()),
                "department_orders",
                member.departments().stream()
                        .collect(Collectors.toMap(place -> place.department().value(), Membership::order)),
                "status",
                member.status() == MemberStatus.SUSPENDED ? "suspended" : "active");
    }

    private static Map<String, Object> group(Group group) {
        return group.condition() == null
                ? line(
                        "group",
                        "group_id",
                        group.id().value(),
                        "name",
                        group.name(),
                        "user_ids",
                        texts(group.members()),
                        "department_ids",
                        texts(group.departments()))
                : line(
                        "group",
                        "group_id",
                        group.id().value(),
                        "name",
                        group.name(),
                        "condition",
                        group.condition().text());
    }

    private static Map<String, Object> unit(Unit unit) {
        return line(
                "unit",
                "unit_id",
                unit.id().value(),
                "name",
                unit.name(),
                "type",
                unit.type(),
                "department_ids",
                texts(unit.departments()));
    }

    private static Map<String, Object> policy(VisibilityPolicy policy) {
        return Map.of(
                "display_order",
                policy.displayOrder().key(),
                "main_rule",
                Map.of(
                        "type", policy.mainRule().type(),
                        "unit_types", policy.mainRule().unitTypes()),
                "rule_sets",
                policy.ruleSets().stream()
                        .map(set -> Map.of(
                                "rules",
                                set.rules().stream().map(WorldForms::rule).toList()))
                        .toList());
    }

    private static Map<String, Object> rule(Rule rule) {
        return Map.of(
                "rule_id",
                rule.id().value(),
                "subjects",
                Map.of(
                        "user_ids", texts(rule.subjects().members()),
                        "group_ids", texts(rule.subjects().groups()),
                        "department_ids", texts(rule.subjects().departments())),
                "objects",
                Map.of(
                        "user_ids", texts(rule.objects().members()),
                        "department_ids", texts(rule.objects().departments())),
                "effect",
                rule.effect().key());
    }

    private static List<String> texts(List<?> ids) {
        return ids.stream().map(Object::toString).toList();
    }
}
