package org.sightline.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sightline.itests.http.Answer;
import org.sightline.itests.http.Api;
import org.sightline.itests.http.Json;
import org.sightline.itests.http.Tenant;
import org.sightline.itests.server.ServerUnderTest;
import org.sightline.itests.server.SharedServer;

/** Departments, members, groups, units, fields and administrators (docs/concepts.md, "Directory"). */
@ExtendWith(SharedServer.class)
class DirectoryIT {

    private final Tenant tenant;
    private final Api boss;
    private final String at;

    DirectoryIT(ServerUnderTest server) {
        tenant = Tenant.create(server, "pro");
        boss = tenant.primary();
        at = tenant.path();
    }

    private Answer post(String below, String body) {
        return boss.post(at + below, Json.of(body));
    }

    private Answer patch(String below, String body) {
        return boss.patch(at + below, Json.of(body));
    }

    // ---- Departments ------------------------------------------------------------------------------------------------

    @Test
    void departmentsComeAndGo() {
        Answer made = post("/departments", "{'name':'Sales','parent_id':'0','order':5}")
                .expect(201);
        String id = made.text("/department_id");
        assertThat(made.header("Location")).endsWith(at + "/departments/" + id);
        assertThat(made.json().path("order").asInt()).isEqualTo(5);

        patch("/departments/" + id, "{'name':'Verkauf','leader_user_ids':['boss']}")
                .expect(200);
        Answer read = boss.get(at + "/departments/" + id).expect(200);
        assertThat(read.text("/name")).isEqualTo("Verkauf");
        assertThat(read.text("/leader_user_ids/0")).isEqualTo("boss");
        assertThat(read.text("/parent_id")).isEqualTo("0");

        boss.delete(at + "/departments/" + id).expect(204);
        boss.get(at + "/departments/" + id).expectProblem(404, "not_found");
        boss.delete(at + "/departments/" + id).expectProblem(404, "not_found");
    }

    @Test
    void departmentsAreListedByParent() {
        tenant.addDepartment("a", "0");
        tenant.addDepartment("b", "0");
        tenant.addDepartment("a1", "a");
        assertThat(Pages.all(boss, at + "/departments?parent_id=0", "department_id"))
                .containsExactlyInAnyOrder("a", "b");
        assertThat(Pages.all(boss, at + "/departments?parent_id=a", "department_id"))
                .containsExactly("a1");
        assertThat(Pages.all(boss, at + "/departments?page_size=2", "department_id"))
                .containsExactlyInAnyOrder("0", "a", "b", "a1");
    }

    @Test
    void aDepartmentIsNeverBelowItself() {
        tenant.addDepartment("a", "0");
        tenant.addDepartment("b", "a");
        tenant.addDepartment("c", "b");
        patch("/departments/a", "{'parent_id':'c'}").expectProblem(409, "department_cycle");
        patch("/departments/a", "{'parent_id':'a'}").expectProblem(409, "department_cycle");
        patch("/departments/c", "{'parent_id':'0'}").expect(200);
        patch("/departments/a", "{'parent_id':'c'}").expect(200);
    }

    @Test
    void aDepartmentThatIsNotEmptyStaysAndSaysWhatIsInIt() {
        tenant.addDepartment("a", "0");
        tenant.addDepartment("child", "a");
        tenant.addUser("mel", "a");
        Answer refused = boss.delete(at + "/departments/a").expectProblem(409, "department_not_empty");
        assertThat(refused.text("/detail")).contains("child").contains("mel");

        boss.delete(at + "/departments/child").expect(204);
        patch("/users/mel", "{'status':'suspended'}").expect(200);
        boss.delete(at + "/departments/a").expectProblem(409, "department_not_empty");
        boss.delete(at + "/users/mel").expect(204);
        boss.delete(at + "/departments/a").expect(204);
        assertThat(boss.get(at + "/users/mel").expect(200).text("/status")).isEqualTo("deleted");
    }

    @Test
    void theRootStaysWhereItIs() {
        boss.delete(at + "/departments/0").expectProblem(409, "conflict");
        tenant.addDepartment("a", "0");
        patch("/departments/0", "{'parent_id':'a'}").expectProblem(422, "immutable_field");
        patch("/departments/0", "{'leader_user_ids':['boss']}").expect(200);
    }

    @Test
    void whatADepartmentNamesMustExist() {
        post("/departments", "{'name':'x','parent_id':'nowhere'}")
                .expectProblem(422, "invalid")
                .expectFault("/parent_id");
        post("/departments", "{'name':'x','parent_id':'0','leader_user_ids':['boss','ghost']}")
                .expectProblem(422, "invalid")
                .expectFault("/leader_user_ids/1");
        post("/departments", "{'parent_id':'0'}").expectProblem(422, "invalid").expectFault("/name");
        tenant.addDepartment("a", "0");
        post("/departments", "{'department_id':'a','name':'x','parent_id':'0'}").expectProblem(409, "duplicate_id");
        post("/departments", "{'department_id':'a b','name':'x','parent_id':'0'}")
                .expectProblem(422, "invalid")
                .expectFault("/department_id");
    }

    // ---- Members ----------------------------------------------------------------------------------------------------

    @Test
    void aMemberWithoutDepartmentIsInTheRoot() {
        Answer made = post("/users", "{'name':'Anna'}").expect(201);
        assertThat(made.text("/department_ids/0")).isEqualTo("0");
        assertThat(made.text("/status")).isEqualTo("active");
        assertThat(made.text("/user_id")).matches("[A-Za-z0-9_.-]{1,64}");
    }

    @Test
    void aMemberKeepsAllThatIsSaid() {
        boss.put(at + "/fields", Json.of("{'fields':[{'field_id':'floor','label':'Floor','type':'number'}]}"))
                .expect(200);
        tenant.addDepartment("a", "0");
        tenant.addDepartment("b", "0");
        Answer made = post(
                        "/users",
                        "{'user_id':'Anna.K_1-x','name':'안나','en_name':'Anna','email':'anna@example.org','mobile':'+82 10 1',"
                                + "'employee_no':'007','job_title':'Intern','city':'서울','country':'KR',"
                                + "'department_ids':['a','b'],'department_orders':{'b':7},'custom_fields':{'floor':12}}")
                .expect(201);
        Answer read = boss.get(at + "/users/Anna.K_1-x").expect(200);
        assertThat(read.json()).isEqualTo(made.json());
        assertThat(read.text("/city")).isEqualTo("서울");
        assertThat(read.text("/department_orders/b")).isEqualTo("7");
        assertThat(read.text("/custom_fields/floor")).isEqualTo("12");
    }

    @Test
    void mergePatchChangesWhatItNamesAndNullTakesAway() {
        tenant.addDepartment("a", "0");
        post("/users", "{'user_id':'mel','name':'Mel','email':'mel@example.org','city':'Kyōto'}")
                .expect(201);

        Answer changed = patch("/users/mel", "{'email':null,'department_ids':['a'],'job_title':'Cook'}")
                .expect(200);

        assertThat(changed.json().has("email")).isFalse();
        assertThat(changed.text("/city")).isEqualTo("Kyōto");
        assertThat(changed.text("/job_title")).isEqualTo("Cook");
        assertThat(changed.text("/department_ids/0")).isEqualTo("a");
        patch("/users/mel", "{'name':null}").expectProblem(422, "invalid").expectFault("/name");
        patch("/users/mel", "{'user_id':'lem'}").expectProblem(422, "immutable_field");
        patch("/users/mel", "{'department_ids':null}").expect(200);
        assertThat(boss.get(at + "/users/mel").text("/department_ids/0")).isEqualTo("0");
    }

    @Test
    void anEmailBelongsToOneMemberWhateverItsCase() {
        post("/users", "{'user_id':'one','name':'One','email':'Same@Example.org'}")
                .expect(201);
        post("/users", "{'name':'Two','email':'sAME@example.ORG'}").expectProblem(409, "duplicate_email");
        tenant.addUser("two");
        patch("/users/two", "{'email':'same@example.org'}").expectProblem(409, "duplicate_email");
        boss.delete(at + "/users/one").expect(204);
        patch("/users/two", "{'email':'same@example.org'}").expect(200);
    }

    @Test
    void aDeletedMemberStaysReadableAndKeepsTheId() {
        tenant.addUser("gone");
        boss.delete(at + "/users/gone").expect(204);

        assertThat(boss.get(at + "/users/gone").expect(200).text("/status")).isEqualTo("deleted");
        assertThat(Pages.all(boss, at + "/users?page_size=500", "user_id")).doesNotContain("gone");
        assertThat(Pages.all(boss, at + "/users?status=deleted", "user_id")).containsExactly("gone");
        post("/users", "{'user_id':'gone','name':'x'}").expectProblem(409, "duplicate_id");
        patch("/users/gone", "{'name':'x'}").expectProblem(409, "conflict");
    }

    @Test
    void membersAreListedByDepartmentAndStatus() {
        tenant.addDepartment("a", "0");
        tenant.addDepartment("a1", "a");
        tenant.addUser("in-a", "a");
        tenant.addUser("in-a1", "a1");
        tenant.addUser("in-both", "a", "a1");
        tenant.addUser("away", "a");
        patch("/users/away", "{'status':'suspended'}").expect(200);

        assertThat(Pages.all(boss, at + "/users?department_id=a&status=active", "user_id"))
                .containsExactlyInAnyOrder("in-a", "in-both");
        assertThat(Pages.all(boss, at + "/users?department_id=a&recursive=true&status=active", "user_id"))
                .containsExactlyInAnyOrder("in-a", "in-a1", "in-both");
        assertThat(Pages.all(boss, at + "/users?status=suspended", "user_id")).containsExactly("away");
        boss.get(at + "/users?status=asleep").expectProblem(422, "invalid");
    }

    @Test
    void textsAreStoredComposedAndWithoutControlCharacters() {
        Answer made = post("/users", "{'user_id':'rene','name':'Rene\\u0301'}").expect(201);
        assertThat(made.text("/name")).isEqualTo("René");
        for (String bad : List.of("a\\u0000b", "a\\u0007b", "a\\nb", "a\\u0085b")) {
            post("/users", "{'name':'" + bad + "'}")
                    .expectProblem(422, "invalid")
                    .expectFault("/name");
        }
        post("/users", "{'name':'x','city':'a\\u0000b'}")
                .expectProblem(422, "invalid")
                .expectFault("/city");
        post("/users", "{'name':''}").expectProblem(422, "invalid").expectFault("/name");
        post("/users", "{'name':'" + "n".repeat(10_000) + "'}")
                .expectProblem(422, "invalid")
                .expectFault("/name");
    }

    @Test
    void theLastPrimaryAdministratorStays() {
        patch("/users/boss", "{'status':'suspended'}").expectProblem(409, "last_primary_admin");
        boss.delete(at + "/users/boss").expectProblem(409, "last_primary_admin");
        boss.delete(at + "/admins/boss").expectProblem(409, "last_primary_admin");
        boss.put(at + "/admins/boss", Json.of("{'primary':false,'permissions':[]}"))
                .expectProblem(409, "last_primary_admin");

        tenant.addUser("second");
        boss.put(at + "/admins/second", Json.of("{'primary':true,'permissions':[]}"))
                .expect(200);
        boss.delete(at + "/users/boss").expect(204);
    }

    // ---- Groups -----------------------------------------------------------------------------------------------------

    @Test
    void groupsHaveListsOrAConditionNeverBoth() {
        tenant.addDepartment("a", "0");
        post("/groups", "{'group_id':'g','name':'G','user_ids':['boss'],'department_ids':['a']}")
                .expect(201);
        post("/groups", "{'group_id':'d','name':'D','condition':'city = \\\"Osaka\\\"'}")
                .expect(201);
        assertThat(Pages.all(boss, at + "/groups?page_size=1", "group_id")).containsExactlyInAnyOrder("g", "d");

        post("/groups", "{'name':'x','user_ids':['boss'],'condition':'city = \\\"Osaka\\\"'}")
                .expectProblem(422, "invalid");
        post("/groups", "{'name':'x','condition':'city is Osaka'}")
                .expectProblem(422, "invalid")
                .expectFault("/condition");
        post("/groups", "{'name':'x','user_ids':['ghost']}")
                .expectProblem(422, "invalid")
                .expectFault("/user_ids/0");
        post("/groups", "{'name':'x','department_ids':['a','ghost']}")
                .expectProblem(422, "invalid")
                .expectFault("/department_ids/1");
        patch("/groups/g", "{'name':'H','user_ids':[]}").expect(200);
        boss.delete(at + "/groups/g").expect(204);
        boss.get(at + "/groups/g").expectProblem(404, "not_found");
    }

    // ---- Units ------------------------------------------------------------------------------------------------------

    @Test
    void aDepartmentLiesInOneUnitAtMost() {
        tenant.addDepartment("a", "0");
        tenant.addDepartment("a1", "a");
        tenant.addDepartment("b", "0");
        post("/units", "{'unit_id':'u','name':'U','type':'subsidiary','department_ids':['a']}")
                .expect(201);

        for (String overlap : List.of("a", "a1", "0")) {
            Answer refused = post("/units", "{'name':'V','type':'subsidiary','department_ids':['" + overlap + "']}")
                    .expectProblem(409, "department_in_other_unit");
            assertThat(refused.text("/detail"))
                    .as("names the unit that holds it")
                    .contains("u");
        }
        post("/units", "{'unit_id':'v','name':'V','type':'branch','department_ids':['b']}")
                .expect(201);
        patch("/departments/a1", "{'parent_id':'b'}").expect(200);
        patch("/departments/a", "{'parent_id':'b'}").expectProblem(409, "department_in_other_unit");
        patch("/units/v", "{'department_ids':['b','a']}").expectProblem(409, "department_in_other_unit");
    }

    @Test
    void aUnitsTypeStays() {
        tenant.addDepartment("a", "0");
        post("/units", "{'unit_id':'u','name':'U','type':'subsidiary','department_ids':['a']}")
                .expect(201);
        patch("/units/u", "{'type':'branch'}")
                .expectProblem(422, "immutable_field")
                .expectFault("/type");
        assertThat(patch("/units/u", "{'name':'W','type':'subsidiary'}")
                        .expect(200)
                        .text("/name"))
                .isEqualTo("W");
    }

    @Test
    void ownUnitNeedsAUnit() {
        String policy = Json.of("{'main_rule':{'type':'own_unit'},'rule_sets':[]}");
        boss.put(at + "/visibility/policy", policy).expectProblem(422, "no_unit_exists");
        tenant.addDepartment("a", "0");
        post("/units", "{'unit_id':'u','name':'U','type':'subsidiary','department_ids':['a']}")
                .expect(201);
        boss.put(at + "/visibility/policy", policy).expect(200);
        boss.delete(at + "/units/u").expectProblem(409, "unit_in_use");
    }

    // ---- Fields -----------------------------------------------------------------------------------------------------

    @Test
    void customFieldsTakeWhatTheirTypeAllows() {
        boss.put(
                        at + "/fields",
                        Json.of("{'fields':[{'field_id':'floor','label':'Floor','type':'number'},"
                                + "{'field_id':'since','label':'Since','type':'date'},"
                                + "{'field_id':'site','label':'Site','type':'url'},"
                                + "{'field_id':'shirt','label':'Shirt','type':'choice','choices':['S','M']}]}"))
                .expect(200);
        post(
                        "/users",
                        "{'name':'x','custom_fields':{'floor':3.5,'since':'2024-02-29','site':'https://example.org/','shirt':'M'}}")
                .expect(201);
        for (String bad : List.of("floor':'three", "since':'2023-02-29", "site':'javascript:x", "shirt':'XXL")) {
            String field = bad.substring(0, bad.indexOf('\''));
            post("/users", "{'name':'x','custom_fields':{'" + bad + "'}}")
                    .expectProblem(422, "invalid")
                    .expectFault("/custom_fields/" + field);
        }
        post("/users", "{'name':'x','custom_fields':{'unheard':'of'}}")
                .expect(422)
                .expectFault("/custom_fields/unheard");
        boss.put(at + "/fields", Json.of("{'fields':[{'field_id':'floor','label':'Floor','type':'text'}]}"))
                .expectProblem(422, "immutable_field");
    }

    // ---- Administrators ---------------------------------------------------------------------------------------------

    @Test
    void administratorsComeAndGo() {
        tenant.addUser("mel");
        boss.get(at + "/admins/mel").expectProblem(404, "not_found");
        boss.put(at + "/admins/mel", Json.of("{'primary':false,'permissions':['organization']}"))
                .expect(200);
        assertThat(boss.get(at + "/admins/mel").expect(200).text("/permissions/0"))
                .isEqualTo("organization");
        assertThat(Pages.all(boss, at + "/admins?page_size=1", "user_id")).containsExactlyInAnyOrder("boss", "mel");
        boss.delete(at + "/admins/mel").expect(204);

        boss.put(at + "/admins/ghost", Json.of("{'primary':false,'permissions':[]}"))
                .expect(404);
        boss.put(at + "/admins/mel", Json.of("{'primary':false,'permissions':['flying']}"))
                .expectProblem(422, "invalid")
                .expectFault("/permissions/0");
        patch("/users/mel", "{'status':'suspended'}").expect(200);
        boss.put(at + "/admins/mel", Json.of("{'primary':false,'permissions':[]}"))
                .expectProblem(422, "invalid");
    }
}
