package org.sightline.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sightline.apps.model.DataRange;
import org.sightline.directory.model.Department;
import org.sightline.directory.model.DepartmentId;
import org.sightline.directory.model.Member;
import org.sightline.directory.model.UserId;
import org.sightline.itests.http.Answer;
import org.sightline.itests.http.Api;
import org.sightline.itests.http.Contract;
import org.sightline.itests.http.Contract.Operation;
import org.sightline.itests.http.EmployedApp;
import org.sightline.itests.http.Json;
import org.sightline.itests.http.Tenant;
import org.sightline.itests.server.ServerUnderTest;
import org.sightline.itests.server.SharedServer;
import org.sightline.store.TenantState;
import org.sightline.testkit.bruteforce.BruteForce;
import org.sightline.testkit.trust.BruteForceAcross;
import org.sightline.testkit.trust.RandomTrust;

/**
 * Asks every GET of the OpenAPI document as members without any role, as an app for one of them, and as an app with a data
 * range: no answer names what the slow and simple judges say
 * is hidden from them, in their own tenant and in a trusted one, and whatever is hidden answers like what does not exist. A
 * new path joins by being in the document.
 */
@ExtendWith(SharedServer.class)
class HiddenEqualsAbsentIT {

    private static final int MEMBERS = 14;
    private static final int VIEWERS = 4;
    private static final String UNKNOWN = "unknown.id";
    private static final Pattern VARIABLE = Pattern.compile("\\{([a-z0-9_]+)}");

    /** Streams do not end, and downloads of pictures and files name nobody by the words of this test. */
    private static final Set<String> ENDLESS = Set.of("/notifications/stream");

    @Test
    void nothingHiddenIsNamedAndHiddenIsLikeUnknown(ServerUnderTest server) {
        long seed = Long.getLong("itests.seed", System.nanoTime() >>> 20);
        List<TenantState> worlds = worldsWithSecrets(seed);
        Tenant tenant = Tenant.create(server, "enterprise");
        Tenant partner = Tenant.create(server, "enterprise");
        WorldForms.load(worlds.get(0), tenant);
        WorldForms.load(worlds.get(1), partner);
        TrustForms.connect(partner, tenant);
        worlds = TrustForms.grant(worlds, List.of(tenant, partner));
        TenantState world = worlds.get(0);
        BruteForce judge = new BruteForce(world, null);
        BruteForceAcross across = new BruteForceAcross(world, worlds.get(1));
        List<Operation> reads = Contract.of(server).operations().stream()
                .filter(operation -> operation.method().equals("GET"))
                .filter(operation -> operation.path().contains("/tenants/{t}"))
                .filter(operation -> ENDLESS.stream().noneMatch(operation.path()::endsWith))
                .toList();
        assertThat(reads).extracting(Operation::path).anyMatch(path -> path.endsWith("/contacts/search"));
        assertThat(reads).extracting(Operation::path).anyMatch(path -> path.contains("/contacts/parties/{t2}/users/"));
        DataRange range = range(world);
        EmployedApp app = EmployedApp.ofEverything(
                tenant,
                Json.of(
                        "{'department_ids':%s,'user_ids':%s}",
                        Tenant.list(range.departments().stream()
                                .map(DepartmentId::value)
                                .toArray(String[]::new)),
                        Tenant.list(range.members().stream().map(UserId::value).toArray(String[]::new))));
        Secrets outside = Secrets.outside(world, range);
        Viewer itself = new Viewer(tenant, partner.key(), app.itself(), outside, new Secrets(List.of(), Set.of()));
        reads.forEach(read -> itself.sweep(read, seed));
        int hidden = outside.ids.size();
        int viewers = 0;
        for (Member member : world.members()) {
            if (viewers == VIEWERS || !member.isActive() || member.id().value().equals(Tenant.PRIMARY)) {
                continue;
            }
            viewers++;
            Secrets secrets = Secrets.of(world, judge, member.id());
            Secrets theirs = Secrets.across(worlds.get(1), across, member.id());
            secrets.words.addAll(theirs.words);
            String id = member.id().value();
            List<Api> eyes = new ArrayList<>(List.of(tenant.letIn(id)));
            if (viewers == VIEWERS) {
                eyes.add(app.forMember(id));
            }
            hidden += Math.min(secrets.ids.size(), theirs.ids.size());
            for (Api api : eyes) {
                Viewer viewer = new Viewer(tenant, partner.key(), api, secrets, theirs);
                reads.forEach(read -> viewer.sweep(read, seed));
            }
        }
        assertThat(hidden)
                .as("hidden things that could have been named, seed %s", seed)
                .isPositive();
    }

    /** A department with what is below it, and one member. */
    private static DataRange range(TenantState world) {
        List<DepartmentId> departments = world.departments().stream()
                .map(Department::id)
                .filter(id -> !id.isRoot())
                .skip(1)
                .limit(1)
                .toList();
        List<UserId> members = world.members().stream()
                .filter(Member::isActive)
                .map(Member::id)
                .limit(1)
                .toList();
        return new DataRange(false, departments, members, List.of());
    }

    /** Random worlds that trust each other and in which something is hidden from those who will ask. */
    private static List<TenantState> worldsWithSecrets(long first) {
        for (long seed = first; ; seed++) {
            List<TenantState> worlds = RandomTrust.otherwise(
                    RandomTrust.telling(seed, MEMBERS).stream()
                            .map(WorldForms::fit)
                            .toList(),
                    seed);
            TenantState world = worlds.get(0);
            BruteForceAcross across = new BruteForceAcross(world, worlds.get(1));
            if (!world.policy().mainRule().type().equals("everyone")
                    && world.departments().size() > 4
                    && across.isRelated()
                    && someSight(worlds, across)) {
                return worlds;
            }
        }
    }

    /** Whether those who will ask see some of the partner's members, but not all. */
    private static boolean someSight(List<TenantState> worlds, BruteForceAcross across) {
        long seen = TrustForms.active(worlds.get(0), VIEWERS).stream()
                .flatMap(viewer ->
                        worlds.get(1).members().stream().filter(target -> across.browses(viewer.id(), target.id())))
                .count();
        return seen > 0 && seen < (long) VIEWERS * MEMBERS / 2;
    }

    /**
     * What is hidden from one viewer.
     *
     * @param ids   of hidden members and departments
     * @param words ids, names and addresses, none of which may appear
     */
    private record Secrets(List<String> ids, Set<String> words) {

        static Secrets of(TenantState world, BruteForce judge, UserId viewer) {
            List<String> ids = new ArrayList<>();
            Set<String> words = new HashSet<>();
            for (Member member : world.members()) {
                if (!hasNamesake(member) && !judge.sees(viewer, member.id()).visible()) {
                    ids.add(member.id().value());
                    words.add(member.name());
                    if (member.profile().email() != null) {
                        words.add(member.profile().email());
                    }
                }
            }
            for (Department department : world.departments()) {
                // The root is always there; its name is the tenant's.
                if (!department.id().isRoot()
                        && !judge.seesDepartment(viewer, department.id()).visible()) {
                    ids.add(department.id().value());
                    words.add(department.name());
                }
            }
            words.addAll(ids);
            return new Secrets(ids, words);
        }

        /** Who and what lies outside an app's range. */
        static Secrets outside(TenantState world, DataRange range) {
            Set<DepartmentId> reached = new HashSet<>(range.departments());
            for (int round = 0; round < world.departments().size(); round++) {
                world.departments().stream()
                        .filter(department -> department.parent() != null && reached.contains(department.parent()))
                        .forEach(department -> reached.add(department.id()));
            }
            List<String> ids = new ArrayList<>();
            Set<String> words = new HashSet<>();
            for (Department department : world.departments()) {
                if (!department.id().isRoot() && !reached.contains(department.id())) {
                    ids.add(department.id().value());
                    words.add(department.name());
                }
            }
            for (Member member : world.members()) {
                boolean isInside = member.isActive()
                        && (range.members().contains(member.id())
                                || member.departments().stream()
                                        .anyMatch(place -> reached.contains(place.department())));
                if (!hasNamesake(member) && !isInside) {
                    ids.add(member.id().value());
                    words.add(member.name());
                }
            }
            words.addAll(ids);
            return new Secrets(ids, words);
        }

        /** The first administrators of both tenants are called the same: one may be seen and the other not. */
        private static boolean hasNamesake(Member member) {
            return member.id().value().equals(Tenant.PRIMARY);
        }

        /** Who and what of a trusted tenant is neither found nor seen. */
        static Secrets across(TenantState world, BruteForceAcross judge, UserId viewer) {
            List<String> ids = new ArrayList<>();
            Set<String> words = new HashSet<>();
            for (Member member : world.members()) {
                if (!hasNamesake(member) && !judge.finds(viewer, member.id()) && !judge.browses(viewer, member.id())) {
                    ids.add(member.id().value());
                    words.add(member.name());
                }
            }
            for (Department department : world.departments()) {
                if (!department.id().isRoot()
                        && !judge.findable().department(viewer, department.id())
                        && !judge.structure().department(viewer, department.id())) {
                    ids.add(department.id().value());
                    words.add(department.name());
                }
            }
            words.addAll(ids);
            return new Secrets(ids, words);
        }
    }

    /** A member who asks. */
    private record Viewer(Tenant tenant, String partner, Api api, Secrets secrets, Secrets theirs) {

        void sweep(Operation read, long seed) {
            List<String> queries = queries(read);
            boolean named = VARIABLE.matcher(read.path().replace("{t}", "")).find();
            List<String> hidden = ofPartner(read) ? theirs.ids : secrets.ids;
            List<String> ids = new ArrayList<>(List.of(UNKNOWN, "0"));
            if (named) {
                ids.addAll(hidden);
            }
            for (String query : queries) {
                Answer absent = null;
                for (String id : named ? ids : List.of(UNKNOWN)) {
                    Answer answer = ask(read, id, query);
                    if (answer.status() == 200) {
                        requireNothingHidden(answer, seed);
                    }
                    if (id.equals(UNKNOWN)) {
                        absent = answer;
                    } else if (hidden.contains(id)) {
                        requireSame(answer, id, absent, seed);
                    }
                }
            }
        }

        private static boolean ofPartner(Operation read) {
            return read.path().contains("{t2}") && !read.path().endsWith("{t2}");
        }

        /** Every parameter that takes words gets those of hidden things, too. */
        private List<String> queries(Operation read) {
            List<String> queries = new ArrayList<>(List.of("page_size=500"));
            for (JsonNode parameter : read.node().path("parameters")) {
                String name = parameter.path("name").asText();
                if (parameter.path("in").asText().equals("query") && !name.equals("as")) {
                    queries.add("page_size=500&" + name + "=x");
                    Stream.concat(
                                    secrets.ids.stream().limit(5),
                                    theirs.ids.stream().limit(5))
                            .forEach(id -> {
                                queries.add("page_size=500&" + name + "=" + id);
                                queries.add("page_size=500&" + name + "=X" + id);
                            });
                }
            }
            return queries;
        }

        private Answer ask(Operation read, String id, String query) {
            StringBuilder path = new StringBuilder();
            Matcher variables = VARIABLE.matcher(read.path());
            while (variables.find()) {
                String value =
                        switch (variables.group(1)) {
                            case "t" -> tenant.key();
                            case "t2" -> ofPartner(read) ? partner : id;
                            default -> id;
                        };
                variables.appendReplacement(path, value);
            }
            variables.appendTail(path);
            return api.get("/" + path + "?" + query);
        }

        private void requireNothingHidden(Answer answer, long seed) {
            if (!answer.header("Content-Type").contains("json")) {
                return;
            }
            List<String> said = new ArrayList<>();
            gather(answer.json(), said);
            for (String text : said) {
                assertThat(secrets.words.contains(text))
                        .as("seed %s: %s names the hidden `%s`: %s", seed, answer.request(), text, answer.body())
                        .isFalse();
            }
        }

        private static void gather(JsonNode node, List<String> said) {
            if (node.isValueNode()) {
                said.add(node.asText());
            }
            node.forEach(each -> gather(each, said));
        }

        private static void requireSame(Answer hidden, String id, Answer absent, long seed) {
            assertThat(hidden.status())
                    .as("seed %s: %s beside %s", seed, hidden.request(), absent.request())
                    .isEqualTo(absent.status());
            assertThat(hidden.body().replace("`" + id + "`", "`?`"))
                    .as("seed %s: %s beside %s", seed, hidden.request(), absent.request())
                    .isEqualTo(absent.body().replace("`" + UNKNOWN + "`", "`?`"));
            assertThat(names(hidden))
                    .as("seed %s: headers of %s", seed, hidden.request())
                    .isEqualTo(names(absent));
        }

        private static Set<String> names(Answer answer) {
            Set<String> names = new HashSet<>();
            answer.headers().map().keySet().forEach(name -> names.add(name.toLowerCase(Locale.ROOT)));
            return names;
        }
    }
}
