package org.sightline.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sightline.itests.http.Answer;
import org.sightline.itests.http.Api;
import org.sightline.itests.http.Contract;
import org.sightline.itests.http.Contract.Operation;
import org.sightline.itests.http.Tenant;
import org.sightline.itests.server.ServerUnderTest;
import org.sightline.itests.server.SharedServer;

/** The OpenAPI document against the running server; all other tests hold every answer against its schemas. */
@ExtendWith(SharedServer.class)
class OpenApiIT {

    private static final String T = "/api/v1/tenants/{t}";

    /** What clients are promised in this version; more may be there. */
    private static final Set<String> PROMISED = Set.of(
            "POST /api/v1/sessions",
            "DELETE /api/v1/sessions/current",
            "GET /api/v1/me",
            "POST /api/v1/tenants",
            "GET /api/v1/tenants",
            "GET " + T,
            "PATCH " + T,
            "DELETE " + T,
            "GET /api/v1/operator/plugins",
            "GET /api/v1/operator/jobs",
            "GET /api/v1/operator/audit",
            "POST " + T + "/departments",
            "GET " + T + "/departments",
            "GET " + T + "/departments/{id}",
            "PATCH " + T + "/departments/{id}",
            "DELETE " + T + "/departments/{id}",
            "POST " + T + "/users",
            "GET " + T + "/users",
            "GET " + T + "/users/{id}",
            "PATCH " + T + "/users/{id}",
            "DELETE " + T + "/users/{id}",
            "PUT " + T + "/users/{id}/password",
            "POST " + T + "/groups",
            "GET " + T + "/groups",
            "GET " + T + "/groups/{id}",
            "PATCH " + T + "/groups/{id}",
            "DELETE " + T + "/groups/{id}",
            "POST " + T + "/units",
            "GET " + T + "/units",
            "GET " + T + "/units/{id}",
            "PATCH " + T + "/units/{id}",
            "DELETE " + T + "/units/{id}",
            "GET " + T + "/fields",
            "PUT " + T + "/fields",
            "POST " + T + "/directory/import",
            "GET " + T + "/directory/export",
            "GET " + T + "/jobs/{id}",
            "GET " + T + "/admins",
            "GET " + T + "/admins/{id}",
            "PUT " + T + "/admins/{id}",
            "DELETE " + T + "/admins/{id}",
            "PUT " + T + "/operator-access",
            "DELETE " + T + "/operator-access",
            "GET " + T + "/visibility/policy",
            "PUT " + T + "/visibility/policy",
            "GET " + T + "/visibility/main-rules",
            "POST " + T + "/visibility/preview",
            "GET " + T + "/visibility/lint",
            "GET " + T + "/visibility/shadow",
            "PUT " + T + "/visibility/shadow",
            "DELETE " + T + "/visibility/shadow",
            "POST " + T + "/visibility/verify",
            "POST " + T + "/visibility/verify:batch",
            "GET " + T + "/visibility/sees/{id}",
            "GET " + T + "/visibility/seen-by/{id}",
            "GET " + T + "/contacts/departments/{id}/children",
            "GET " + T + "/contacts/departments/{id}",
            "GET " + T + "/contacts/users/{id}",
            "GET " + T + "/contacts/search",
            "GET " + T + "/contacts/parties",
            "GET " + T + "/contacts/parties/{id}/departments/{id}/children",
            "GET " + T + "/contacts/parties/{id}/users/{id}",
            "POST " + T + "/trust/verify",
            "POST " + T + "/communication/check",
            "POST " + T + "/communication/chats",
            "GET " + T + "/communication/chats",
            "POST " + T + "/communication/contacts",
            "GET " + T + "/communication/contacts",
            "POST " + T + "/communication/contacts/{id}/accept",
            "DELETE " + T + "/communication/contacts/{id}",
            "PUT " + T + "/communication/blocks/{id}/{id}",
            "DELETE " + T + "/communication/blocks/{id}/{id}",
            "GET " + T + "/communication/privacy",
            "PUT " + T + "/communication/privacy",
            "POST " + T + "/communication/find-by-phone",
            "GET " + T + "/trust/invitation",
            "POST " + T + "/trust/invitation",
            "POST " + T + "/trust/invitation/inspect",
            "POST " + T + "/trust/invitation/reset",
            "GET " + T + "/trust/invitation/qr.png",
            "GET " + T + "/trust/invitation/qr.svg",
            "POST " + T + "/trust/requests",
            "GET " + T + "/trust/requests",
            "POST " + T + "/trust/requests/{id}/approve",
            "POST " + T + "/trust/requests/{id}/reject",
            "POST " + T + "/trust/requests/{id}/withdraw",
            "GET " + T + "/trust/parties",
            "GET " + T + "/trust/parties/{id}",
            "GET " + T + "/trust/parties/{id}/shared",
            "PUT " + T + "/trust/parties/{id}/share",
            "PUT " + T + "/trust/parties/{id}/permissions",
            "DELETE " + T + "/trust/parties/{id}/permissions",
            "GET " + T + "/trust/parties/{id}/rules",
            "POST " + T + "/trust/parties/{id}/rules",
            "PUT " + T + "/trust/parties/{id}/rules/{id}",
            "DELETE " + T + "/trust/parties/{id}/rules/{id}",
            "GET " + T + "/trust/defaults",
            "PUT " + T + "/trust/defaults",
            "GET " + T + "/trust/settings",
            "PUT " + T + "/trust/settings",
            "POST " + T + "/trust/parties/{id}/remove",
            "GET " + T + "/trust/removals",
            "POST " + T + "/trust/removals/{id}/approve",
            "POST " + T + "/trust/removals/{id}/reject",
            "POST " + T + "/trust/removals/{id}/withdraw",
            "GET /api/v1/app-permissions",
            "GET " + T + "/app-permissions",
            "GET " + T + "/notifications",
            "POST " + T + "/notifications/{id}/read",
            "GET " + T + "/notifications/stream",
            "GET " + T + "/notification-channels",
            "PUT " + T + "/notification-channels",
            "POST " + T + "/resources",
            "GET " + T + "/resources",
            "GET " + T + "/resources/{id}",
            "PATCH " + T + "/resources/{id}",
            "DELETE " + T + "/resources/{id}",
            "PUT " + T + "/resources/{id}/admins/{id}",
            "DELETE " + T + "/resources/{id}/admins/{id}",
            "POST " + T + "/event-subscriptions",
            "GET " + T + "/event-subscriptions",
            "DELETE " + T + "/event-subscriptions/{id}",
            "GET " + T + "/event-deliveries",
            "POST " + T + "/event-deliveries/{id}/redeliver",
            "POST " + T + "/apps",
            "GET " + T + "/apps",
            "GET " + T + "/apps/{id}",
            "PATCH " + T + "/apps/{id}",
            "DELETE " + T + "/apps/{id}",
            "POST " + T + "/apps/{id}/secret",
            "POST " + T + "/apps/{id}/versions",
            "GET " + T + "/apps/{id}/versions",
            "GET " + T + "/app-consents",
            "DELETE " + T + "/app-consents/{id}",
            "GET " + T + "/app-reviews",
            "POST " + T + "/app-reviews/{id}/approve",
            "POST " + T + "/app-reviews/{id}/reject",
            "GET " + T + "/app-grants",
            "DELETE " + T + "/app-grants/{id}/{id}/{id}",
            "GET " + T + "/app-approval-rules",
            "PUT " + T + "/app-approval-rules",
            "GET " + T + "/app-approval-rules/recommended",
            "GET " + T + "/audit",
            "POST /api/v1/operator/backups",
            "GET /api/v1/operator/backups",
            "POST /api/v1/operator/restore",
            "POST /api/v1/operator/compaction",
            "GET /api/v1/operator/jobs/{id}",
            "GET /health/live",
            "GET /health/ready",
            "GET /openapi.json");

    private final ServerUnderTest server;
    private final Contract contract;

    OpenApiIT(ServerUnderTest server) {
        this.server = server;
        this.contract = Contract.of(server);
    }

    @Test
    void isOpenApi31AndComplete() {
        assertThat(contract.document().path("openapi").asText()).startsWith("3.1");
        assertThat(contract.document().at("/info/title").asText()).isNotBlank();
        Set<String> described = new TreeSet<>();
        contract.operations().forEach(operation -> described.add(operation.method() + " " + plain(operation.path())));
        assertThat(described).containsAll(PROMISED);
    }

    private static String plain(String template) {
        return template.replaceAll("(?<=/)\\{(?!t\\})[^}]+\\}", "{id}");
    }

    @Test
    void everyOperationSaysWhatItDoesAndHowItRefuses() {
        assertThat(contract.operations()).allSatisfy(operation -> {
            assertThat(operation.node().path("operationId").asText()).isNotBlank();
            assertThat(operation.node().path("summary").asText()
                            + operation.node().path("description").asText())
                    .as("words about %s %s", operation.method(), operation.path())
                    .isNotBlank();
            assertThat(operation.node().path("responses")).isNotEmpty();
        });
        assertThat(contract.operations())
                .extracting(operation -> operation.node().path("operationId").asText())
                .doesNotHaveDuplicates();
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        List<String> dangling = new ArrayList<>();
        contract.document().findValues("$ref").forEach(reference -> {
            if (contract.document().at(reference.asText().substring(1)).isMissingNode()) {
                dangling.add(reference.asText());
            }
        });
        assertThat(dangling).isEmpty();
    }

    @Test
    void everyOperationIsThere() {
        Tenant tenant = Tenant.create(server, "pro");
        tenant.primary().post(tenant.path() + "/trust/invitation", "{}").expect(201);
        for (Operation operation : contract.operations()) {
            Api caller = operation.path().contains("{t}") ? tenant.primary() : Api.operator(server);
            String path =
                    "/" + operation.path().replace("{t}", tenant.key()).replaceAll("\\{[^}]+\\}", "no-such-thing");
            if (operation.path().equals(T) && operation.method().equals("DELETE")) {
                path += "?confirm=no";
            }
            Answer answer = caller.send(operation.method(), path, mediaType(operation.node()), body(operation.node()));
            assertThat(answer.status())
                    .as("status of %s, which answered %s", answer.request(), answer.body())
                    .isNotIn(405, 406, 415, 500, 501);
            if (answer.status() == 404) {
                assertThat(answer.text("/detail"))
                        .as("a thing is missing, not the path: %s", answer.request())
                        .containsAnyOf("no-such-thing", "no candidate main rule");
            }
        }
    }

    private static String mediaType(JsonNode operation) {
        JsonNode content = operation.at("/requestBody/content");
        return content.isEmpty() ? null : content.fieldNames().next();
    }

    private static String body(JsonNode operation) {
        return operation.at("/requestBody/content").isEmpty() ? null : "{}";
    }

    @Test
    void thePageForPeopleNeedsNothingFromElsewhere() {
        Answer page = Api.nobody(server).get("//docs");
        assertThat(page.status()).isIn(200, 301, 302, 303, 307, 308);
        Answer at = page.status() == 200
                ? page
                : Api.nobody(server).get("/" + page.header("Location").replaceFirst("^https?://[^/]+", ""));
        at.expect(200);
        assertThat(at.header("Content-Type")).startsWith("text/html");
        assertThat(at.body()).doesNotContain("http://").doesNotContain("https://");
    }

    @Test
    void healthTellsByComponent() {
        Answer ready = Api.nobody(server).get("//health/ready").expect(200);
        assertThat(ready.json().path("components").isEmpty())
                .as("components in %s", ready.body())
                .isFalse();
        Api.nobody(server).get("//health/live").expect(200);
    }
}
