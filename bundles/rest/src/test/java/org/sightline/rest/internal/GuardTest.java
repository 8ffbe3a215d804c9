package org.sightline.rest.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sightline.rest.internal.RestHarness.Answer;
import org.sightline.rest.internal.answer.Call;
import org.sightline.rest.internal.guard.Allowed;
import org.sightline.rest.internal.guard.Role;

class GuardTest {

    private final RestHarness rest = new RestHarness();

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "-, acme, 401, unauthenticated",
                "-, nowhere, 401, unauthenticated",
                "wrong, acme, 401, unauthenticated",
                "member, acme, 403, forbidden",
                "apps, acme, 403, forbidden",
                "stranger, acme, 404, not_found",
                "member, other, 404, not_found",
                "member, nowhere, 404, not_found",
                "primary, no%20key, 404, not_found",
                "operator, nowhere, 404, not_found",
                "operator, no%20key, 404, not_found",
            })
    void asksForTheCallerThenTheTenantThenTheRole(String token, String tenant, int status, String code) {
        Answer answer = rest.get("probe/" + tenant, token);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
    }

    @ParameterizedTest
    @CsvSource({"primary", "organization", "operator"})
    void letsTheRightOnesPass(String token) {
        assertThat(rest.get("probe/acme", token).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, app, acme, 403, permission_missing",
        "GET, reader, acme, 200, ''",
        "GET, writer, acme, 403, permission_missing",
        "GET, delegate, acme, 200, ''",
        "GET, overreach, acme, 403, permission_missing",
        "GET, reader, other, 404, not_found",
        "GET, app, other, 404, not_found",
        "PUT, writer, acme, 204, ''",
        "PUT, reader, acme, 403, permission_missing",
        "PUT, overreach, acme, 403, forbidden",
    })
    void asksAppsForOneOfThePermissions(String method, String token, String tenant, int status, String code) {
        Answer answer = rest.send(method, "probe/" + tenant + "/apps", token, null, Map.of());

        assertThat(answer.status()).isEqualTo(status);
        if (status >= 400) {
            assertThat(answer.code()).isEqualTo(code);
        }
    }

    @Test
    void tellsAppsWhichPermissionsWouldDo() {
        assertThat(rest.get("probe/acme/apps", "app")
                        .json()
                        .path("missing_permissions")
                        .toString())
                .isEqualTo("[\"probe:read\",\"probe:all\"]");
        assertThat(rest.get("probe/acme/apps", "overreach")
                        .json()
                        .path("missing_permissions")
                        .toString())
                .isEqualTo("[\"probe:read\"]");
    }

    @Path("careless/{t}")
    public static final class Careless {

        @GET
        @Allowed(Role.APP)
        public Response get(@Context ContainerRequestContext request) {
            return Call.of(request).nothing();
        }
    }

    @Test
    void doesNotStartWhenAMethodLetsInAppsWithoutAPermission() {
        assertThatThrownBy(
                        () -> new RestHarness(0, states -> new Object[] {new Careless()}).get("careless/acme", "app"))
                .hasStackTraceContaining("GET /careless/{t} lets in other apps than the permissions say");
    }

    @ParameterizedTest
    @CsvSource({"app", "reader", "delegate", "overreach"})
    void letsAppsDoNothingElse(String token) {
        assertThat(rest.get("probe/acme", token).code()).isEqualTo("forbidden");
        assertThat(rest.get("probe/acme/one", token).code()).isEqualTo("forbidden");
        assertThat(rest.get("probe/acme/live", token).code()).isEqualTo("forbidden");
        assertThat(rest.get("probe/acme/anybody", token).status()).isEqualTo(204);
    }

    @Test
    void saysHowToSignIn() {
        assertThat(rest.get("probe/acme", null).header("WWW-Authenticate")).startsWith("Bearer");
        assertThat(rest.get("probe/acme", null, Map.of("Authorization", "Basic eA=="))
                        .status())
                .isEqualTo(401);
    }

    @Test
    void tellsForeignAndUnknownTenantsNotApart() {
        String foreign = rest.get("probe/other", "primary").text();
        String unknown = rest.get("probe/ether", "primary").text();

        assertThat(foreign.replace("other", "ether")).isEqualTo(unknown);
    }

    @Test
    void tellsTheRevisionOfTheOwnTenantOnly() {
        assertThat(rest.get("probe/acme", "primary").header("Sightline-Revision"))
                .isEqualTo("7");
        assertThat(rest.get("probe/acme", "member").header("Sightline-Revision"))
                .isEqualTo("7");
        assertThat(rest.get("probe/other", "member").header("Sightline-Revision"))
                .isNull();
    }

    @Test
    void refusesTooManyRequestsOfOneCaller() {
        RestHarness limited = new RestHarness(3);
        for (int i = 0; i < 3; i++) {
            assertThat(limited.get("probe/acme", "primary").status()).isEqualTo(200);
        }

        Answer refused = limited.get("probe/acme", "primary");

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.code()).isEqualTo("rate_limited");
        assertThat(refused.header("Retry-After")).isEqualTo("1");
        assertThat(refused.header("RateLimit-Limit")).isEqualTo("3");
        assertThat(refused.header("RateLimit-Remaining")).isEqualTo("0");
        assertThat(limited.get("probe/acme", "organization").status()).isEqualTo(200);
    }
}
