package org.sightline.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.text.Collator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sightline.directory.model.Department;
import org.sightline.directory.model.DepartmentId;
import org.sightline.directory.model.Member;
import org.sightline.directory.model.UserId;
import org.sightline.itests.http.Answer;
import org.sightline.itests.http.Api;
import org.sightline.itests.http.Tenant;
import org.sightline.itests.server.ServerUnderTest;
import org.sightline.itests.server.SharedServer;
import org.sightline.store.TenantState;
import org.sightline.testkit.bruteforce.BruteForce;
import org.sightline.testkit.contacts.BruteForceSearch;
import org.sightline.testkit.contacts.BruteForceTree;
import org.sightline.testkit.world.ContactsRandom;
import org.sightline.testkit.world.RandomWorlds;

/** The contacts over HTTP: trees, profiles and searches are what the slow and simple ones say; looking as somebody else. */
@ExtendWith(SharedServer.class)
class ContactsIT {

    private static final int WORLDS = Integer.getInteger("itests.worlds", 3);
    private static final int MEMBERS = 24;
    private static final List<String> QUERIES = List.of("x", "xm1", "user", "mail-1", "int", "osaka", "e1", "xd", "zz");

    @Test
    void theContactsAreThoseOfTheSlowAndSimpleOnes(ServerUnderTest server) {
        long first = Long.getLong("itests.seed", System.nanoTime() >>> 20);
        for (long seed = first; seed < first + WORLDS; seed++) {
            TenantState world = WorldForms.fit(ContactsRandom.named(RandomWorlds.world(seed, MEMBERS), seed));
            Tenant tenant = Tenant.create(server, "enterprise");
            WorldForms.load(world, tenant);
            BruteForce judge = new BruteForce(world, null);
            Collator collator = Collator.getInstance(Locale.ENGLISH);
            BruteForceTree tree = new BruteForceTree(world, judge, collator::compare);
            BruteForceSearch search = new BruteForceSearch(world, judge, collator::compare);
            for (int viewer = 0; viewer < world.members().size(); viewer += 3) {
                UserId id = world.members().get(viewer).id();
                compareTrees(world, tenant, tree, id, seed);
                compareProfiles(world, tenant, tree, judge, id, seed);
                for (String query : QUERIES) {
                    assertThat(found(tenant, id, query))
                            .as("seed %s, %s looks for %s", seed, id, query)
                            .isEqualTo(search.find(id, query, List.of(), null));
                }
            }
        }
    }

    private static void compareTrees(TenantState world, Tenant tenant, BruteForceTree tree, UserId viewer, long seed) {
        for (Department department : world.departments()) {
            DepartmentId id = department.id();
            String path = tenant.path() + "/contacts/departments/" + id;
            String as = "?as=" + viewer;
            if (!tree.shows(viewer, id)) {
                tenant.primary().get(path + as).expectProblem(404, "not_found");
                tenant.primary().get(path + "/children" + as).expectProblem(404, "not_found");
                continue;
            }
            Answer answer = tenant.primary().get(path + as).expect(200);
            assertThat(answer.json().path("member_count").asInt())
                    .as("seed %s, %s counts %s", seed, viewer, id)
                    .isEqualTo(tree.memberCount(viewer, id));
            List<String> shown = new ArrayList<>();
            Pages.each(tenant.primary(), path + "/children" + as + "&page_size=3", item -> shown.add(entry(item)));
            assertThat(shown).as("seed %s, %s below %s", seed, viewer, id).isEqualTo(tree.children(viewer, id));
        }
    }

    private static String entry(JsonNode item) {
        String text = item.path("kind").asText() + " " + item.path("id").asText();
        return item.has("member_count") ? text + " " + item.path("member_count").asInt() : text;
    }

    private static void compareProfiles(
            TenantState world, Tenant tenant, BruteForceTree tree, BruteForce judge, UserId viewer, long seed) {
        for (Member member : world.members()) {
            String path = tenant.path() + "/contacts/users/" + member.id() + "?as=" + viewer;
            if (!judge.sees(viewer, member.id()).visible()) {
                tenant.primary().get(path).expectProblem(404, "not_found");
                continue;
            }
            JsonNode profile = tenant.primary().get(path).expect(200).json();
            List<String> departments = new ArrayList<>();
            profile.path("departments")
                    .forEach(each -> departments.add(each.path("id").asText()));
            assertThat(departments)
                    .as("seed %s, %s looks at %s", seed, viewer, member.id())
                    .isEqualTo(tree.departmentsOf(viewer, member.id()).stream()
                            .map(DepartmentId::value)
                            .toList());
            assertThat(profile.path("name").asText()).isEqualTo(member.name());
        }
    }

    private static List<String> found(Tenant tenant, UserId viewer, String query) {
        List<String> found = new ArrayList<>();
        String path = tenant.path() + "/contacts/search?q=" + query + "&as=" + viewer + "&page_size=4";
        Pages.each(tenant.primary(), path, item -> {
            assertThat(item.path("tenant_key").asText()).isEqualTo(tenant.key());
            found.add(item.path("kind").asText() + " " + item.path("id").asText() + " by "
                    + item.path("matched_field").asText());
        });
        return found;
    }

    @Test
    void aMemberLooksAsThemselfAndOnlyAdministratorsAsOthers(ServerUnderTest server) {
        Tenant tenant = Tenant.create(server, "pro");
        tenant.addDepartment("lab", "0");
        tenant.addUser("ann", "lab");
        tenant.addUser("bob");
        Api ann = tenant.letIn("ann");
        tenant.putPolicy("{'main_rule':{'type':'own_department'},'rule_sets':[]}");

        assertThat(ann.get(tenant.path() + "/contacts/departments/0/children")
                        .expect(200)
                        .items("id"))
                .containsExactly("lab");
        ann.get(tenant.path() + "/contacts/users/bob").expectProblem(404, "not_found");
        ann.get(tenant.path() + "/contacts/users/ann").expect(200);
        ann.get(tenant.path() + "/contacts/search?q=name&as=bob").expectProblem(403, "forbidden");
        ann.get(tenant.path() + "/contacts/search").expectProblem(422, "invalid");
        ann.get(tenant.path() + "/contacts/search?q=name&fields=shoe_size").expectProblem(422, "invalid");
        ann.get(tenant.path() + "/contacts/search?q=name&kind=leader").expectProblem(422, "invalid");
        assertThat(ann.get(tenant.path() + "/contacts/search?q=name")
                        .expect(200)
                        .items("id"))
                .containsExactly("ann");

        long before = tenant.primary()
                .get(tenant.path() + "/contacts/departments/0")
                .expect(200)
                .revision();
        Api checker = tenant.addAdministrator("carl", "member_permissions");
        assertThat(checker.get(tenant.path() + "/contacts/search?q=name&as=ann")
                        .expect(200)
                        .items("id"))
                .containsExactly("ann");
        checker.get(tenant.path() + "/contacts/users/bob?as=ann").expectProblem(404, "not_found");
        checker.get(tenant.path() + "/contacts/users/bob?as=nobody").expectProblem(422, "invalid");
        Answer audit = tenant.primary()
                .get(tenant.path() + "/audit?action=contacts.view_as")
                .expect(200);
        assertThat(audit.json().path("items")).hasSize(2);
        assertThat(audit.json().at("/items/0/actor/id").asText()).isEqualTo("carl");
        assertThat(audit.json().at("/items/0/object/id").asText()).isEqualTo("ann");
        assertThat(tenant.primary()
                        .get(tenant.path() + "/contacts/departments/0")
                        .expect(200)
                        .revision())
                .as("looking changes nothing but what adding carl changed")
                .isGreaterThan(before);
        Api.operator(server).get(tenant.path() + "/contacts/departments/0").expectProblem(403, "forbidden");
    }
}
