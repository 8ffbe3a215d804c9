package org.sightline.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sightline.itests.http.Answer;
import org.sightline.itests.http.Api;
import org.sightline.itests.http.Json;
import org.sightline.itests.http.Tenant;
import org.sightline.itests.server.ServerUnderTest;
import org.sightline.itests.server.SharedServer;

/** What a change would do, which rules do nothing, and how it was (docs/concepts.md, "Preview", "Lint", "Revisions"). */
@ExtendWith(SharedServer.class)
class PreviewIT {

    private static final String BOB_HIDDEN =
            "{'main_rule':{'type':'own_department'},'rule_sets':[{'rules':[{'rule_id':'r',"
                    + "'subjects':{'user_ids':['amy']},'objects':{'user_ids':['bob']},'effect':'hidden'}]}]}";

    private final Tenant tenant;
    private final Api boss;

    /** {@code 0 > west > shop}, {@code 0 > east}; amy in west, bob in shop, cyd in east; the boss in the root. */
    PreviewIT(ServerUnderTest server) {
        tenant = Tenant.create(server, "pro");
        boss = tenant.primary();
        tenant.addDepartment("west", "0");
        tenant.addDepartment("shop", "west");
        tenant.addDepartment("east", "0");
        tenant.addUser("amy", "west");
        tenant.addUser("bob", "shop");
        tenant.addUser("cyd", "east");
        tenant.putPolicy("{'main_rule':{'type':'own_department'},'rule_sets':[]}");
    }

    private Answer preview(String body) {
        return boss.post(tenant.path() + "/visibility/preview", Json.of(body));
    }

    private Answer verify(String query) {
        return boss.post(
                tenant.path() + "/visibility/verify" + query,
                Json.of("{'subject_user_id':'amy','object_user_id':'bob'}"));
    }

    private long revision() {
        return boss.get(tenant.path() + "/visibility/policy").expect(200).revision();
    }

    @Test
    void anotherPolicyIsComparedAndNotSaved() {
        long before = revision();

        JsonNode result = preview("{'policy':" + BOB_HIDDEN + "}").expect(200).json();

        assertThat(result.path("pairs_gained").asLong()).isZero();
        assertThat(result.path("pairs_lost").asLong()).isOne();
        assertThat(result.path("exact").asBoolean()).isTrue();
        assertThat(result.path("viewers_changed")).hasSize(1);
        assertThat(result.at("/viewers_changed/0").toString())
                .isEqualTo(Json.of("{'user_id':'amy','gained':0,'lost':1}"));
        assertThat(result.at("/samples/lost").toString()).isEqualTo(Json.of("[['amy','bob']]"));
        assertThat(result.at("/samples/gained")).isEmpty();
        assertThat(revision()).isEqualTo(before);
        assertThat(verify("").json().path("visible").asBoolean()).isTrue();
    }

    @Test
    void movesAreTriedOutTogether() {
        // The shop goes east, where cyd gets to see bob and amy does not any more; amy goes to the root and sees all.
        JsonNode result = preview("{'moves':[{'department_id':'shop','parent_id':'east'}]}")
                .expect(200)
                .json();
        assertThat(result.at("/samples/gained").toString()).isEqualTo(Json.of("[['cyd','bob']]"));
        assertThat(result.at("/samples/lost").toString()).isEqualTo(Json.of("[['amy','bob']]"));

        JsonNode both = preview(
                        "{'moves':[{'department_id':'shop','parent_id':'east'},{'user_id':'amy','department_ids':[]}]}")
                .expect(200)
                .json();
        assertThat(both.path("pairs_lost").asLong()).isZero();
        assertThat(both.path("pairs_gained").asLong()).isEqualTo(3);
        assertThat(boss.get(tenant.path() + "/departments/shop").expect(200).text("/parent_id"))
                .isEqualTo("west");
    }

    @Test
    void whatCouldNotBeDoneIsRefusedWithItsPlace() {
        preview("{}").expectProblem(422, "invalid").expectFault("/policy");
        preview("{'moves':[{'user_id':'amy','department_ids':['nowhere']}]}")
                .expectProblem(422, "invalid")
                .expectFault("/moves/0/department_ids/0");
        preview("{'moves':[{'user_id':'nobody','department_ids':['west']}]}")
                .expectProblem(422, "invalid")
                .expectFault("/moves/0/user_id");
        preview("{'moves':[{'department_id':'west','parent_id':'shop'}]}")
                .expectProblem(409, "department_cycle")
                .expectFault("/moves/0/parent_id");
        preview("{'policy':" + BOB_HIDDEN.replace("'amy'", "'nobody'") + "}")
                .expectProblem(422, "invalid")
                .expectFault("/policy/rule_sets/0/rules/0/subjects/user_ids/0");
    }

    @Test
    void rulesThatDoNothingAreListed() {
        tenant.putPolicy(BOB_HIDDEN);
        String lint = tenant.path() + "/visibility/lint";
        assertThat(boss.get(lint).expect(200).json().path("items")).isEmpty();
        boss.delete(tenant.path() + "/users/bob").expect(204);

        Answer answer = boss.get(lint).expect(200);

        assertThat(answer.items("code")).containsExactly("no_object", "entry_gone");
        assertThat(answer.items("rule_id")).containsExactly("r", "r");
        assertThat(answer.text("/items/1/detail")).contains("object user `bob`");
    }

    @Test
    void thePastIsAnsweredAsItWas() {
        long before = revision();
        long after = tenant.putPolicy(BOB_HIDDEN).revision();

        assertThat(verify("").json().path("visible").asBoolean()).isFalse();
        Answer then = verify("?at_revision=" + before).expect(200);
        assertThat(then.json().path("visible").asBoolean()).isTrue();
        assertThat(then.revision()).isEqualTo(before);
        String seenBy = tenant.path() + "/visibility/seen-by/bob";
        assertThat(boss.get(seenBy + "?at_revision=" + before).expect(200).items("user_id"))
                .contains("amy");
        assertThat(boss.get(seenBy + "?at_revision=" + after).expect(200).items("user_id"))
                .doesNotContain("amy");
        JsonNode newest =
                boss.get(tenant.path() + "/audit?page_size=1").expect(200).json();
        String at = newest.at("/items/0/at").asText();
        assertThat(boss.get(tenant.path() + "/visibility/sees/amy?at=" + at)
                        .expect(200)
                        .revision())
                .isEqualTo(after);
        verify("?at_revision=" + (after + 1)).expectProblem(422, "invalid");
        verify("?at=2020-01-01T00:00:00Z").expectProblem(422, "invalid");
        verify("?at=2120-01-01T00:00:00Z").expectProblem(422, "invalid");
        verify("?at=yesterday").expectProblem(422, "invalid");
    }
}
