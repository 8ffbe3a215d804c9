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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sightline.directory.model.Department;
import org.sightline.directory.model.Member;
import org.sightline.directory.model.UserId;
import org.sightline.itests.http.Answer;
import org.sightline.itests.http.Api;
import org.sightline.itests.http.Contract;
import org.sightline.itests.http.Contract.Operation;
import org.sightline.itests.http.Tenant;
import org.sightline.itests.server.ServerUnderTest;
import org.sightline.itests.server.SharedServer;
import org.sightline.store.TenantState;
import org.sightline.testkit.bruteforce.BruteForce;
import org.sightline.testkit.world.ContactsRandom;
import org.sightline.testkit.world.RandomWorlds;

/**
 * Asks every GET of the OpenAPI document as members without any role: no answer names what the slow and simple judge says
 * is hidden from them, and whatever is hidden answers like what does not exist. A new path joins by being in the document.
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
        TenantState world = worldWithSecrets(seed);
        Tenant tenant = Tenant.create(server, "enterprise");
        WorldForms.load(world, tenant);
        BruteForce judge = new BruteForce(world, null);
        List<Operation> reads = Contract.of(server).operations().stream()
                .filter(operation -> operation.method().equals("GET"))
                .filter(operation -> operation.path().contains("/tenants/{t}"))
                .filter(operation -> ENDLESS.stream().noneMatch(operation.path()::endsWith))
                .toList();
        assertThat(reads).extracting(Operation::path).anyMatch(path -> path.endsWith("/contacts/search"));
        int hidden = 0;
        int viewers = 0;
        for (Member member : world.members()) {
            if (viewers == VIEWERS || !member.isActive() || member.id().value().equals(Tenant.PRIMARY)) {
                continue;
            }
            viewers++;
            Viewer viewer =
                    new Viewer(tenant, tenant.letIn(member.id().value()), Secrets.of(world, judge, member.id()));
            hidden += viewer.secrets.ids.size();
            for (Operation read : reads) {
                viewer.sweep(read, seed);
            }
        }
        assertThat(hidden)
                .as("hidden things that could have been named, seed %s", seed)
                .isPositive();
    }

    /** A random world in which something is hidden from those who will ask. */
    private static TenantState worldWithSecrets(long first) {
        for (long seed = first; ; seed++) {
            TenantState world = WorldForms.fit(ContactsRandom.named(RandomWorlds.world(seed, MEMBERS), seed));
            if (!world.policy().mainRule().type().equals("everyone")
                    && world.departments().size() > 4) {
                return world;
            }
        }
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
                if (!judge.sees(viewer, member.id()).visible()) {
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
    }

    /** A member who asks. */
    private record Viewer(Tenant tenant, Api api, Secrets secrets) {

        void sweep(Operation read, long seed) {
            List<String> queries = queries(read);
            boolean named = VARIABLE.matcher(read.path().replace("{t}", "")).find();
            List<String> ids = new ArrayList<>(List.of(UNKNOWN, "0"));
            if (named) {
                ids.addAll(secrets.ids);
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
                    } else if (secrets.ids.contains(id)) {
                        requireSame(answer, id, absent, seed);
                    }
                }
            }
        }

        /** Every parameter that takes words gets those of hidden things, too. */
        private List<String> queries(Operation read) {
            List<String> queries = new ArrayList<>(List.of("page_size=500"));
            for (JsonNode parameter : read.node().path("parameters")) {
                String name = parameter.path("name").asText();
                if (parameter.path("in").asText().equals("query") && !name.equals("as")) {
                    queries.add("page_size=500&" + name + "=x");
                    secrets.ids.stream().limit(5).forEach(id -> {
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
                variables.appendReplacement(path, variables.group(1).equals("t") ? tenant.key() : id);
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
