package org.sightline.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sightline.itests.http.Answer;
import org.sightline.itests.http.Api;
import org.sightline.itests.http.Contract;
import org.sightline.itests.http.Contract.Operation;
import org.sightline.itests.http.EmployedApp;
import org.sightline.itests.http.Tenant;
import org.sightline.itests.server.ServerUnderTest;
import org.sightline.itests.server.SharedServer;

/** The table of docs/concepts.md, "Roles", against every operation of the OpenAPI document. */
@ExtendWith(SharedServer.class)
class RolesIT {

    private static final String T = "/api/v1/tenants/{t}";

    private enum Role {
        NOBODY,
        OPERATOR,
        PRIMARY,
        ORGANIZATION,
        MEMBER_PERMISSIONS,
        EXTERNAL_COLLABORATIONS,
        ALL_APPLICATIONS_MANAGEMENT,
        MEMBER,
        FOREIGN,
        /** An app as itself that was granted everything. */
        APP,
        /** An app for a member that was granted everything. */
        DELEGATE
    }

    private static final Set<Role> ANYBODY = Set.of(Role.values());
    private static final Set<Role> USERS = Set.of(
            Role.PRIMARY,
            Role.ORGANIZATION,
            Role.MEMBER_PERMISSIONS,
            Role.EXTERNAL_COLLABORATIONS,
            Role.ALL_APPLICATIONS_MANAGEMENT,
            Role.MEMBER,
            Role.FOREIGN);
    private static final Set<Role> ADMINISTRATORS = Set.of(
            Role.PRIMARY,
            Role.ORGANIZATION,
            Role.MEMBER_PERMISSIONS,
            Role.EXTERNAL_COLLABORATIONS,
            Role.ALL_APPLICATIONS_MANAGEMENT);

    /** First matching line counts; the key is a pattern over method and path. */
    private static final Map<String, Set<Role>> TABLE = table();

    private static Map<String, Set<Role>> table() {
        Map<String, Set<Role>> table = new LinkedHashMap<>();
        String t = "/api/v1/tenants/\\{t\\}";
        table.put("\\w+ /(health/.*|openapi.json|docs.*|i)", ANYBODY);
        // These tests ask from the server's own machine, where no token is needed; a token that is shown must fit.
        table.put("GET /metrics", Set.of(Role.NOBODY, Role.OPERATOR));
        table.put("POST /api/v1/sessions", ANYBODY);
        table.put("DELETE /api/v1/sessions/current", USERS);
        table.put("GET /api/v1/(me|app-permissions)", with(USERS, Role.OPERATOR, Role.APP, Role.DELEGATE));
        table.put("\\w+ /api/v1/operator/.*", Set.of(Role.OPERATOR));
        table.put("(GET|POST) /api/v1/tenants", Set.of(Role.OPERATOR));
        table.put("DELETE " + t, Set.of(Role.OPERATOR));
        table.put("(GET|PATCH) " + t, Set.of(Role.OPERATOR, Role.PRIMARY));
        table.put("GET " + t + "/audit", Set.of(Role.PRIMARY));
        table.put("(PUT|DELETE) " + t + "/admins/.*", Set.of(Role.PRIMARY));
        table.put("(PUT|DELETE) " + t + "/operator-access", Set.of(Role.PRIMARY));
        table.put("\\w+ " + t + "/notification-channels(/.*)?", Set.of(Role.PRIMARY));
        table.put("\\w+ " + t + "/notifications(/.*)?", ADMINISTRATORS);
        table.put("\\w+ " + t + "/visibility/.*", Set.of(Role.PRIMARY, Role.MEMBER_PERMISSIONS));
        table.put("POST " + t + "/trust/removals/[^/]+/(approve|reject)", Set.of(Role.PRIMARY));
        table.put("\\w+ " + t + "/trust/.*", Set.of(Role.PRIMARY, Role.EXTERNAL_COLLABORATIONS));
        table.put("GET " + t + "/contacts/.*", with(ADMINISTRATORS, Role.MEMBER, Role.DELEGATE));
        table.put("\\w+ " + t + "/communication/.*", with(ADMINISTRATORS, Role.MEMBER));
        table.put(
                "\\w+ " + t + "/(resources|event-subscriptions|event-deliveries)(/.*)?",
                Set.of(Role.APP, Role.DELEGATE));
        table.put("GET " + t + "/app-permissions", with(ADMINISTRATORS, Role.MEMBER));
        table.put("\\w+ " + t + "/apps(/.*)?", with(ADMINISTRATORS, Role.MEMBER));
        table.put("\\w+ " + t + "/app-consents(/.*)?", with(ADMINISTRATORS, Role.MEMBER));
        table.put(
                "\\w+ " + t + "/(app-reviews|app-grants|app-approval-rules)(/.*)?",
                Set.of(Role.PRIMARY, Role.ALL_APPLICATIONS_MANAGEMENT));
        table.put("GET " + t + "/(departments|users)(/[^/]+)?", with(ADMINISTRATORS, Role.APP));
        table.put("GET " + t + "/(departments|users|groups|units|fields|admins|directory|jobs)(/.*)?", ADMINISTRATORS);
        table.put(
                "\\w+ " + t + "/(departments|users|groups|units|fields|directory)(/.*)?",
                Set.of(Role.PRIMARY, Role.ORGANIZATION));
        return table;
    }

    private static Set<Role> with(Set<Role> roles, Role... more) {
        Set<Role> all = new java.util.HashSet<>(roles);
        all.addAll(List.of(more));
        return Set.copyOf(all);
    }

    private static Set<Role> allowed(Operation operation) {
        String key = operation.method() + " " + operation.path();
        return TABLE.entrySet().stream()
                .filter(line -> key.matches(line.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow(() ->
                        new AssertionError(key + " is in the OpenAPI document, but no line here says who may call it"));
    }

    @Test
    void everybodyMayWhatTheirRoleSaysAndNothingElse(ServerUnderTest server) {
        Tenant tenant = Tenant.create(server, "pro");
        // Without one its paths answer 404 although nothing is wrong with them.
        tenant.primary().post(tenant.path() + "/trust/invitation", "{}").expect(201);
        Map<Role, Api> callers = callers(server, tenant);
        List<Operation> operations = new ArrayList<>(Contract.of(server).operations());
        // Signing out comes last, as nothing works after it.
        operations.sort(Comparator.comparing(operation -> operation.path().endsWith("/sessions/current")));
        List<String> wrong = new ArrayList<>();
        for (Operation operation : operations) {
            Set<Role> allowed = allowed(operation);
            callers.forEach((role, caller) -> {
                Answer answer = ask(caller, operation, tenant.key());
                if (!fits(answer, role, allowed.contains(role), operation.path().contains("{t}"))) {
                    wrong.add(role + (allowed.contains(role) ? " (allowed) " : " ") + answer.request() + " -> "
                            + answer.status() + " " + answer.body());
                }
            });
        }
        assertThat(wrong).isEmpty();
        assertThat(operations.size() * callers.size()).as("questions asked").isGreaterThan(300);
        assertThat(callers).hasSize(Role.values().length);
    }

    private static Map<Role, Api> callers(ServerUnderTest server, Tenant tenant) {
        Map<Role, Api> callers = new LinkedHashMap<>();
        callers.put(Role.NOBODY, Api.nobody(server));
        callers.put(Role.OPERATOR, Api.operator(server));
        callers.put(Role.PRIMARY, tenant.primary());
        for (Role role : List.of(
                Role.ORGANIZATION,
                Role.MEMBER_PERMISSIONS,
                Role.EXTERNAL_COLLABORATIONS,
                Role.ALL_APPLICATIONS_MANAGEMENT)) {
            String permission = role.name().toLowerCase(java.util.Locale.ROOT);
            callers.put(role, tenant.addAdministrator("admin-" + permission, permission));
        }
        tenant.addUser("mel");
        callers.put(Role.MEMBER, tenant.letIn("mel"));
        callers.put(Role.FOREIGN, Tenant.create(server, "pro").primary());
        EmployedApp app = EmployedApp.ofEverything(tenant, "{'all':true}");
        callers.put(Role.APP, app.itself());
        callers.put(Role.DELEGATE, app.forMember("mel"));
        return callers;
    }

    private static Answer ask(Api caller, Operation operation, String tenant) {
        String path = "/" + operation.path().replace("{t}", tenant).replaceAll("\\{[^}]+\\}", "no-such-thing");
        if (operation.path().equals(T) && operation.method().equals("DELETE")) {
            path += "?confirm=no";
        }
        var content = operation.node().at("/requestBody/content");
        return content.isEmpty()
                ? caller.send(operation.method(), path, null, null)
                : caller.send(operation.method(), path, content.fieldNames().next(), "{}");
    }

    /** Tenant first, then role, then thing. */
    private static boolean fits(Answer answer, Role role, boolean allowed, boolean ofTenant) {
        if (allowed && !(ofTenant && role == Role.FOREIGN)) {
            return answer.status() < 500
                    && answer.status() != 401
                    && answer.status() != 403
                    && (answer.status() != 404 || namesWhatIsMissing(answer));
        }
        if (role == Role.NOBODY) {
            return answer.status() == 401;
        }
        if (ofTenant && role == Role.FOREIGN) {
            return answer.status() == 404 && !namesWhatIsMissing(answer);
        }
        return answer.status() == 403;
    }

    /** Whether an answer says that the thing is missing, so that the path is there. */
    private static boolean namesWhatIsMissing(Answer answer) {
        return answer.body().contains("no-such-thing") || answer.body().contains("no candidate main rule");
    }
}
