package org.sightline.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.sightline.directory.model.Department;
import org.sightline.directory.model.DepartmentId;
import org.sightline.directory.model.GroupId;
import org.sightline.directory.model.Member;
import org.sightline.directory.model.TenantKey;
import org.sightline.directory.model.UserId;
import org.sightline.itests.http.Answer;
import org.sightline.itests.http.Json;
import org.sightline.itests.http.Tenant;
import org.sightline.store.TenantState;
import org.sightline.trust.model.CollaborationRule;
import org.sightline.trust.model.FieldGrants;
import org.sightline.trust.model.SharingScope;
import org.sightline.trust.model.TrustPermissions;
import org.sightline.trust.model.TrustState;
import org.sightline.trust.model.TrustedParty;
import org.sightline.visibility.model.Subjects;
import org.sightline.visibility.model.Targets;

/** Brings two organisations of the testkit together over REST, as their administrators would. */
final class TrustForms {

    private TrustForms() {}

    /** Lets one tenant invite and the other one ask. */
    static void connect(Tenant inviting, Tenant scanning) {
        String code = inviting.primary()
                .post(inviting.path() + "/trust/invitation", "{}")
                .expect(201)
                .text("/code");
        String request = scanning.primary()
                .post(scanning.path() + "/trust/requests", Json.of("{'code':'%s'}", code))
                .expect(201)
                .text("/request_id");
        inviting.primary()
                .post(inviting.path() + "/trust/requests/" + request + "/approve", null)
                .expect(200);
    }

    /**
     * Gives each of two connected tenants the rules, the scope and the permissions of its world. Rules are made while
     * everybody is shared, so that some of them have no effect afterwards.
     *
     * @return the worlds with what was taken: without what is gone, and without rules that the server refuses
     */
    static List<TenantState> grant(List<TenantState> worlds, List<Tenant> tenants) {
        for (int at = 0; at < 2; at++) {
            share(tenants.get(at), tenants.get(1 - at), SharingScope.EVERYONE);
        }
        List<TenantState> taken = new ArrayList<>();
        for (int at = 0; at < 2; at++) {
            taken.add(grant(worlds.get(at), worlds.get(1 - at), tenants.get(at), tenants.get(1 - at)));
        }
        assertThat(taken.stream()
                        .flatMap(world -> world.trust().rules().values().stream())
                        .mapToInt(List::size)
                        .sum())
                .as("rules taken")
                .isPositive();
        return taken;
    }

    private static TenantState grant(TenantState own, TenantState partner, Tenant here, Tenant there) {
        TenantKey key = partner.tenant().key();
        List<CollaborationRule> rules = new ArrayList<>();
        for (CollaborationRule rule : own.trust().rulesTowards(key)) {
            CollaborationRule known = new CollaborationRule(
                    rule.id(), rule.createdAt(), known(rule.subjects(), own), known(rule.objects(), partner));
            if (post(known, here, there).status() == 201) {
                rules.add(known);
            }
        }
        TrustedParty half = own.trust().party(key).orElseThrow();
        SharingScope scope = known(half.share(), own);
        share(here, there, scope);
        TrustPermissions granted = half.permissions(own.trust().settings().defaults());
        FieldGrants fields = FieldGrants.of(
                known(granted.fields().visible()), known(granted.fields().searchable()));
        Map<String, Object> permissions = new HashMap<>();
        permissions.put("find", granted.access().find());
        permissions.put("browse", granted.access().browse());
        permissions.put("visible_fields", List.copyOf(fields.visible()));
        permissions.put("searchable_fields", List.copyOf(fields.searchable()));
        here.primary()
                .put(path(here, there) + "/permissions", Json.write(permissions))
                .expect(200);
        SortedMap<TenantKey, TrustedParty> parties =
                new TreeMap<>(Map.of(key, half.withShare(scope).withCustom(granted.access(), fields)));
        return own.withTrust(new TrustState(
                own.trust().settings(), parties, new TreeMap<>(Map.of(key, rules)), List.of(), List.of(), List.of()));
    }

    private static String path(Tenant here, Tenant there) {
        return here.path() + "/trust/parties/" + there.key();
    }

    /** Changes whom a tenant shares with another one. */
    static void share(Tenant here, Tenant there, SharingScope scope) {
        Map<String, Object> form = scope.all()
                ? Map.of("all", true)
                : Map.of("department_ids", texts(scope.departments()), "user_ids", texts(scope.members()));
        here.primary().put(path(here, there) + "/share", Json.write(form)).expect(200);
    }

    private static Answer post(CollaborationRule rule, Tenant here, Tenant there) {
        return here.primary()
                .post(
                        path(here, there) + "/rules",
                        Json.write(Map.of(
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
                                        "department_ids", texts(rule.objects().departments())))));
    }

    private static Subjects known(Subjects subjects, TenantState state) {
        Predicate<GroupId> group =
                id -> state.groups().stream().anyMatch(each -> each.id().equals(id));
        return new Subjects(
                members(subjects.members(), state),
                subjects.groups().stream().filter(group).toList(),
                departments(subjects.departments(), state));
    }

    private static Targets known(Targets objects, TenantState state) {
        return new Targets(members(objects.members(), state), departments(objects.departments(), state));
    }

    private static SharingScope known(SharingScope scope, TenantState state) {
        return new SharingScope(scope.all(), departments(scope.departments(), state), members(scope.members(), state));
    }

    /** Who was deleted cannot be named any more. */
    private static List<UserId> members(List<UserId> ids, TenantState state) {
        return ids.stream()
                .filter(id -> state.members().stream()
                        .anyMatch(each ->
                                each.id().equals(id) && !each.departments().isEmpty()))
                .toList();
    }

    private static List<DepartmentId> departments(List<DepartmentId> ids, TenantState state) {
        return ids.stream()
                .filter(id -> state.departments().stream().map(Department::id).anyMatch(id::equals))
                .toList();
    }

    private static List<String> known(java.util.Collection<String> fields) {
        return fields.stream()
                .filter(field -> !field.startsWith("custom_fields."))
                .toList();
    }

    private static List<String> texts(List<?> ids) {
        return ids.stream().map(Object::toString).toList();
    }

    /** Members who could look. */
    static List<Member> active(TenantState world, int most) {
        return world.members().stream()
                .filter(Member::isActive)
                .filter(member -> !member.id().value().equals(Tenant.PRIMARY))
                .limit(most)
                .toList();
    }
}
