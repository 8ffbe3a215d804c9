package org.sightline.itests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sightline.itests.http.Api;
import org.sightline.itests.http.Json;
import org.sightline.itests.http.Tenant;
import org.sightline.itests.server.Console;
import org.sightline.itests.server.ServerUnderTest;
import org.sightline.itests.server.VendorBundle;

/**
 * Vendors' main rules are updated, downgraded, doubled, throw, hang and vanish while people ask: contained, reported, and
 * over when they are replaced (docs/vendors.md, "When a plug-in misbehaves").
 */
class BadPluginsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String TYPE = "odd_one";

    /** Shows whoever has the same first letter: amy sees abe and not bob. */
    private static final String BY_LETTER = keys("directory.member(n).id().value().charAt(0)");

    /** Shows whoever has another first letter than a, to everybody: amy sees bob and not abe. */
    private static final String BUT_A = "return new Sight.ByPairs(new Sight.Pairs() {"
            + " public boolean seesMember(int v, int m) { return !name(m).startsWith(\"a\"); }"
            + " private String name(int m) { return directory.member(m).id().value(); }"
            + " public boolean seesDepartment(int v, int d) { return false; } });";

    private static final String FALLBACK = "[false,false]";
    private static final String FIRST = "[true,false]";
    private static final String SECOND = "[false,true]";

    private static ServerUnderTest server;

    private Tenant tenant;
    private Path deployed;

    private static String keys(String key) {
        return "int[][] k = new int[directory.memberCount()][];"
                + " for (int n = 0; n < k.length; n++) { k[n] = new int[] {" + key + "}; }"
                + " return new Sight.ByKeys(new Sight.Keys() {"
                + " public int[] ofViewer(int v) { return k[v]; }"
                + " public int[] ofMember(int m) { return k[m]; }"
                + " public int[] ofDepartment(int d) { return new int[0]; } });";
    }

    @BeforeAll
    static void startServer() throws IOException {
        server = new ServerUnderTest("bad-plugins").start();
        Files.writeString(server.data().resolve("etc/org.sightline.visibility.cfg"), "main_rule_limit_millis = 3000\n");
        await("the limit is in force")
                .atMost(PATIENCE)
                .until(() -> server.log().stream()
                                .filter(line -> line.contains("main rule `everyone` comes from"))
                                .count()
                        > 1);
        server.awaitReady();
    }

    @AfterAll
    static void stopServer() {
        server.close();
    }

    @BeforeEach
    void deployGoodRule() throws IOException {
        tenant = Tenant.create(server, "pro");
        List.of("amy", "abe", "bob").forEach(tenant::addUser);
        deployed = VendorBundle.mainRule(TYPE, "1.0.0", BY_LETTER).dropInto(server);
        await("the rule is offered").atMost(PATIENCE).until(() -> state().equals("serving"));
        choose();
        awaitAnswers(FIRST);
    }

    @AfterEach
    void removeRule() throws IOException {
        Files.deleteIfExists(deployed);
        await("the rule is gone").atMost(PATIENCE).until(() -> state().equals("missing"));
        tenant.primary()
                .put(tenant.path() + "/visibility/policy", Json.of("{'main_rule':{'type':'everyone'},'rule_sets':[]}"))
                .expect(200);
    }

    private void choose() {
        tenant.putPolicy("{'main_rule':{'type':'%s'},'rule_sets':[]}", TYPE);
    }

    /** Whether amy sees abe, and bob. */
    private String answers() {
        return tenant.primary()
                .post(
                        tenant.path() + "/visibility/verify:batch",
                        Json.of("{'pairs':[{'subject_user_id':'amy','object_user_id':'abe'},"
                                + "{'subject_user_id':'amy','object_user_id':'bob'}]}"))
                .expect(200)
                .json()
                .path("results")
                .toString();
    }

    private void awaitAnswers(String expected) {
        await("answers " + expected).atMost(PATIENCE).until(() -> answers().equals(expected));
    }

    private List<JsonNode> plugins() {
        List<JsonNode> found = new ArrayList<>();
        Api.operator(server)
                .get("/operator/plugins")
                .expect(200)
                .json()
                .path("items")
                .forEach(item -> {
                    if (item.path("type").asText().equals(TYPE)) {
                        found.add(item);
                    }
                });
        return found;
    }

    private String state() {
        return plugins().isEmpty() ? "missing" : plugins().get(0).path("state").asText();
    }

    private String health() {
        return Api.nobody(server).get("//health/ready").expect(200).body();
    }

    @Test
    void updatesAndDowngradesUnderLoadMixNothing() throws Exception {
        AtomicBoolean over = new AtomicBoolean();
        Set<String> seen = ConcurrentHashMap.newKeySet();
        CompletableFuture<Integer> load = CompletableFuture.supplyAsync(() -> {
            int asked = 0;
            while (!over.get()) {
                seen.add(answers());
                asked++;
            }
            return asked;
        });
        try {
            VendorBundle.mainRule(TYPE, "2.0.0", BUT_A).dropInto(server);
            awaitAnswers(SECOND);
            VendorBundle.mainRule(TYPE, "1.0.0", BY_LETTER).dropInto(server);
            awaitAnswers(FIRST);
            Console.of(server).run("bundle:refresh -f vendor." + TYPE);
            awaitAnswers(FIRST);
            VendorBundle.mainRule(TYPE, "1.1.0", slow(BUT_A)).dropInto(server);
            await("the slow one is being asked").atMost(PATIENCE).until(() -> !answers()
                    .equals(FIRST));
            Files.delete(deployed);
            awaitAnswers(FALLBACK);
        } finally {
            over.set(true);
        }
        assertThat(load.get()).as("questions, all answered with 200").isPositive();
        assertThat(seen).isSubsetOf(FIRST, SECOND, FALLBACK);
    }

    /** A rule that is still computing when it is taken away. */
    private static String slow(String sight) {
        return "try { Thread.sleep(1500); } catch (InterruptedException e) { throw new IllegalStateException(e); } "
                + sight;
    }

    @Test
    void ofTwoWithOneIdTheHigherRankingServesAndTheOtherIsReported() throws Exception {
        Path rival = VendorBundle.mainRule(TYPE, "1.0.0", BUT_A)
                .named("vendor.rival", 10)
                .dropInto(server);
        try {
            awaitAnswers(SECOND);
            assertThat(plugins())
                    .extracting(item -> item.path("provided_by").asText() + " "
                            + item.path("state").asText())
                    .containsExactly("vendor.rival 1.0.0 serving", "vendor." + TYPE + " 1.0.0 outranked");
        } finally {
            Files.delete(rival);
        }
        awaitAnswers(FIRST);
    }

    @Test
    void whatThrowsIsPutAsideReportedAndForgivenWhenReplaced() throws Exception {
        misbehaves("throw new IllegalStateException(\"out of order\");", "out of order");
    }

    @Test
    void whatNamesStrangersIsPutAside() throws Exception {
        misbehaves("return new Sight.ByDepartments(v -> new int[] {4711});", "threw");
    }

    @Test
    void whatHangsIsPutAside() throws Exception {
        misbehaves("while (true) { Thread.onSpinWait(); if (Thread.interrupted()) { return null; } }", "took longer");
    }

    @Test
    void whatHangsForAPairIsPutAside() throws Exception {
        misbehaves(
                "return new Sight.ByPairs(new Sight.Pairs() {"
                        + " public boolean seesMember(int v, int m) {"
                        + " while (!Thread.currentThread().isInterrupted()) { Thread.onSpinWait(); } return true; }"
                        + " public boolean seesDepartment(int v, int d) { return false; } });",
                "a pair took longer");
    }

    private void misbehaves(String sight, String why) throws Exception {
        VendorBundle.mainRule(TYPE, "1.0.1", sight).dropInto(server);
        awaitAnswers(FALLBACK);
        await("put aside").atMost(PATIENCE).until(() -> {
            answers();
            return state().equals("quarantined");
        });
        assertThat(plugins().get(0).path("detail").asText()).contains(why);
        assertThat(health()).contains(TYPE);
        assertThat(Console.of(server).run("sightline:main-rule-list").output()).contains("quarantined");

        VendorBundle.mainRule(TYPE, "1.0.2", BY_LETTER).dropInto(server);
        awaitAnswers(FIRST);
        assertThat(state()).isEqualTo("serving");
    }

    @ParameterizedTest
    @CsvSource({
        "throw new IllegalStateException(\"out of order\");, out of order",
        "return null;, no type",
        "hangs, took longer"
    })
    void whatDoesNotSayItsTypeKeepsNobodyFromServing(String type, String why) throws Exception {
        String body = type.equals("hangs") ? DeployedPlugin.HANG : type;
        VendorBundle bundle = new VendorBundle(
                "vendor.typeless",
                "1.0.0",
                "MainRule",
                0,
                "public String type() { " + body + " }"
                        + " public Map<Locale, String> labels() { return Map.of(Locale.ENGLISH, \"typeless\"); }"
                        + " public Sight sight(MainRuleChoice choice, DirectorySnapshot directory) { return null; }");
        try (DeployedPlugin typeless = DeployedPlugin.drop(server, "main_rule", bundle)) {
            typeless.awaitState("quarantined", why);
            typeless.isPutAside("main_rule_types", why);
            assertThat(answers()).isEqualTo(FIRST);
            VendorBundle.mainRule(TYPE, "2.0.0", BUT_A).dropInto(server);
            awaitAnswers(SECOND);
            server.stop();
            server.start();
            awaitAnswers(SECOND);
            typeless.awaitState("quarantined", why);
        }
    }
}
