package org.sightline.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sightline.itests.http.Answer;
import org.sightline.itests.http.Api;
import org.sightline.itests.http.Contract;
import org.sightline.itests.http.Contract.Operation;
import org.sightline.itests.http.EmployedApp;
import org.sightline.itests.http.Json;
import org.sightline.itests.http.Tenant;
import org.sightline.itests.server.ServerUnderTest;
import org.sightline.itests.server.SharedServer;

/**
 * What an app's token reaches: the operations that its permissions open, the fields they open, and as itself its data
 * range (docs/api.md, "What apps may call").
 */
@ExtendWith(SharedServer.class)
class EnforcementIT {

    private static final String BASE = "contact:user.base:readonly";
    private static final String EMAIL = "contact:user.email:readonly";
    private static final String ORGANIZE = "contact:department.organize:readonly";

    private final ServerUnderTest server;
    private final Tenant tenant;

    EnforcementIT(ServerUnderTest server) {
        this.server = server;
        tenant = Tenant.create(server, "pro");
        tenant.addDepartment("eng", "0");
        tenant.addDepartment("core", "eng");
        tenant.addDepartment("sales", "0");
        tenant.primary()
                .put(
                        tenant.path() + "/fields",
                        Json.of("{'fields':[{'field_id':'desk','label':'Desk','type':'text'}]}"))
                .expect(200);
        addUser("amy", "eng");
        addUser("bob", "core");
        addUser("cat", "sales", "core");
        addUser("dan", "sales");
        tenant.primary()
                .patch(tenant.path() + "/departments/core", Json.of("{'leader_user_ids':['bob','dan']}"))
                .expect(200);
    }

    private void addUser(String id, String... departments) {
        tenant.primary()
                .post(
                        tenant.path() + "/users",
                        Json.of(
                                "{'user_id':'%s','name':'Name of %s','en_name':'En %s','email':'%s@example.org',"
                                        + "'mobile':'+81 %s','employee_no':'no-%s','job_title':'Engineer','city':'Osaka',"
                                        + "'country':'Japan','department_ids':%s,'department_orders':{'%s':3},"
                                        + "'custom_fields':{'desk':'D7'}}",
                                id, id, id, id, id.hashCode() & 0xffff, id, Tenant.list(departments), departments[0]))
                .expect(201);
    }

    /** Each operation, each identity, each permission; the answers are written to {@code target/app-permissions.txt}. */
    @Test
    void anyOneOfThePermissionsIsEnoughAndNothingElseIs() throws IOException {
        tenant.letIn("amy");
        EmployedApp app = EmployedApp.of(
                tenant, EmployedApp.opening(tenant, "app"), EmployedApp.opening(tenant, "user"), "{'all':true}");
        Set<String> questions = new LinkedHashSet<>();
        List<String> matrix = new ArrayList<>();
        for (String identity : List.of("app", "user")) {
            for (String permission : EmployedApp.opening(tenant, identity)) {
                Api caller = identity.equals("app") ? app.itself(permission) : app.forMember("amy", permission);
                for (Operation operation : permitted()) {
                    List<String> enough = names(operation, identity);
                    Answer answer = ask(caller, operation);
                    matrix.add(String.format(
                            "%-4s %-45s %-6s %-75s %s",
                            identity, permission, operation.method(), operation.path(), told(answer)));
                    String question = identity + " with " + permission + ": " + answer.request();
                    questions.add(question);
                    if (enough.isEmpty()) {
                        assertThat(answer.status()).as(question).isEqualTo(403);
                        assertThat(answer.text("/code")).as(question).isEqualTo("forbidden");
                    } else if (enough.contains(permission)) {
                        assertThat(answer.status())
                                .as("%s -> %s", question, answer.body())
                                .isNotIn(401, 403, 405, 500, 503);
                    } else {
                        assertThat(answer.status()).as(question).isEqualTo(403);
                        assertThat(answer.text("/code")).as(question).isEqualTo("permission_missing");
                        assertThat(answer.json().path("missing_permissions"))
                                .as(question)
                                .extracting(JsonNode::asText)
                                .containsExactlyElementsOf(enough);
                    }
                }
            }
        }
        assertThat(questions).hasSizeGreaterThan(100);
        Files.write(Path.of("target", "app-permissions.txt"), matrix);
    }

    private static String told(Answer answer) {
        return answer.status() < 400 ? "" + answer.status() : answer.status() + " " + answer.text("/code");
    }

    /** Creating and sharing judge by what is sent, too; here it is only whether the operation is open. */
    private Answer ask(Api caller, Operation operation) {
        String path = "/" + operation.path().replace("{t}", tenant.key()).replaceAll("\\{[^}]+\\}", "no-such-thing");
        if (path.endsWith("/contacts/search")) {
            path += "?q=amy";
        }
        var content = operation.node().at("/requestBody/content");
        return content.isEmpty()
                ? caller.send(operation.method(), path, null, null)
                : caller.send(operation.method(), path, content.fieldNames().next(), "{}");
    }

    private List<Operation> permitted() {
        return Contract.of(server).operations().stream()
                .filter(operation -> operation.node().has("x-sightline-permissions"))
                .toList();
    }

    private static List<String> names(Operation operation, String identity) {
        List<String> names = new ArrayList<>();
        operation.node().path("x-sightline-permissions").path(identity).forEach(name -> names.add(name.asText()));
        return names;
    }

    @ParameterizedTest
    @CsvSource({
        "-, 'department_ids,en_name,name,status,user_id'",
        "contact:user.email:readonly, 'department_ids,email,en_name,name,status,user_id'",
        "contact:user.phone:readonly, 'department_ids,en_name,mobile,name,status,user_id'",
        "contact:user.employee_number:read, 'department_ids,employee_no,en_name,name,status,user_id'",
        "contact:user.department:readonly, 'department_ids,department_orders,en_name,name,status,user_id'",
        "contact:user.employee:readonly,"
                + " 'city,country,custom_fields,department_ids,employee_no,en_name,job_title,name,status,user_id'",
    })
    void fieldByFieldAsTheAppItself(String more, String fields) {
        String scope = more.equals("-") ? BASE : BASE + " " + more;
        EmployedApp app = EmployedApp.of(tenant, List.of(scope.split(" ")), List.of(), "{'all':true}");
        Api caller = app.itself(scope);

        assertThat(fieldsOf(caller.get(tenant.path() + "/users/amy").expect(200).json()))
                .isEqualTo(fields);
        for (JsonNode item :
                caller.get(tenant.path() + "/users").expect(200).json().path("items")) {
            if (!item.path("user_id").asText().equals(Tenant.PRIMARY)) {
                assertThat(fieldsOf(item)).isEqualTo(fields);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "-, 'departments,en_name,name,user_id', 'name,en_name'",
        "contact:user.email:readonly, 'departments,email,en_name,name,user_id', 'name,en_name,email'",
        "contact:user.phone:readonly, 'departments,en_name,mobile,name,user_id', 'name,en_name,mobile'",
        "contact:user.employee_number:read, 'departments,employee_no,en_name,name,user_id', 'name,en_name,employee_no'",
        "contact:user.employee:readonly,"
                + " 'city,country,custom_fields,departments,employee_no,en_name,job_title,name,user_id',"
                + " 'name,en_name,employee_no,job_title,city,country,custom_fields.desk'",
    })
    void fieldByFieldForAMember(String more, String fields, String searchable) {
        String scope = more.equals("-") ? BASE : BASE + " " + more;
        tenant.letIn("dan");
        EmployedApp app = EmployedApp.of(tenant, List.of(), List.of(scope.split(" ")), null);
        Api caller = app.forMember("dan", scope);
        String contacts = tenant.path() + "/contacts";

        assertThat(fieldsOf(caller.get(contacts + "/users/amy").expect(200).json()))
                .isEqualTo(fields);
        List<String> found = new ArrayList<>();
        for (String field : List.of(
                "name",
                "en_name",
                "email",
                "mobile",
                "employee_no",
                "job_title",
                "city",
                "country",
                "custom_fields.desk")) {
            String value = field.startsWith("custom")
                    ? "D7"
                    : tenant.primary()
                            .get(tenant.path() + "/users/amy")
                            .expect(200)
                            .text("/" + field);
            String query = "?kind=member&q="
                    + value.replace(" ", "%20").replace("+", "%2B").replace("@", "%40");
            Answer named = caller.get(contacts + "/search" + query + "&fields=" + field);
            Answer anywhere = caller.get(contacts + "/search" + query).expect(200);
            if (named.status() == 200) {
                found.add(field);
                assertThat(named.items("matched_field")).as(field).contains(field);
                assertThat(anywhere.items("id")).as(field).contains("amy");
            } else {
                named.expectProblem(403, "permission_missing");
                assertThat(named.body()).contains("missing_permissions\":[\"contact:user.");
                assertThat(anywhere.items("id"))
                        .as("by %s, which is not open", field)
                        .isEmpty();
            }
            for (JsonNode item : anywhere.json().path("items")) {
                assertThat(("tenant_key,id,kind,matched_field," + fields).split(","))
                        .as("fields of a hit")
                        .contains(fieldsOf(item).split(","));
            }
        }
        assertThat(String.join(",", found)).isEqualTo(searchable);
    }

    private static String fieldsOf(JsonNode form) {
        List<String> names = new ArrayList<>();
        form.fieldNames().forEachRemaining(names::add);
        names.sort(null);
        return String.join(",", names);
    }

    @Test
    void whatIsRevokedIsMissingAtTheNextCall() {
        EmployedApp app = EmployedApp.of(tenant, List.of(BASE, EMAIL), List.of(BASE, EMAIL), "{'all':true}");
        tenant.letIn("amy");
        Api itself = app.itself(BASE + " " + EMAIL);
        Api forAmy = app.forMember("amy", BASE + " " + EMAIL);
        String user = tenant.path() + "/users/bob";
        String contact = tenant.path() + "/contacts/users/bob";
        assertThat(itself.get(user).expect(200).json().has("email")).isTrue();
        assertThat(forAmy.get(contact).expect(200).json().has("email")).isTrue();

        app.revoke("app", EMAIL);
        assertThat(itself.get(user).expect(200).json().has("email")).isFalse();
        assertThat(forAmy.get(contact).expect(200).json().has("email")).isTrue();
        app.revoke("user", EMAIL);
        assertThat(forAmy.get(contact).expect(200).json().has("email")).isFalse();
        app.revoke("app", BASE);
        itself.get(user).expectProblem(403, "permission_missing");
        forAmy.get(contact).expect(200);
        app.revoke("user", BASE);
        forAmy.get(contact).expectProblem(403, "permission_missing");
    }

    @Test
    void theRangeCountsAsItIsAtTheCall() {
        EmployedApp app = EmployedApp.of(
                tenant, List.of(BASE, ORGANIZE), List.of(), "{'department_ids':['core'],'user_ids':['amy']}");
        Api itself = app.itself(BASE + " " + ORGANIZE);
        assertThat(itself.get(tenant.path() + "/users").expect(200).items("user_id"))
                .containsExactly("amy", "bob", "cat");
        assertThat(itself.get(tenant.path() + "/departments").expect(200).items("department_id"))
                .containsExactly("core");
        JsonNode core =
                itself.get(tenant.path() + "/departments/core").expect(200).json();
        assertThat(core.path("leader_user_ids").toString()).isEqualTo("[\"bob\"]");
        assertThat(core.has("parent_id")).isFalse();
        assertThat(itself.get(tenant.path() + "/users/cat")
                        .expect(200)
                        .json()
                        .path("department_ids")
                        .toString())
                .isEqualTo("[\"core\"]");
        Answer first = itself.get(tenant.path() + "/users?page_size=1").expect(200);

        app.range("2", "{'user_ids':['bob']}");
        assertThat(itself.get(tenant.path() + "/users").expect(200).items("user_id"))
                .containsExactly("bob");
        itself.get(tenant.path() + "/users/amy").expectProblem(404, "not_found");
        itself.get(tenant.path() + "/departments/core").expectProblem(404, "not_found");
        itself.get(tenant.path() + "/users?page_size=1&page_token=" + first.text("/page_token"))
                .expectProblem(400, "page_token_invalid");

        app.range("3", "{}");
        assertThat(itself.get(tenant.path() + "/users").expect(200).items("user_id"))
                .isEmpty();
    }

    @Test
    void peopleLeaveTheRangeWhenTheyMoveOrAreSuspended() {
        EmployedApp app = EmployedApp.of(tenant, List.of(BASE), List.of(), "{'department_ids':['sales']}");
        Api itself = app.itself(BASE);
        itself.get(tenant.path() + "/users/dan").expect(200);
        tenant.primary()
                .patch(tenant.path() + "/users/dan", Json.of("{'status':'suspended'}"))
                .expect(200);
        itself.get(tenant.path() + "/users/dan").expectProblem(404, "not_found");
        assertThat(itself.get(tenant.path() + "/users?status=suspended")
                        .expect(200)
                        .items("user_id"))
                .isEmpty();
        tenant.primary()
                .patch(tenant.path() + "/users/cat", Json.of("{'department_ids':['core']}"))
                .expect(200);
        itself.get(tenant.path() + "/users/cat").expectProblem(404, "not_found");
        assertThat(itself.get(tenant.path() + "/users").expect(200).items("user_id"))
                .isEmpty();
    }

    @Test
    void anAppActsInItsOwnTenantOnly() {
        EmployedApp app = EmployedApp.of(tenant, List.of(BASE), List.of(BASE), "{'all':true}");
        tenant.letIn("amy");
        Tenant other = Tenant.create(server, "pro");
        for (Api caller : List.of(app.itself(BASE), app.forMember("amy", BASE))) {
            for (String path : List.of("/users", "/users/boss", "/contacts/users/boss", "/departments/0", "/apps")) {
                Answer foreign = caller.get(other.path() + path).expectProblem(404, "not_found");
                Answer unknown = caller.get("/tenants/nowhere" + path).expectProblem(404, "not_found");
                assertThat(foreign.body().replace(other.key(), "nowhere")).isEqualTo(unknown.body());
            }
        }
    }

    @Test
    void forAMemberAnAppSeesWhatTheMemberSees() {
        tenant.putPolicy(
                "{'main_rule':{'type':'everyone'},'rule_sets':[{'rules':[{'rule_id':'r','subjects':{'user_ids':['amy']},"
                        + "'objects':{'user_ids':['dan'],'department_ids':['sales']},'effect':'hidden'}]}]}");
        Api amy = tenant.letIn("amy");
        EmployedApp app = EmployedApp.of(tenant, List.of(), List.of("contact:contact:readonly"), null);
        Api forAmy = app.forMember("amy", "contact:contact:readonly");
        for (String path : List.of(
                "/contacts/departments/0/children",
                "/contacts/departments/0",
                "/contacts/departments/sales",
                "/contacts/users/bob",
                "/contacts/users/cat",
                "/contacts/users/dan",
                "/contacts/search?q=name",
                "/contacts/parties")) {
            Answer own = amy.get(tenant.path() + path);
            Answer through = forAmy.get(tenant.path() + path);
            assertThat(through.status()).as(path).isEqualTo(own.status());
            assertThat(through.body()).as(path).isEqualTo(own.body());
        }
        forAmy.get(tenant.path() + "/contacts/users/bob?as=bob").expectProblem(403, "forbidden");
        tenant.primary()
                .patch(tenant.path() + "/users/amy", Json.of("{'status':'suspended'}"))
                .expect(200);
        forAmy.get(tenant.path() + "/contacts/users/bob").expectProblem(401, "unauthenticated");
    }
}
