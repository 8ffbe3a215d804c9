package org.sightline.itests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sightline.itests.http.Answer;
import org.sightline.itests.http.Api;
import org.sightline.itests.http.Json;
import org.sightline.itests.http.Tenant;
import org.sightline.itests.server.ServerUnderTest;
import org.sightline.itests.server.SharedServer;

/** An app's life from registration to revocation, as developers and administrators meet it (docs/concepts.md, "Apps"). */
@ExtendWith(SharedServer.class)
class AppsIT {

    private static final Path SAMPLE =
            Path.of(System.getProperty("itests.careful-approvals", "the property itests.careful-approvals"));
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String READS_DOCUMENTS = "docs:document.content:read";
    private static final String RUNS = "application:bot.menu:readonly";

    private final ServerUnderTest server;
    private final Tenant tenant;
    private final Api dev;
    private final Api reviewer;

    AppsIT(ServerUnderTest server) {
        this.server = server;
        tenant = Tenant.create(server, "pro");
        tenant.addDepartment("d1", "0");
        tenant.addUser("dev", "d1");
        tenant.addUser("eve", "d1");
        dev = tenant.letIn("dev");
        reviewer = tenant.addAdministrator("rev", "all_applications_management");
    }

    private Answer register(Api caller, String id) {
        return caller.post(
                tenant.path() + "/apps",
                Json.of("{'app_id':'%s','name':'My bot','redirect_uris':['https://example.org/cb']}", id));
    }

    private static String fresh() {
        return "bot-" + UUID.randomUUID();
    }

    private Answer submit(String app, String version, String... more) {
        return dev.post(
                tenant.path() + "/apps/" + app + "/versions",
                Json.of(
                        "{'version':'%s','permissions':[{'name':'%s','identity':'app'},"
                                + "{'name':'%s','identity':'app','reason':'to index them'}]%s}",
                        version, RUNS, READS_DOCUMENTS, String.join("", more)));
    }

    private static List<String> states(JsonNode decisions) {
        List<String> states = new ArrayList<>();
        decisions.forEach(decision -> states.add(decision.path("name").asText() + " "
                + decision.path("state").asText() + " by " + decision.path("by").asText()));
        return states;
    }

    private JsonNode openReview(String app) {
        for (JsonNode review : reviewer.get(tenant.path() + "/app-reviews?state=open")
                .expect(200)
                .json()
                .path("items")) {
            if (review.path("app_id").asText().equals(app)) {
                return review;
            }
        }
        throw new AssertionError("no review of " + app + " is open");
    }

    private List<String> grants(String app) {
        List<String> names = new ArrayList<>();
        reviewer.get(tenant.path() + "/app-grants")
                .expect(200)
                .json()
                .path("items")
                .forEach(grant -> {
                    if (grant.path("app_id").asText().equals(app)) {
                        names.add(grant.path("name").asText());
                    }
                });
        return names;
    }

    @Test
    void fromRegistrationToRevocation() {
        String app = fresh();
        Answer registered = register(dev, app).expect(201);
        assertThat(registered.text("/secret")).hasSizeGreaterThanOrEqualTo(32);
        assertThat(registered.text("/event_signing_key")).hasSizeGreaterThanOrEqualTo(32);
        assertThat(registered.text("/owner_user_id")).isEqualTo("dev");
        assertThat(registered.json().path("enabled").asBoolean()).isTrue();

        Answer submitted =
                submit(app, "1.0.0", ",'data_range':{'department_ids':['d1']}").expect(201);
        assertThat(states(submitted.json().path("decisions")))
                .containsExactly(RUNS + " granted by rule", READS_DOCUMENTS + " pending by rule");
        assertThat(submitted.text("/data_range/state")).isEqualTo("pending");
        assertThat(grants(app)).containsExactly(RUNS);

        String review = openReview(app).path("review_id").asText();
        Answer narrowed = reviewer.post(
                        tenant.path() + "/app-reviews/" + review + "/approve",
                        Json.of("{'names':['%s@app'],'data_range':{'user_ids':['eve']}}", READS_DOCUMENTS))
                .expect(200);
        assertThat(narrowed.text("/state")).isEqualTo("closed");
        assertThat(narrowed.text("/data_range/state")).isEqualTo("granted");
        assertThat(narrowed.json().at("/data_range/granted/user_ids/0").asText())
                .isEqualTo("eve");
        assertThat(grants(app)).containsExactly(RUNS, READS_DOCUMENTS);

        reviewer.delete(tenant.path() + "/app-grants/" + app + "/app/" + READS_DOCUMENTS)
                .expect(204);
        assertThat(grants(app)).containsExactly(RUNS);
        JsonNode version = dev.get(tenant.path() + "/apps/" + app + "/versions")
                .expect(200)
                .json()
                .at("/items/0");
        assertThat(states(version.path("decisions"))).contains(READS_DOCUMENTS + " revoked by admin");
    }

    @Test
    void aReviewNeedsReasonsAndIsDecidedOnce() {
        String app = fresh();
        register(dev, app).expect(201);
        dev.post(
                        tenant.path() + "/apps/" + app + "/versions",
                        Json.of("{'version':'1','permissions':[{'name':'%s','identity':'app'}]}", READS_DOCUMENTS))
                .expectProblem(422, "invalid")
                .expectFault("/permissions/0/reason");
        submit(app, "1").expect(201);
        submit(app, "1").expectProblem(409, "duplicate_id");
        String path = tenant.path() + "/app-reviews/"
                + openReview(app).path("review_id").asText();
        reviewer.post(path + "/reject", "{}").expectProblem(422, "invalid").expectFault("/reason");
        Answer rejected = reviewer.post(path + "/reject", Json.of("{'reason':'not needed'}"))
                .expect(200);
        assertThat(states(rejected.json().path("decisions"))).contains(READS_DOCUMENTS + " rejected by admin");
        reviewer.post(path + "/approve", "{}").expectProblem(409, "already_decided");
    }

    @Test
    void secretsAreShownOnceAndNeverRepeated() {
        String app = fresh();
        Api careful = dev.with("Idempotency-Key", UUID.randomUUID().toString());
        Answer first = register(careful, app).expect(201);
        Answer again = register(careful, app).expect(201);
        assertThat(again.json().path("replayed").asBoolean()).isTrue();
        assertThat(again.json().has("secret")).isFalse();
        assertThat(again.json().has("event_signing_key")).isFalse();
        Answer renewed = dev.post(tenant.path() + "/apps/" + app + "/secret", Json.of("{'overlap_seconds':60}"))
                .expect(201);
        assertThat(renewed.text("/secret")).isNotEqualTo(first.text("/secret"));
        String audit =
                tenant.primary().get(tenant.path() + "/audit").expect(200).body();
        String shown = dev.get(tenant.path() + "/apps/" + app).expect(200).body();
        for (Answer issued : List.of(first, renewed)) {
            assertThat(audit + shown)
                    .doesNotContain(issued.text("/secret"))
                    .doesNotContain(issued.text("/event_signing_key"));
        }
        assertThat(audit).contains("app.create").contains("app.secret.renew");
    }

    @Test
    void somebodyElsesAppIsLikeOneThatDoesNotExist() {
        String app = fresh();
        register(dev, app).expect(201);
        Api eve = tenant.letIn("eve");
        Answer hidden = eve.get(tenant.path() + "/apps/" + app).expectProblem(404, "not_found");
        Answer absent =
                eve.get(tenant.path() + "/apps/" + app.replace("bot", "nix")).expectProblem(404, "not_found");
        assertThat(hidden.body().replace("bot-", "nix-")).isEqualTo(absent.body());
        assertThat(eve.get(tenant.path() + "/apps").expect(200).json().path("items"))
                .isEmpty();
        register(Tenant.create(server, "pro").primary(), app).expectProblem(404, "not_found");
        Tenant other = Tenant.create(server, "pro");
        other.primary()
                .post(other.path() + "/apps", Json.of("{'app_id':'%s','name':'Thief'}", app))
                .expectProblem(409, "duplicate_id");
        reviewer.patch(tenant.path() + "/apps/" + app, Json.of("{'enabled':false}"))
                .expect(200);
        dev.patch(tenant.path() + "/apps/" + app, Json.of("{'enabled':true}")).expectProblem(403, "forbidden");
        reviewer.delete(tenant.path() + "/apps/" + app).expect(204);
        dev.get(tenant.path() + "/apps/" + app).expectProblem(404, "not_found");
    }

    @Test
    void theTenantsOwnRulesCount() {
        Answer preset = reviewer.get(tenant.path() + "/app-approval-rules").expect(200);
        Answer recommended =
                reviewer.get(tenant.path() + "/app-approval-rules/recommended").expect(200);
        assertThat(preset.json()).isEqualTo(recommended.json());
        assertThat(preset.text("/app/advanced")).isEqualTo("review");
        assertThat(preset.text("/user/advanced")).isEqualTo("auto");
        assertThat(preset.text("/user/specific_sensitive")).isEqualTo("review");
        reviewer.put(
                        tenant.path() + "/app-approval-rules",
                        Json.of(
                                "{'app':{'non_sensitive':'auto','advanced':'review'},"
                                        + "'user':{'non_sensitive':'auto','advanced':'auto','specific_sensitive':'review'},"
                                        + "'exceptions':[{'name':'%s','identity':'app','decision':'auto'}]}",
                                READS_DOCUMENTS))
                .expect(200);
        String app = fresh();
        register(dev, app).expect(201);
        assertThat(states(submit(app, "1").expect(201).json().path("decisions")))
                .containsExactly(RUNS + " granted by rule", READS_DOCUMENTS + " granted by rule");
    }

    @Test
    void aVendorsPolicyComesAndGoes() throws IOException {
        Path deployed = server.deployFolder().resolve("careful-approvals.jar");
        String app = fresh();
        register(dev, app).expect(201);
        try {
            Path incoming = server.deployFolder().resolveSibling("careful-approvals.new");
            Files.copy(SAMPLE, incoming, StandardCopyOption.REPLACE_EXISTING);
            Files.move(incoming, deployed, StandardCopyOption.ATOMIC_MOVE);
            await("the policy rejects").atMost(PATIENCE).until(() -> bankAccounts(app)
                    .equals("rejected"));
        } finally {
            Files.deleteIfExists(deployed);
        }
        await("the rules decide again").atMost(PATIENCE).until(() -> bankAccounts(app)
                .equals("pending"));
    }

    /** What becomes of a permission that the policy has an opinion on, asked for in a version of its own. */
    private String bankAccounts(String app) {
        return dev.post(
                        tenant.path() + "/apps/" + app + "/versions",
                        Json.of(
                                "{'version':'%s','permissions':[{'name':'corehr:person.bank_account:read',"
                                        + "'identity':'app','reason':'to pay'}]}",
                                UUID.randomUUID()))
                .expect(201)
                .text("/decisions/0/state");
    }

    @Test
    void administratorsGetCards() {
        String app = fresh();
        register(dev, app).expect(201);
        Api directory = tenant.addAdministrator("dir", "organization");
        submit(app, "1").expect(201);
        String review = openReview(app).path("review_id").asText();
        for (Api reader : List.of(reviewer, tenant.primary())) {
            JsonNode card = reader.get(tenant.path() + "/notifications")
                    .expect(200)
                    .json()
                    .at("/items/0");
            assertThat(card.path("type").asText()).isEqualTo("app_review_waiting");
            assertThat(card.at("/object/kind").asText()).isEqualTo("app_review");
            assertThat(card.at("/object/id").asText()).isEqualTo(review);
            assertThat(card.path("link").asText()).contains("/app-reviews");
        }
        reviewer.post(tenant.path() + "/app-reviews/" + review + "/approve", "{}")
                .expect(200);
        for (Api reader : List.of(reviewer, tenant.primary())) {
            assertThat(reader.get(tenant.path() + "/notifications").expect(200).items("type"))
                    .containsExactly("app_review_decided", "app_review_waiting");
        }
        assertThat(directory.get(tenant.path() + "/notifications").expect(200).items("type"))
                .isEmpty();
        Answer developers = dev.get(tenant.path() + "/notifications").expect(200);
        assertThat(developers.items("type")).containsExactly("app_review_decided");
        dev.post(tenant.path() + "/notifications/" + developers.text("/items/0/notification_id") + "/read", "{}")
                .expect(200);
        assertThat(dev.get(tenant.path() + "/notifications").expect(200).items("read"))
                .containsExactly("true");
        tenant.letIn("eve").get(tenant.path() + "/notifications").expectProblem(403, "forbidden");
    }

    @Test
    void whoIsNoAdministratorAnyMoreReadsOfOwnAppsOnly() {
        String app = fresh();
        register(dev, app).expect(201);
        register(reviewer, fresh()).expect(201);
        submit(app, "1").expect(201);
        reviewer.post(
                        tenant.path() + "/app-reviews/"
                                + openReview(app).path("review_id").asText() + "/approve",
                        "{}")
                .expect(200);
        Answer before = reviewer.get(tenant.path() + "/notifications").expect(200);
        assertThat(before.items("type")).containsExactly("app_review_decided", "app_review_waiting");
        tenant.primary().delete(tenant.path() + "/admins/rev").expect(204);
        assertThat(reviewer.get(tenant.path() + "/notifications").expect(200).items("type"))
                .isEmpty();
        reviewer.post(tenant.path() + "/notifications/" + before.text("/items/0/notification_id") + "/read", "{}")
                .expectProblem(404, "not_found");
    }
}
