package org.sightline.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.text.Collator;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sightline.directory.model.Department;
import org.sightline.directory.model.DepartmentId;
import org.sightline.directory.model.Member;
import org.sightline.directory.model.ProfileField;
import org.sightline.directory.model.UserId;
import org.sightline.itests.http.Answer;
import org.sightline.itests.http.Api;
import org.sightline.itests.http.Json;
import org.sightline.itests.http.Tenant;
import org.sightline.itests.server.ServerUnderTest;
import org.sightline.itests.server.SharedServer;
import org.sightline.store.TenantState;
import org.sightline.testkit.bruteforce.Beholding;
import org.sightline.testkit.bruteforce.BruteForce;
import org.sightline.testkit.contacts.BruteForceSearch;
import org.sightline.testkit.contacts.BruteForceTree;
import org.sightline.testkit.trust.BruteForceAcross;
import org.sightline.testkit.trust.RandomTrust;
import org.sightline.trust.model.SharingScope;

/** Trusted parties over HTTP: trees, profiles, searches and decisions are what the slow and simple ones say. */
@ExtendWith(SharedServer.class)
class PartnerContactsIT {

    private static final int MEMBERS = 16;
    private static final int VIEWERS = 4;
    private static final List<String> QUERIES = List.of("x", "xt1m1", "xt1d", "user", "int", "osaka", "e1", "zz");

    private final ServerUnderTest server;
    private Tenant own;
    private Tenant partner;
    private List<TenantState> worlds;
    private BruteForceAcross judge;

    PartnerContactsIT(ServerUnderTest server) {
        this.server = server;
    }

    private void acquaint(long seed) {
        List<TenantState> strangers =
                RandomTrust.telling(seed, MEMBERS).stream().map(WorldForms::fit).toList();
        List<TenantState> wanted = related(strangers, seed);
        own = Tenant.create(server, "enterprise");
        partner = Tenant.create(server, "starter");
        WorldForms.load(wanted.get(0), own);
        WorldForms.load(withoutRules(wanted.get(1)), partner);
        TrustForms.connect(partner, own);
        worlds = TrustForms.grant(wanted, List.of(own, partner));
        judge = new BruteForceAcross(worlds.get(0), worlds.get(1));
    }

    /** A starter plan has few supplementary rules, and they play no part across a trust. */
    private static TenantState withoutRules(TenantState world) {
        return new TenantState(
                world.tenant(),
                world.revision(),
                world.departments(),
                world.members(),
                world.groups(),
                world.units(),
                world.fields(),
                world.administrators(),
                new org.sightline.visibility.model.VisibilityPolicy(
                        org.sightline.visibility.model.MainRuleChoice.of("nobody"),
                        List.of(),
                        world.policy().displayOrder()),
                world.policyRevision());
    }

    private static List<TenantState> related(List<TenantState> strangers, long first) {
        for (long seed = first; ; seed++) {
            List<TenantState> world = RandomTrust.otherwise(strangers, seed);
            BruteForceAcross judge = new BruteForceAcross(world.get(0), world.get(1));
            boolean somebody = world.get(0).members().stream().anyMatch(viewer -> world.get(1).members().stream()
                    .anyMatch(target -> judge.browses(viewer.id(), target.id())));
            if (judge.isRelated() && somebody) {
                return world;
            }
        }
    }

    @Test
    void partnersAreShownAsTheSlowAndSimpleOnesSay() {
        long seed = Long.getLong("itests.seed", System.nanoTime() >>> 20);
        acquaint(seed);
        for (Member viewer : TrustForms.active(worlds.get(0), VIEWERS)) {
            UserId id = viewer.id();
            compareTrees(id, seed);
            compareProfiles(id, seed);
            compareSearches(id, seed);
            compareDecisions(id, seed);
        }
    }

    private void compareTrees(UserId viewer, long seed) {
        TenantState there = worlds.get(1);
        BruteForceTree tree = new BruteForceTree(there, judge.structure(), names());
        int all = tree.memberCount(viewer, DepartmentId.ROOT);
        JsonNode parties = own.primary()
                .get(own.path() + "/contacts/parties?as=" + viewer)
                .expect(200)
                .json()
                .path("items");
        assertThat(parties).hasSize(all > 0 ? 1 : 0);
        parties.forEach(party -> {
            assertThat(party.path("tenant_key").asText()).isEqualTo(partner.key());
            assertThat(party.path("member_count").asInt()).isEqualTo(all);
        });
        for (Department department : there.departments()) {
            String path = own.path() + "/contacts/parties/" + partner.key() + "/departments/" + department.id()
                    + "/children?page_size=3&as=" + viewer;
            if (all == 0 || !tree.shows(viewer, department.id())) {
                own.primary().get(path).expectProblem(404, "not_found");
                continue;
            }
            List<String> shown = new ArrayList<>();
            Pages.each(own.primary(), path, item -> shown.add(entry(item)));
            assertThat(shown)
                    .as("seed %s, %s below %s", seed, viewer, department.id())
                    .isEqualTo(tree.children(viewer, department.id()));
        }
    }

    private static java.util.Comparator<String> names() {
        return Collator.getInstance(Locale.ENGLISH)::compare;
    }

    private static String entry(JsonNode item) {
        String text = item.path("kind").asText() + " " + item.path("id").asText();
        return item.has("member_count") ? text + " " + item.path("member_count").asInt() : text;
    }

    private void compareProfiles(UserId viewer, long seed) {
        for (Member member : worlds.get(1).members()) {
            String path = own.path() + "/contacts/parties/" + partner.key() + "/users/" + member.id() + "?as=" + viewer;
            if (!judge.finds(viewer, member.id()) && !judge.browses(viewer, member.id())) {
                own.primary().get(path).expectProblem(404, "not_found");
                continue;
            }
            Map<String, String> shown = new TreeMap<>();
            JsonNode profile = own.primary().get(path).expect(200).json();
            profile.properties().forEach(field -> shown.put(field.getKey(), text(field.getValue())));
            assertThat(shown)
                    .as("seed %s, %s looks at %s", seed, viewer, member.id())
                    .isEqualTo(released(viewer, member));
        }
    }

    private static String text(JsonNode value) {
        if (!value.isArray()) {
            return value.asText();
        }
        List<String> ids = new ArrayList<>();
        value.forEach(each -> ids.add(each.path("id").asText()));
        return ids.toString();
    }

    private Map<String, String> released(UserId viewer, Member member) {
        Map<String, String> released = new TreeMap<>();
        released.put("user_id", member.id().value());
        released.put("name", member.name());
        for (ProfileField field : ProfileField.values()) {
            String value = field.of(member.profile());
            if (value != null && judge.shows(field.key())) {
                released.put(field.key(), value);
            }
        }
        if (judge.shows("department")) {
            Beholding structure = judge.structure();
            Beholding findable = judge.findable();
            List<String> departments = member.departments().stream()
                    .map(place -> place.department())
                    .filter(each -> structure.department(viewer, each) || findable.department(viewer, each))
                    .map(DepartmentId::value)
                    .toList();
            released.put("departments", departments.toString());
        }
        return released;
    }

    private void compareSearches(UserId viewer, long seed) {
        BruteForceSearch inside = new BruteForceSearch(worlds.get(0), new BruteForce(worlds.get(0), null), names());
        BruteForceSearch across = new BruteForceSearch(worlds.get(1), judge.findable(), judge::searches, names());
        for (String query : QUERIES) {
            List<String> expected = new ArrayList<>();
            inside.find(viewer, query, List.of(), null).forEach(hit -> expected.add(own.key() + " " + hit));
            across.find(viewer, query, List.of(), null).forEach(hit -> expected.add(partner.key() + " " + hit));
            List<String> found = new ArrayList<>();
            Pages.each(
                    own.primary(),
                    own.path() + "/contacts/search?page_size=4&q=" + query + "&as=" + viewer,
                    item -> found.add(item.path("tenant_key").asText() + " "
                            + item.path("kind").asText() + " " + item.path("id").asText() + " by "
                            + item.path("matched_field").asText()));
            assertThat(found)
                    .as("seed %s, %s looks for %s", seed, viewer, query)
                    .isEqualTo(expected);
        }
    }

    private void compareDecisions(UserId viewer, long seed) {
        List<UserId> targets =
                new ArrayList<>(worlds.get(1).members().stream().map(Member::id).toList());
        targets.add(new UserId("nobody"));
        for (UserId target : targets) {
            JsonNode told = verify(viewer, target).expect(200).json();
            Map<String, Boolean> checks = new LinkedHashMap<>();
            told.path("checks")
                    .forEach(check -> checks.put(
                            check.path("check").asText(), check.path("holds").asBoolean()));
            assertThat(checks)
                    .as("seed %s, %s and %s", seed, viewer, target)
                    .containsExactlyEntriesOf(judge.checks(viewer, target));
            assertThat(told.path("find").asBoolean()).isEqualTo(judge.finds(viewer, target));
            assertThat(told.path("browse").asBoolean()).isEqualTo(judge.browses(viewer, target));
        }
    }

    private Answer verify(UserId viewer, UserId target) {
        return own.primary()
                .post(
                        own.path() + "/trust/verify",
                        Json.of(
                                "{'subject_user_id':'%s','partner':'%s','object_user_id':'%s'}",
                                viewer, partner.key(), target));
    }

    @Test
    void sightIsGoneOnTheNextReadAndSoIsAPageToken() {
        acquaint(11);
        TrustForms.share(own, partner, SharingScope.EVERYONE);
        TrustForms.share(partner, own, SharingScope.EVERYONE);
        String permissions =
                own.path().replace(own.key(), partner.key()) + "/trust/parties/" + own.key() + "/permissions";
        partner.primary()
                .put(
                        permissions,
                        Json.of("{'find':true,'browse':true,'visible_fields':['name'],'searchable_fields':['name']}"))
                .expect(200);
        own.primary()
                .post(
                        own.path() + "/trust/parties/" + partner.key() + "/rules",
                        Json.of("{'subjects':{'department_ids':['0']},'objects':{'department_ids':['0']}}"))
                .expect(201);
        String children = own.path() + "/contacts/parties/" + partner.key() + "/departments/0/children?page_size=1";
        String search = own.path() + "/contacts/search?q=xt1m&page_size=1";
        String tree = own.primary().get(children).expect(200).text("/page_token");
        String found = own.primary().get(search).expect(200).text("/page_token");
        own.primary().get(children + "&page_token=" + tree).expect(200);
        own.primary().get(search + "&page_token=" + found).expect(200);

        TrustForms.share(partner, own, SharingScope.NOBODY);
        own.primary().get(children + "&page_token=" + tree).expectProblem(400, "page_token_invalid");
        own.primary().get(search + "&page_token=" + found).expectProblem(400, "page_token_invalid");
        own.primary().get(children).expectProblem(404, "not_found");
        assertThat(own.primary().get(search).expect(200).json().path("items")).isEmpty();

        TrustForms.share(partner, own, SharingScope.EVERYONE);
        own.primary().get(children).expect(200);
        own.primary()
                .post(own.path() + "/trust/parties/" + partner.key() + "/remove", null)
                .expect(200);
        own.primary().get(children).expectProblem(404, "not_found");
        verify(new UserId(Tenant.PRIMARY), new UserId(Tenant.PRIMARY)).expectProblem(404, "not_found");
        Set<String> tenants = new TreeSet<>();
        Pages.each(
                own.primary(),
                search,
                item -> tenants.add(item.path("tenant_key").asText()));
        assertThat(tenants).isEmpty();
    }

    @Test
    void contactsElsewhereAreFoundByNameAndShowNothingElse() {
        Tenant here = Tenant.create(server, "pro");
        Tenant elsewhere = Tenant.create(server, "pro");
        here.addUser("ann");
        elsewhere.addUser("zoe");
        elsewhere
                .primary()
                .patch(elsewhere.path() + "/users/zoe", Json.of("{'city':'Osaka','name':'Zoe Elsewhere'}"))
                .expect(200);
        Api ann = here.letIn("ann");
        Api zoe = elsewhere.letIn("zoe");
        String search = here.path() + "/contacts/search?q=";
        assertThat(ann.get(search + "elsewhere").expect(200).items("id")).isEmpty();

        String contact = ann.post(
                        here.path() + "/communication/contacts",
                        Json.of("{'peer':{'tenant_key':'%s','user_id':'zoe'}}", elsewhere.key()))
                .expect(201)
                .text("/contact_id");
        String incoming = zoe.get(elsewhere.path() + "/communication/contacts")
                .expect(200)
                .text("/items/0/contact_id");
        zoe.post(elsewhere.path() + "/communication/contacts/" + incoming + "/accept", null)
                .expect(200);

        JsonNode items = ann.get(search + "elsewhere").expect(200).json().path("items");
        assertThat(items).hasSize(1);
        assertThat(items.get(0).toString())
                .isEqualTo("{\"kind\":\"member\",\"tenant_key\":\"" + elsewhere.key()
                        + "\",\"id\":\"zoe\",\"name\":\"Zoe Elsewhere\",\"matched_field\":\"name\"}");
        assertThat(ann.get(search + "osaka").expect(200).items("id")).isEmpty();
        assertThat(ann.get(search + "elsewhere&kind=department").expect(200).items("id"))
                .isEmpty();
        ann.delete(here.path() + "/communication/contacts/" + contact).expect(204);
        assertThat(ann.get(search + "elsewhere").expect(200).items("id")).isEmpty();
    }
}
