package org.sightline.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sightline.itests.http.Answer;
import org.sightline.itests.http.Api;
import org.sightline.itests.http.Json;
import org.sightline.itests.http.Tenant;
import org.sightline.itests.server.ServerUnderTest;
import org.sightline.itests.server.SharedServer;

/** Who did what: written with the change, read by primary administrators. */
@ExtendWith(SharedServer.class)
class AuditIT {

    private final ServerUnderTest server;
    private final Tenant tenant;
    private final Api boss;
    private final String audit;

    AuditIT(ServerUnderTest server) {
        this.server = server;
        tenant = Tenant.create(server, "pro");
        boss = tenant.primary();
        audit = tenant.path() + "/audit";
    }

    @Test
    void everyChangeLeavesALineWithBothStates() {
        tenant.addUser("mel");
        long revision = boss.patch(tenant.path() + "/users/mel", Json.of("{'city':'Lima'}"))
                .expect(200)
                .revision();

        JsonNode line =
                boss.get(audit + "?object=mel&page_size=1").expect(200).json().at("/items/0");

        assertThat(line.at("/actor/kind").asText()).isEqualTo("user");
        assertThat(line.at("/actor/id").asText()).isEqualTo("boss");
        assertThat(line.path("action").asText()).contains("update");
        assertThat(line.at("/object/id").asText()).isEqualTo("mel");
        assertThat(line.at("/before").has("city")).isFalse();
        assertThat(line.at("/after/city").asText()).isEqualTo("Lima");
        assertThat(line.path("revision").asLong()).isEqualTo(revision);
        assertThat(Instant.parse(line.path("at").asText()))
                .isBefore(Instant.now().plusSeconds(5));
    }

    @Test
    void linesAreFoundByExactWords() {
        tenant.addUser("mel");
        tenant.addUser("melanie");
        tenant.putPolicy("{'main_rule':{'type':'nobody'},'rule_sets':[]}");
        Answer all = boss.get(audit).expect(200);
        String policyAction = all.json().at("/items/0/action").asText();

        assertThat(boss.get(audit + "?object=mel").expect(200).json().path("items"))
                .hasSize(1);
        assertThat(boss.get(audit + "?action=" + policyAction)
                        .expect(200)
                        .json()
                        .path("items"))
                .hasSize(1);
        assertThat(boss.get(audit + "?actor=boss").expect(200).json().path("items"))
                .hasSize(3);
        assertThat(boss.get(audit + "?actor=nobody").expect(200).json().path("items"))
                .isEmpty();
        assertThat(boss.get(audit + "?to=2001-01-01T00:00:00Z")
                        .expect(200)
                        .json()
                        .path("items"))
                .isEmpty();
        assertThat(boss.get(audit + "?from=2001-01-01T00:00:00Z")
                        .expect(200)
                        .json()
                        .path("items"))
                .isNotEmpty();
        boss.get(audit + "?from=yesterday").expect(422);
        assertThat(Pages.all(boss, audit + "?page_size=1", "action"))
                .hasSameSizeAs(all.json().path("items"));
    }

    @Test
    void whatIsRefusedOrChangesNothingLeavesNoLine() {
        tenant.addUser("mel");
        int before = boss.get(audit).expect(200).json().path("items").size();
        boss.post(tenant.path() + "/users", "{}").expect(422);
        boss.patch(tenant.path() + "/users/mel", Json.of("{'name':'Name of mel'}"))
                .expect(200);
        boss.put(
                        tenant.path() + "/visibility/policy?dry_run=true",
                        Json.of("{'main_rule':{'type':'nobody'},'rule_sets':[]}"))
                .expect(200);
        assertThat(boss.get(audit).expect(200).json().path("items")).hasSize(before);
    }

    @Test
    void secretsAreNowhere() throws Exception {
        tenant.addUser("mel");
        tenant.letIn("mel");
        String log = String.join("\n", server.log());
        String lines = boss.get(audit).expect(200).body();
        for (String secret : List.of(Tenant.PASSWORD, server.operatorToken(), server.consolePassword(), "$argon2")) {
            assertThat(lines).doesNotContain(secret);
            assertThat(log).doesNotContain(secret);
        }
    }
}
