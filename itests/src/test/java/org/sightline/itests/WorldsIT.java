package org.sightline.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sightline.directory.model.Department;
import org.sightline.directory.model.Member;
import org.sightline.directory.model.MemberStatus;
import org.sightline.itests.http.Answer;
import org.sightline.itests.http.Json;
import org.sightline.itests.http.Tenant;
import org.sightline.itests.server.ServerUnderTest;
import org.sightline.itests.server.SharedServer;
import org.sightline.store.TenantState;
import org.sightline.testkit.bruteforce.BruteForce;
import org.sightline.testkit.world.RandomWorlds;

/** Random organisations, imported and asked over HTTP: every pair answers as the slow and obvious judge says. */
@ExtendWith(SharedServer.class)
class WorldsIT {

    private static final int WORLDS = Integer.getInteger("itests.worlds", 5);
    private static final int MEMBERS = 40;
    private static final int EXPLAINED = 60;

    @Test
    void theServerAgreesWithTheBruteForceJudge(ServerUnderTest server) {
        long first = Long.getLong("itests.seed", System.nanoTime());
        long compared = 0;
        for (long seed = first; seed < first + WORLDS; seed++) {
            TenantState world = WorldForms.fit(RandomWorlds.world(seed, MEMBERS));
            Tenant tenant = Tenant.create(server, "enterprise");
            WorldForms.load(world, tenant);
            BruteForce judge = new BruteForce(world, null);
            compared += compareAllPairs(world, tenant, judge, seed);
            compareExplanations(world, tenant, judge, seed);
        }
        assertThat(compared).as("pairs compared").isGreaterThanOrEqualTo((long) WORLDS * MEMBERS * MEMBERS);
    }

    private static int compareAllPairs(TenantState world, Tenant tenant, BruteForce judge, long seed) {
        List<Map<String, String>> pairs = new ArrayList<>();
        List<Boolean> expected = new ArrayList<>();
        for (Member viewer : world.members()) {
            for (Member target : world.members()) {
                pairs.add(Map.of(
                        "subject_user_id",
                        viewer.id().value(),
                        "object_user_id",
                        target.id().value()));
                expected.add(judge.sees(viewer.id(), target.id()).visible());
            }
        }
        JsonNode results = tenant.primary()
                .post(tenant.path() + "/visibility/verify:batch", Json.write(Map.of("pairs", pairs)))
                .expect(200)
                .json()
                .path("results");
        assertThat(results).hasSize(pairs.size());
        for (int i = 0; i < pairs.size(); i++) {
            assertThat(results.get(i).asBoolean())
                    .as("%s, seed %d", pairs.get(i), seed)
                    .isEqualTo(expected.get(i));
        }
        return pairs.size();
    }

    private static void compareExplanations(TenantState world, Tenant tenant, BruteForce judge, long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < EXPLAINED; i++) {
            Member viewer = world.members().get(random.nextInt(world.members().size()));
            Member member = world.members().get(random.nextInt(world.members().size()));
            Department department =
                    world.departments().get(random.nextInt(world.departments().size()));
            boolean ofDepartment = random.nextInt(3) == 0;
            String target = ofDepartment
                    ? "'object_department_id':'" + department.id() + "'"
                    : "'object_user_id':'" + member.id() + "'";
            Answer answer = tenant.primary()
                    .post(
                            tenant.path() + "/visibility/verify",
                            Json.of("{'subject_user_id':'%s',%s}", viewer.id(), target))
                    .expect(200);
            BruteForce.Answer expected = ofDepartment
                    ? judge.seesDepartment(viewer.id(), department.id())
                    : judge.sees(viewer.id(), member.id());
            String pair = viewer.id() + ", " + target + ", seed " + seed + ": " + answer.body();
            assertThat(answer.json().path("visible").asBoolean()).as(pair).isEqualTo(expected.visible());
            assertThat(answer.text("/decided_by/layer")).as(pair).isEqualTo(expected.layer());
            Set<String> rules = new TreeSet<>();
            answer.json().at("/decided_by/rule_ids").forEach(rule -> rules.add(rule.asText()));
            assertThat(rules)
                    .as(pair)
                    .isEqualTo(expected.rules().stream()
                            .map(Object::toString)
                            .collect(Collectors.toCollection(TreeSet::new)));
            assertThat(answer.json().path("matches")).as(pair).hasSameSizeAs(expected.matches());
        }
    }

    @Test
    void theWorldsAreWorthAsking() {
        TenantState world = WorldForms.fit(RandomWorlds.world(1, MEMBERS));
        assertThat(world.members()).extracting(Member::status).contains(MemberStatus.ACTIVE);
        assertThat(world.members()).hasSize(MEMBERS + 1);
    }
}
