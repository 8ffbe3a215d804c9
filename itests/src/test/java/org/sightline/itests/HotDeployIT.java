package org.sightline.itests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sightline.itests.http.Answer;
import org.sightline.itests.http.Api;
import org.sightline.itests.http.Json;
import org.sightline.itests.http.Tenant;
import org.sightline.itests.server.Console;
import org.sightline.itests.server.ServerUnderTest;
import org.sightline.itests.server.SharedServer;

/** A vendor's main rule is dropped into the running server, serves, disappears and returns (docs/concepts.md, "Main rules"). */
@ExtendWith(SharedServer.class)
class HotDeployIT {

    private static final Path SAMPLE = Path.of(System.getProperty("itests.own-city", "the property itests.own-city"));
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Pattern SERVICE = Pattern.compile("service\\.id = (\\d+)");

    private final ServerUnderTest server;
    private final Tenant tenant;
    private final Path deployed;

    HotDeployIT(ServerUnderTest server) {
        this.server = server;
        this.deployed = server.deployFolder().resolve("own-city.jar");
        tenant = Tenant.create(server, "pro");
        addUser("amy", "Osaka");
        addUser("bob", "Osaka");
        addUser("cyd", "Kyōto");
        tenant.addUser("dan");
    }

    private void addUser(String id, String city) {
        tenant.primary()
                .post(tenant.path() + "/users", Json.of("{'user_id':'%1$s','name':'%1$s','city':'%2$s'}", id, city))
                .expect(201);
    }

    @Test
    void servesDisappearsAndReturnsWhileEverythingElseGoesOn() throws Exception {
        String chosen = Json.of("{'main_rule':{'type':'own_city'},'rule_sets':[]}");
        tenant.primary()
                .put(tenant.path() + "/visibility/policy", chosen)
                .expectProblem(422, "invalid")
                .expectFault("/main_rule/type");
        Map<String, String> before = services();
        AtomicBoolean over = new AtomicBoolean();
        CompletableFuture<Integer> bystander = bystander(over);
        try {
            drop();
            await("own_city offered").atMost(PATIENCE).until(() -> offered().contains("own_city"));
            tenant.primary().put(tenant.path() + "/visibility/policy", chosen).expect(200);
            serves();

            Files.delete(deployed);
            await("the fallback serves").atMost(PATIENCE).until(() -> fallback("amy", "bob"));
            fallsBackAndSaysSo();

            drop();
            await("own_city serves again").atMost(PATIENCE).until(() -> !fallback("amy", "bob"));
            serves();
            assertThat(plugin().path("state").asText()).isEqualTo("serving");
        } finally {
            over.set(true);
            Files.deleteIfExists(deployed);
        }
        assertThat(bystander.get()).as("requests of a bystander, all answered").isPositive();
        await("own_city gone").atMost(PATIENCE).until(() -> !offered().contains("own_city"));
        assertThat(services())
                .as("services of the server, none registered anew")
                .isEqualTo(before);
    }

    private void serves() {
        assertThat(sees("amy", "bob")).isTrue();
        assertThat(sees("amy", "cyd")).isFalse();
        assertThat(sees("amy", "dan")).isFalse();
        assertThat(sees("dan", "amy")).isFalse();
        assertThat(sees("dan", "dan")).isTrue();
        assertThat(fallback("amy", "cyd")).isFalse();
    }

    private void fallsBackAndSaysSo() {
        assertThat(sees("amy", "bob")).isFalse();
        assertThat(sees("amy", "amy")).isTrue();
        assertThat(verify("amy", "bob").text("/explanation")).contains("own_city");
        assertThat(plugin().path("state").asText()).isEqualTo("missing");
        assertThat(plugin().path("used_by")).extracting(JsonNode::asText).contains(tenant.key());
        assertThat(Api.nobody(server).get("//health/ready").expect(200).body()).contains("own_city");
        assertThat(tenant.primary()
                        .get(tenant.path() + "/visibility/policy")
                        .expect(200)
                        .text("/main_rule/type"))
                .as("the choice is kept")
                .isEqualTo("own_city");
        tenant.primary()
                .patch(tenant.path() + "/users/cyd", Json.of("{'job_title':'works meanwhile'}"))
                .expect(200);
    }

    private void drop() throws IOException {
        // A half-written file must never lie in the deploy folder.
        Path beside = server.data().resolve("own-city.tmp");
        Files.copy(SAMPLE, beside, StandardCopyOption.REPLACE_EXISTING);
        Files.move(beside, deployed, StandardCopyOption.ATOMIC_MOVE);
    }

    private Answer verify(String viewer, String target) {
        return tenant.primary()
                .post(
                        tenant.path() + "/visibility/verify",
                        Json.of("{'subject_user_id':'%s','object_user_id':'%s'}", viewer, target))
                .expect(200);
    }

    private boolean sees(String viewer, String target) {
        return verify(viewer, target).json().path("visible").asBoolean();
    }

    private boolean fallback(String viewer, String target) {
        return verify(viewer, target).json().at("/decided_by/fallback").asBoolean(false);
    }

    private List<String> offered() {
        return tenant.primary()
                .get(tenant.path() + "/visibility/main-rules")
                .expect(200)
                .items("type");
    }

    private JsonNode plugin() {
        for (JsonNode item :
                Api.operator(server).get("/operator/plugins").expect(200).json().path("items")) {
            if (item.path("type").asText().equals("own_city")) {
                return item;
            }
        }
        throw new AssertionError("own_city is not among the plug-ins");
    }

    /** Somebody in another tenant who keeps working and must not notice anything. */
    private CompletableFuture<Integer> bystander(AtomicBoolean over) {
        Tenant other = Tenant.create(server, "pro");
        other.addUser("eve");
        return CompletableFuture.supplyAsync(() -> {
            int requests = 0;
            while (!over.get()) {
                assertThat(other.primary()
                                .post(
                                        other.path() + "/visibility/verify",
                                        Json.of("{'subject_user_id':'eve','object_user_id':'boss'}"))
                                .expect(200)
                                .json()
                                .path("visible")
                                .asBoolean())
                        .isTrue();
                other.primary().get("/me").expect(200);
                requests++;
            }
            return requests;
        });
    }

    /** Returns the services of our bundles by id; one that was stopped and started would come with another id. */
    private Map<String, String> services() throws IOException {
        Map<String, String> services = new TreeMap<>();
        for (String block : Console.of(server).run("service:list").output().split("\n\\s*\n")) {
            Matcher id = SERVICE.matcher(block);
            if (block.contains("org.sightline.") && id.find()) {
                services.put(id.group(1), block.lines().findFirst().orElse(""));
            }
        }
        assertThat(services).as("services of org.sightline bundles").isNotEmpty();
        return services;
    }
}
