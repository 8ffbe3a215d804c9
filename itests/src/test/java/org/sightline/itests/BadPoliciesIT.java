package org.sightline.itests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sightline.itests.http.Answer;
import org.sightline.itests.http.Api;
import org.sightline.itests.http.Json;
import org.sightline.itests.http.Tenant;
import org.sightline.itests.http.Trust;
import org.sightline.itests.server.ServerUnderTest;
import org.sightline.itests.server.VendorBundle;

/**
 * Vendors' approval, trust and quota policies throw, answer nothing, hang and vanish while people ask: each question is
 * answered within the limit by what stands in, the operator is told, nobody else waits, and it is over when the bundle is
 * gone (docs/vendors.md, "When a plug-in misbehaves").
 */
class BadPoliciesIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Longer than by default, so that whoever waits for a policy is told apart from who waits for a busy machine. */
    private static final Duration LIMIT = Duration.ofSeconds(6);

    /** The limit, and what a busy machine needs beside it. */
    private static final Duration CLEAR_ANSWER = LIMIT.plusSeconds(14);

    private static final String RUNS = "application:bot.menu:readonly";
    private static final int DEVELOPERS = 6;

    private static ServerUnderTest server;

    private final Tenant tenant = Tenant.create(server, "pro");
    private final Tenant elsewhere = Tenant.create(server, "pro");

    @BeforeAll
    static void startServer() throws IOException {
        server = new ServerUnderTest("bad-policies");
        Path etc = Files.createDirectories(server.data().resolve("etc"));
        long millis = LIMIT.toMillis();
        Files.writeString(etc.resolve("org.sightline.apps.cfg"), "approval.policy.limit.millis = " + millis + "\n");
        Files.writeString(etc.resolve("org.sightline.trustedparty.cfg"), "policy_limit_millis = " + millis + "\n");
        Files.writeString(etc.resolve("org.sightline.visibility.cfg"), "main_rule_limit_millis = " + millis + "\n");
        server.start();
    }

    @AfterAll
    static void stopServer() {
        server.close();
    }

    private static DeployedPlugin deploy(String kind, String door, String body) throws IOException {
        return DeployedPlugin.drop(server, kind, new VendorBundle("vendor." + kind, "1.0.0", door, 0, body));
    }

    private static String misbehaviour(String what) {
        return switch (what) {
            case "throws" -> "throw new IllegalStateException(\"out of order\");";
            case "nothing" -> "return null;";
            case "hangs" -> DeployedPlugin.HANG;
            default -> throw new IllegalArgumentException(what);
        };
    }

    /** Registers an app and submits its first version; returns how its one permission was decided, and by what. */
    private String submit() {
        String app = "bot-" + UUID.randomUUID();
        tenant.primary()
                .post(tenant.path() + "/apps", Json.of("{'app_id':'%s','name':'My bot'}", app))
                .expect(201);
        long begin = System.nanoTime();
        Answer submitted = tenant.primary()
                .post(
                        tenant.path() + "/apps/" + app + "/versions",
                        Json.of(
                                "{'version':'1','permissions':[{'name':'%s','identity':'app','reason':'to run'}]}",
                                RUNS))
                .expect(201);
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(CLEAR_ANSWER);
        return submitted.text("/decisions/0/state") + " by " + submitted.text("/decisions/0/by");
    }

    private List<String> manySubmit() {
        List<CompletableFuture<String>> all = IntStream.range(0, DEVELOPERS)
                .mapToObj(developer -> CompletableFuture.supplyAsync(this::submit))
                .toList();
        return all.stream().map(CompletableFuture::join).toList();
    }

    @ParameterizedTest
    @CsvSource({"throws,out of order", "nothing,nothing for", "hangs,took longer than 6000 ms"})
    void peopleDecideWhileAnApprovalPolicyIsPutAside(String what, String why) throws IOException {
        assertThat(submit()).isEqualTo("granted by rule");
        try (Bystander inside = new Bystander(tenant);
                Bystander outside = new Bystander(elsewhere)) {
            try (DeployedPlugin plugin = deploy(
                    "approval_policy",
                    "ApprovalPolicy",
                    "public ApprovalVerdict judge(ApprovalQuestion question) { " + misbehaviour(what) + " }")) {
                assertThat(manySubmit()).containsOnly("pending by policy");
                plugin.isPutAside("approval_policies", why);
                assertThat(submit()).as("not asked any more").isEqualTo("pending by policy");
            }
            inside.waitedLessThan(LIMIT);
            outside.waitedLessThan(LIMIT);
        }
        assertThat(submit()).as("the rules decide again").isEqualTo("granted by rule");
    }

    @Test
    void anApprovalPolicyVanishesWhileItIsAsked() throws IOException {
        CompletableFuture<List<String>> asked;
        try (DeployedPlugin plugin = deploy(
                "approval_policy",
                "ApprovalPolicy",
                "public ApprovalVerdict judge(ApprovalQuestion question) {"
                        + " try { Thread.sleep(2000); } catch (InterruptedException e) { return null; }"
                        + " return later(); }"
                        + " private ApprovalVerdict later() { return new Verdict().mine; }"
                        + " private static final class Verdict { ApprovalVerdict mine = ApprovalVerdict.GRANTED; }")) {
            assertThat(plugin.state()).isEqualTo("serving");
            asked = CompletableFuture.supplyAsync(this::manySubmit);
            await("they wait for it").atMost(PATIENCE).until(() -> apps() == DEVELOPERS);
        }
        assertThat(asked.join())
                .as("its own verdict, or that of people when its classes were gone")
                .isSubsetOf("granted by policy", "pending by policy", "granted by rule");
        assertThat(submit()).isEqualTo("granted by rule");
    }

    private int apps() {
        return tenant.primary()
                .get(tenant.path() + "/apps")
                .expect(200)
                .json()
                .path("items")
                .size();
    }

    private String invite() {
        return elsewhere
                .primary()
                .post(elsewhere.path() + "/trust/invitation", "{}")
                .expect(201)
                .text("/code");
    }

    private String whyNot(String code) {
        long begin = System.nanoTime();
        String reason = tenant.primary()
                .post(tenant.path() + "/trust/invitation/inspect", Json.of("{'code':'%s'}", code))
                .expect(200)
                .json()
                .path("reason")
                .asText();
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(CLEAR_ANSWER);
        return reason;
    }

    @ParameterizedTest
    @CsvSource({"throws,out of order", "nothing,no verdict", "hangs,took longer than 6000 ms"})
    void nobodyConnectsWhileATrustPolicyIsPutAside(String what, String why) throws IOException {
        String code = invite();
        assertThat(whyNot(code)).isEmpty();
        try (Bystander inside = new Bystander(tenant);
                Bystander outside = new Bystander(elsewhere)) {
            try (DeployedPlugin plugin = deploy(
                    "trust_policy",
                    "TrustPolicy",
                    "public TrustVerdict judge(Tenant scanning, Tenant inviting) { " + misbehaviour(what) + " }")) {
                long begin = System.nanoTime();
                tenant.primary()
                        .post(tenant.path() + "/trust/requests", Json.of("{'code':'%s'}", code))
                        .expectProblem(409, "trust_policy_refused");
                assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(CLEAR_ANSWER);
                assertThat(whyNot(code)).isEqualTo("trust_policy_refused");
                plugin.isPutAside("trust_policies", why);
            }
            inside.waitedLessThan(LIMIT);
            outside.waitedLessThan(LIMIT);
        }
        assertThat(whyNot(code)).as("they may connect again").isEmpty();
    }

    @Test
    void aTrustPolicyVanishesWhileItIsAsked() throws IOException {
        String code = invite();
        CompletableFuture<String> asked;
        try (DeployedPlugin plugin = deploy(
                "trust_policy",
                "TrustPolicy",
                "public TrustVerdict judge(Tenant scanning, Tenant inviting) {"
                        + " try { Thread.sleep(3000); } catch (InterruptedException e) { return null; }"
                        + " return new TrustVerdict.Refused(\"vendor_says_no\", \"because\"); }")) {
            assertThat(plugin.state()).isEqualTo("serving");
            asked = CompletableFuture.supplyAsync(() -> whyNot(code));
        }
        assertThat(asked.join()).isIn("vendor_says_no", "trust_policy_refused", "");
        assertThat(whyNot(code)).isEmpty();
    }

    /** Puts a policy of two rules, which `pro` allows and these vendors' answers do not change. */
    private void putRules(Tenant who) {
        long begin = System.nanoTime();
        who.putPolicy("{'main_rule':{'type':'everyone'},'rule_sets':[{'rules':["
                + "{'effect':'hidden','subjects':{'user_ids':['boss']},'objects':{'department_ids':['0']}},"
                + "{'effect':'visible','subjects':{'user_ids':['boss']},'objects':{'user_ids':['boss']}}]}]}");
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(CLEAR_ANSWER);
    }

    @ParameterizedTest
    @CsvSource({"throws,out of order", "nothing,no answer", "hangs,took longer than 6000 ms"})
    void theBuiltInTablesCountWhileAQuotaPolicyIsPutAside(String what, String why) throws IOException {
        Trust.decide(elsewhere, Trust.ask(tenant, elsewhere), "approve");
        String body = misbehaviour(what);
        VendorBundle bundle = new VendorBundle(
                "vendor.quota",
                "1.0.0",
                "PlanQuotaPolicy",
                0,
                "public OptionalInt supplementaryRules(Tenant tenant) { " + body + " }"
                        + " public OptionalInt trustedParties(Tenant tenant) { " + body + " }");
        try (Bystander outside = new Bystander(Tenant.create(server, "pro"));
                DeployedPlugin plugin = DeployedPlugin.drop(server, "rule_quota", bundle)) {
            putRules(tenant);
            plugin.isPutAside("rule_quotas", why);
            assertThat(limit()).isEqualTo(10);
            plugin.as("trust_quota").isPutAside("trusted_party_quotas", why);
            outside.waitedLessThan(LIMIT);
        }
        putRules(elsewhere);
        assertThat(limit()).isEqualTo(10);
        assertThat(Api.nobody(server).get("//health/ready").expect(200).text("/state"))
                .isEqualTo("ready");
    }

    private int limit() {
        return tenant.primary()
                .get(tenant.path() + "/trust/parties/" + elsewhere.key())
                .expect(200)
                .json()
                .at("/quota/limit")
                .asInt();
    }
}
