package org.sightline.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sightline.itests.http.Answer;
import org.sightline.itests.http.Api;
import org.sightline.itests.http.Json;
import org.sightline.itests.http.Tenant;
import org.sightline.itests.server.ServerUnderTest;
import org.sightline.itests.server.SharedServer;

/** The policy and the questions it answers (docs/concepts.md, "Visibility"). */
@ExtendWith(SharedServer.class)
class VisibilityIT {

    private static final String NO_SETS = "{'main_rule':{'type':'%s'},'rule_sets':[]}";

    private final ServerUnderTest server;
    private final Tenant tenant;
    private final Api boss;

    /**
     * A company: {@code 0 > west > shop}, {@code 0 > east}; amy in west, bob in shop, cyd in east, dan in east and
     * shop; group {@code g} holds amy.
     */
    VisibilityIT(ServerUnderTest server) {
        this.server = server;
        tenant = Tenant.create(server, "pro");
        boss = tenant.primary();
        tenant.addDepartment("west", "0");
        tenant.addDepartment("shop", "west");
        tenant.addDepartment("east", "0");
        tenant.addUser("amy", "west");
        tenant.addUser("bob", "shop");
        tenant.addUser("cyd", "east");
        tenant.addUser("dan", "east", "shop");
        boss.post(tenant.path() + "/groups", Json.of("{'group_id':'g','name':'G','user_ids':['amy']}"))
                .expect(201);
    }

    private Answer verify(String viewer, String target) {
        return boss.post(
                        tenant.path() + "/visibility/verify",
                        Json.of("{'subject_user_id':'%s','object_user_id':'%s'}", viewer, target))
                .expect(200);
    }

    private boolean sees(String viewer, String target) {
        return verify(viewer, target).json().path("visible").asBoolean();
    }

    private boolean seesDepartment(String viewer, String department) {
        return boss.post(
                        tenant.path() + "/visibility/verify",
                        Json.of("{'subject_user_id':'%s','object_department_id':'%s'}", viewer, department))
                .expect(200)
                .json()
                .path("visible")
                .asBoolean();
    }

    private static String rule(String id, String subjects, String objects, String effect) {
        return "{'rule_id':'%s','subjects':{%s},'objects':{%s},'effect':'%s'}".formatted(id, subjects, objects, effect);
    }

    private Answer policy(String mainRule, List<String> first, List<String> second) {
        return tenant.putPolicy(
                "{'main_rule':{'type':'%s'},'rule_sets':[{'rules':%s},{'rules':%s}]}", mainRule, first, second);
    }

    // ---- Main rules -------------------------------------------------------------------------------------------------

    @Test
    void aNewTenantLetsEveryoneSeeEveryone() {
        JsonNode policy =
                boss.get(tenant.path() + "/visibility/policy").expect(200).json();
        assertThat(policy.at("/main_rule/type").asText()).isEqualTo("everyone");
        assertThat(policy.path("display_order").asText()).isEqualTo("departments_first");
        assertThat(sees("amy", "cyd")).isTrue();
        assertThat(seesDepartment("amy", "east")).isTrue();
    }

    @Test
    void nobodySeesOnlyThemself() {
        tenant.putPolicy(NO_SETS, "nobody");
        assertThat(sees("amy", "bob")).isFalse();
        assertThat(sees("amy", "amy")).isTrue();
        assertThat(seesDepartment("amy", "west")).isFalse();
        assertThat(verify("amy", "amy").text("/decided_by/layer")).isEqualTo("self");
        assertThat(verify("amy", "bob").text("/decided_by/layer")).isEqualTo("main_rule");
    }

    @Test
    void ownDepartmentSeesDownNotUp() {
        tenant.putPolicy(NO_SETS, "own_department");
        assertThat(sees("amy", "bob")).isTrue();
        assertThat(sees("bob", "amy")).isFalse();
        assertThat(sees("bob", "dan")).isTrue();
        assertThat(sees("dan", "cyd")).isTrue();
        assertThat(sees("cyd", "bob")).isFalse();
        assertThat(sees("boss", "cyd"))
                .as("directly in the root: the whole organisation")
                .isTrue();
        assertThat(seesDepartment("amy", "shop")).isTrue();
        assertThat(seesDepartment("bob", "west")).isFalse();
    }

    @Test
    void ownUnitSeesTheUnitsOfTheChosenTypes() {
        boss.post(
                        tenant.path() + "/units",
                        Json.of("{'unit_id':'u','name':'U','type':'subsidiary','department_ids':['west']}"))
                .expect(201);
        boss.post(
                        tenant.path() + "/units",
                        Json.of("{'unit_id':'v','name':'V','type':'branch','department_ids':['east']}"))
                .expect(201);
        tenant.putPolicy(NO_SETS, "own_unit");
        assertThat(sees("bob", "amy")).isTrue();
        assertThat(sees("cyd", "amy")).isFalse();
        assertThat(sees("dan", "amy")).isTrue();
        assertThat(sees("dan", "cyd")).isTrue();
        assertThat(sees("boss", "amy")).as("in no unit").isFalse();

        tenant.putPolicy("{'main_rule':{'type':'own_unit','unit_types':['branch']},'rule_sets':[]}");
        assertThat(sees("bob", "amy")).isFalse();
        assertThat(sees("dan", "cyd")).isTrue();
        assertThat(sees("dan", "amy")).isFalse();
    }

    @Test
    void theBuiltInMainRulesAreOffered() {
        Answer answer = boss.get(tenant.path() + "/visibility/main-rules").expect(200);
        assertThat(answer.items("type")).contains("everyone", "own_unit", "own_department", "nobody");
        assertThat(answer.items("label")).allSatisfy(label -> assertThat(label).isNotBlank());
        assertThat(answer.items("provided_by"))
                .allSatisfy(bundle -> assertThat(bundle).contains("visibility-rules"));
    }

    // ---- The table of docs/concepts.md, "The decision" --------------------------------------------------------------

    @Test
    void equalEffectsGiveTheUnion() {
        policy(
                "nobody",
                List.of(
                        rule("one", "'user_ids':['bob']", "'department_ids':['west']", "visible"),
                        rule("two", "'user_ids':['bob']", "'department_ids':['east']", "visible")),
                List.of());
        assertThat(sees("bob", "amy")).isTrue();
        assertThat(sees("bob", "cyd")).isTrue();
        assertThat(sees("bob", "boss")).isFalse();
        assertThat(seesDepartment("bob", "shop")).isTrue();
    }

    @Test
    void aMemberIsMoreSpecificThanTheirDepartment() {
        policy(
                "nobody",
                List.of(
                        rule("dep", "'user_ids':['amy']", "'department_ids':['east']", "visible"),
                        rule("but", "'user_ids':['amy']", "'user_ids':['cyd']", "hidden")),
                List.of());
        assertThat(sees("amy", "cyd")).isFalse();
        assertThat(sees("amy", "dan")).isTrue();
        JsonNode decision = verify("amy", "cyd").json();
        assertThat(decision.at("/decided_by/layer").asText()).isEqualTo("rule_set_1");
        assertThat(decision.at("/decided_by/rule_ids")).hasSize(1);
        assertThat(decision.at("/decided_by/rule_ids/0").asText()).isEqualTo("but");
        assertThat(decision.path("matches")).hasSize(2);
        decision.path("matches")
                .forEach(match -> assertThat(match.path("outranked").asBoolean())
                        .isEqualTo(match.path("rule_id").asText().equals("dep")));
        assertThat(decision.path("explanation").asText()).isNotBlank();
    }

    @Test
    void theSameObjectBothWaysIsHidden() {
        policy(
                "everyone",
                List.of(
                        rule("on", "'user_ids':['amy']", "'department_ids':['east']", "visible"),
                        rule("off", "'user_ids':['amy']", "'department_ids':['east']", "hidden")),
                List.of());
        assertThat(sees("amy", "cyd")).isFalse();
        assertThat(seesDepartment("amy", "east")).isFalse();
    }

    @Test
    void aGroupOutranksADepartment() {
        policy(
                "nobody",
                List.of(
                        rule("grp", "'group_ids':['g']", "'user_ids':['cyd']", "visible"),
                        rule("dep", "'department_ids':['west']", "'user_ids':['cyd']", "hidden")),
                List.of());
        assertThat(sees("amy", "cyd")).isTrue();
        assertThat(sees("bob", "cyd")).isFalse();
    }

    @Test
    void oppositeDirectionsHide() {
        policy(
                "everyone",
                List.of(
                        rule("dep", "'department_ids':['west']", "'user_ids':['cyd']", "visible"),
                        rule("one", "'user_ids':['amy']", "'department_ids':['east']", "hidden")),
                List.of());
        assertThat(sees("amy", "cyd")).isFalse();
        assertThat(sees("bob", "cyd")).isTrue();
    }

    @Test
    void theFirstSetOutranksTheSecondAndWhatNoSetCoversFalls() {
        policy(
                "nobody",
                List.of(rule("one", "'user_ids':['amy']", "'user_ids':['bob']", "visible")),
                List.of(
                        rule("two", "'user_ids':['amy']", "'user_ids':['bob']", "hidden"),
                        rule("three", "'user_ids':['amy']", "'user_ids':['cyd']", "visible")));
        assertThat(sees("amy", "bob")).isTrue();
        assertThat(verify("amy", "cyd").text("/decided_by/layer")).isEqualTo("rule_set_2");
        assertThat(verify("amy", "dan").text("/decided_by/layer")).isEqualTo("main_rule");
    }

    @Test
    void whoeverIsNotActiveNeitherSeesNorIsSeen() {
        boss.patch(tenant.path() + "/users/cyd", Json.of("{'status':'suspended'}"))
                .expect(200);
        boss.delete(tenant.path() + "/users/dan").expect(204);
        for (String gone : List.of("cyd", "dan")) {
            assertThat(verify("amy", gone).text("/decided_by/layer")).isEqualTo("status");
            assertThat(sees("amy", gone)).isFalse();
            assertThat(sees(gone, "amy")).isFalse();
            assertThat(sees(gone, gone)).isFalse();
            assertThat(seesDepartment(gone, "west")).isFalse();
        }
    }

    @Test
    void changesOfTheDirectoryCountAtOnce() {
        policy("nobody", List.of(rule("r", "'group_ids':['g']", "'department_ids':['east']", "visible")), List.of());
        assertThat(sees("bob", "cyd")).isFalse();
        boss.patch(tenant.path() + "/groups/g", Json.of("{'user_ids':['amy','bob']}"))
                .expect(200);
        assertThat(sees("bob", "cyd")).isTrue();
        boss.patch(tenant.path() + "/users/cyd", Json.of("{'department_ids':['west']}"))
                .expect(200);
        assertThat(sees("bob", "cyd")).isFalse();
    }

    @Test
    void dynamicGroupsFollowTheirCondition() {
        boss.post(
                        tenant.path() + "/groups",
                        Json.of("{'group_id':'osaka','name':'Osaka','condition':'city = \\\"Osaka\\\"'}"))
                .expect(201);
        policy("nobody", List.of(rule("r", "'group_ids':['osaka']", "'department_ids':['0']", "visible")), List.of());
        assertThat(sees("cyd", "amy")).isFalse();
        boss.patch(tenant.path() + "/users/cyd", Json.of("{'city':'Osaka'}")).expect(200);
        assertThat(sees("cyd", "amy")).isTrue();
    }

    // ---- Policy -----------------------------------------------------------------------------------------------------

    @Test
    void aPolicyIsGivenBackAsItIsAndRulesGetIds() {
        Answer put = tenant.putPolicy(
                "{'main_rule':{'type':'own_department'},'rule_sets':[{'rules':[{'name':'ناس','subjects':{'user_ids':['amy'],'group_ids':['g'],'department_ids':['0']},"
                        + "'objects':{'user_ids':['bob'],'department_ids':['east']},'effect':'hidden'}]}],'display_order':'members_first'}");
        Answer get = boss.get(tenant.path() + "/visibility/policy").expect(200);
        assertThat(get.json()).isEqualTo(put.json());
        assertThat(get.etag()).isEqualTo(put.etag());
        assertThat(get.text("/rule_sets/0/rules/0/rule_id")).isNotBlank();
        assertThat(boss.put(tenant.path() + "/visibility/policy", get.body())
                        .expect(200)
                        .json())
                .isEqualTo(get.json());
    }

    @Test
    void aDryRunChecksAndKeeps() {
        String before = boss.get(tenant.path() + "/visibility/policy").body();
        long revision = boss.get(tenant.path()).revision();
        boss.put(tenant.path() + "/visibility/policy?dry_run=true", Json.of(NO_SETS, "nobody"))
                .expect(200);
        boss.put(tenant.path() + "/visibility/policy?dry_run=true", Json.of(NO_SETS, "no_such_rule"))
                .expectProblem(422, "invalid")
                .expectFault("/main_rule/type");
        assertThat(boss.get(tenant.path() + "/visibility/policy").body()).isEqualTo(before);
        assertThat(boss.get(tenant.path()).revision()).isEqualTo(revision);
    }

    @Test
    void whatARuleNamesMustExist() {
        String[][] faults = {
            {"'user_ids':['stranger']", "'user_ids':['bob']", "/rule_sets/0/rules/0/subjects/user_ids/0"},
            {
                "'user_ids':['amy']",
                "'department_ids':['east','nowhere']",
                "/rule_sets/0/rules/0/objects/department_ids/1"
            },
            {"'group_ids':['h']", "'user_ids':['bob']", "/rule_sets/0/rules/0/subjects/group_ids/0"},
            {"'user_ids':[]", "'user_ids':['bob']", "/rule_sets/0/rules/0/subjects"},
            {"'user_ids':['amy']", "'user_ids':[]", "/rule_sets/0/rules/0/objects"},
        };
        for (String[] fault : faults) {
            boss.put(
                            tenant.path() + "/visibility/policy",
                            Json.of(
                                    "{'main_rule':{'type':'everyone'},'rule_sets':[{'rules':[%s]}]}",
                                    rule("r", fault[0], fault[1], "hidden")))
                    .expectProblem(422, "invalid")
                    .expectFault(fault[2]);
        }
    }

    @Test
    void aDeletedThingMayStayInTheRuleThatNamesIt() {
        policy(
                "everyone",
                List.of(rule("r", "'group_ids':['g'],'user_ids':['bob']", "'user_ids':['cyd']", "hidden")),
                List.of());
        boss.delete(tenant.path() + "/groups/g").expect(204);
        String policy =
                boss.get(tenant.path() + "/visibility/policy").expect(200).body();
        assertThat(policy).contains("\"g\"");
        boss.put(tenant.path() + "/visibility/policy", policy).expect(200);
        assertThat(sees("amy", "cyd")).isTrue();
        assertThat(sees("bob", "cyd")).isFalse();
        boss.put(
                        tenant.path() + "/visibility/policy",
                        Json.of(
                                "{'main_rule':{'type':'everyone'},'rule_sets':[{'rules':[%s]}]}",
                                rule("other", "'group_ids':['g']", "'user_ids':['cyd']", "hidden")))
                .expectProblem(422, "invalid");
    }

    @Test
    void threeRuleSetsAreOneTooMany() {
        boss.put(
                        tenant.path() + "/visibility/policy",
                        Json.of(
                                "{'main_rule':{'type':'everyone'},'rule_sets':[{'rules':[]},{'rules':[]},{'rules':[]}]}"))
                .expectProblem(422, "invalid")
                .expectFault("/rule_sets");
        boss.put(
                        tenant.path() + "/visibility/policy",
                        Json.of(
                                "{'main_rule':{'type':'everyone'},'rule_sets':[{'rules':[%1$s,%1$s]}]}",
                                rule("twice", "'user_ids':['amy']", "'user_ids':['bob']", "hidden")))
                .expect(422);
    }

    @Test
    void thePlanLimitsTheNumberOfRules() {
        Tenant small = Tenant.create(server, "starter");
        small.addUser("amy");
        String one = rule("one", "'user_ids':['amy']", "'user_ids':['boss']", "hidden");
        String two = rule("two", "'user_ids':['boss']", "'user_ids':['amy']", "hidden");
        String policy = "{'main_rule':{'type':'everyone'},'rule_sets':[{'rules':%s},{'rules':%s}]}";
        small.putPolicy(policy, List.of(one), List.of());
        Answer refused = small.primary()
                .put(small.path() + "/visibility/policy", Json.of(policy, List.of(one), List.of(two)))
                .expectProblem(409, "rule_quota_exceeded");
        assertThat(refused.json().path("limit").asInt()).isEqualTo(1);
        assertThat(refused.json().has("used")).isTrue();
        assertThat(refused.json().has("upgrade_contact")).isTrue();

        Api.operator(server).patch(small.path(), Json.of("{'plan':'pro'}")).expect(200);
        small.putPolicy(policy, List.of(one), List.of(two));
        Api.operator(server).patch(small.path(), Json.of("{'plan':'basic'}")).expect(200);
        String edited = two.replace("hidden", "visible");
        small.putPolicy(policy, List.of(edited, one), List.of());
        small.primary()
                .put(
                        small.path() + "/visibility/policy",
                        Json.of(policy, List.of(edited), List.of(one.replace("'one'", "'new'"))))
                .expectProblem(409, "rule_quota_exceeded");
        small.putPolicy(policy, List.of(edited), List.of());
        small.primary()
                .put(small.path() + "/visibility/policy", Json.of(policy, List.of(edited, one), List.of()))
                .expectProblem(409, "rule_quota_exceeded");
    }

    @Test
    void fiveHundredRulesAreTheMost() {
        List<String> rules = new ArrayList<>();
        IntStream.range(0, 250)
                .forEach(i -> rules.add(rule("r" + i, "'user_ids':['amy']", "'user_ids':['bob']", "hidden")));
        List<String> more = IntStream.range(0, 250)
                .mapToObj(i -> rule("s" + i, "'department_ids':['west']", "'user_ids':['cyd']", "visible"))
                .collect(Collectors.toCollection(ArrayList::new));
        policy("everyone", rules, more);
        more.add(rule("one-too-many", "'user_ids':['amy']", "'user_ids':['bob']", "hidden"));
        boss.put(
                        tenant.path() + "/visibility/policy",
                        Json.of(
                                "{'main_rule':{'type':'everyone'},'rule_sets':[{'rules':%s},{'rules':%s}]}",
                                rules, more))
                .expectProblem(409, "rule_quota_exceeded");
    }

    // ---- Questions --------------------------------------------------------------------------------------------------

    @Test
    void verifyNamesWhatItDoesNotKnow() {
        String path = tenant.path() + "/visibility/verify";
        boss.post(path, Json.of("{'subject_user_id':'ghost','object_user_id':'amy'}"))
                .expectProblem(422, "invalid")
                .expectFault("/subject_user_id");
        boss.post(path, Json.of("{'subject_user_id':'amy','object_user_id':'ghost'}"))
                .expectProblem(422, "invalid")
                .expectFault("/object_user_id");
        boss.post(path, Json.of("{'subject_user_id':'amy','object_department_id':'ghost'}"))
                .expectProblem(422, "invalid")
                .expectFault("/object_department_id");
        boss.post(path, Json.of("{'subject_user_id':'amy'}")).expectProblem(422, "invalid");
        boss.post(path, Json.of("{'subject_user_id':'amy','object_user_id':'bob','object_department_id':'east'}"))
                .expectProblem(422, "invalid");
    }

    @Test
    void batchesAnswerPairByPair() {
        tenant.putPolicy(NO_SETS, "own_department");
        Answer answer = boss.post(
                        tenant.path() + "/visibility/verify:batch",
                        Json.of("{'pairs':[{'subject_user_id':'amy','object_user_id':'bob'},"
                                + "{'subject_user_id':'bob','object_user_id':'amy'},"
                                + "{'subject_user_id':'bob','object_user_id':'bob'}]}"))
                .expect(200);
        assertThat(answer.json().path("results"))
                .extracting(JsonNode::asBoolean)
                .containsExactly(true, false, true);
        boss.post(
                        tenant.path() + "/visibility/verify:batch",
                        Json.of(
                                "{'pairs':[{'subject_user_id':'amy','object_user_id':'bob'},{'subject_user_id':'amy','object_user_id':'ghost'}]}"))
                .expectProblem(422, "invalid")
                .expectFault("/pairs/1/object_user_id");
    }

    @Test
    void tenThousandPairsAreTheMostInABatch() {
        String pair = Json.of("{'subject_user_id':'amy','object_user_id':'bob'}");
        String full = IntStream.range(0, 10_000).mapToObj(i -> pair).collect(Collectors.joining(","));
        assertThat(boss.post(tenant.path() + "/visibility/verify:batch", "{\"pairs\":[" + full + "]}")
                        .expect(200)
                        .json()
                        .path("results"))
                .hasSize(10_000);
        boss.post(tenant.path() + "/visibility/verify:batch", "{\"pairs\":[" + full + "," + pair + "]}")
                .expectProblem(422, "invalid");
    }

    @Test
    void listsSayTheSameAsSingleQuestions() {
        policy(
                "own_department",
                List.of(rule("r", "'user_ids':['bob']", "'department_ids':['0']", "visible")),
                List.of());
        List<String> everybody = List.of("boss", "amy", "bob", "cyd", "dan");
        for (String member : everybody) {
            assertThat(Pages.all(boss, tenant.path() + "/visibility/sees/" + member + "?page_size=2", "user_id"))
                    .containsExactlyInAnyOrderElementsOf(everybody.stream()
                            .filter(other -> sees(member, other))
                            .toList());
            assertThat(Pages.all(boss, tenant.path() + "/visibility/seen-by/" + member + "?page_size=2", "user_id"))
                    .containsExactlyInAnyOrderElementsOf(everybody.stream()
                            .filter(other -> sees(other, member))
                            .toList());
        }
        boss.get(tenant.path() + "/visibility/sees/ghost").expectProblem(404, "not_found");
    }
}
