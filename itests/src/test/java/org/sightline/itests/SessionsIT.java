package org.sightline.itests;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sightline.itests.http.Answer;
import org.sightline.itests.http.Api;
import org.sightline.itests.http.Json;
import org.sightline.itests.http.Tenant;
import org.sightline.itests.server.ServerUnderTest;
import org.sightline.itests.server.SharedServer;

/** Signing in and out, and what a token is worth (docs/concepts.md, "Signing in"). */
@ExtendWith(SharedServer.class)
class SessionsIT {

    private final ServerUnderTest server;
    private final Api nobody;
    private final Tenant tenant;

    SessionsIT(ServerUnderTest server) {
        this.server = server;
        this.nobody = Api.nobody(server);
        this.tenant = Tenant.create(server, "pro");
    }

    private Answer signIn(String key, String login, String password) {
        return nobody.post(
                "/sessions", Json.of("{'tenant_key':'%s','login':'%s','password':'%s'}", key, login, password));
    }

    @Test
    void signsInByIdOrEmailWhateverItsCase() {
        tenant.addUser("anna");
        tenant.primary()
                .patch(tenant.path() + "/users/anna", Json.of("{'email':'Anna@Example.org'}"))
                .expect(200);
        tenant.letIn("anna");

        Answer byId = signIn(tenant.key(), "anna", Tenant.PASSWORD).expect(201);
        Answer byEmail =
                signIn(tenant.key(), "aNNa@example.ORG", Tenant.PASSWORD).expect(201);

        assertThat(byId.text("/user_id")).isEqualTo("anna");
        assertThat(byEmail.text("/user_id")).isEqualTo("anna");
        assertThat(byId.json().path("expires_in").asLong()).isPositive();
        assertThat(byId.text("/token")).isNotEqualTo(byEmail.text("/token")).hasSizeGreaterThanOrEqualTo(32);
    }

    @Test
    void saysTheSameForAWrongPasswordAnUnknownMemberAndAnUnknownTenant() {
        Answer wrong = signIn(tenant.key(), Tenant.PRIMARY, "not the password").expectProblem(401, "unauthenticated");
        Answer unknown = signIn(tenant.key(), "who-is-that", "not the password").expectProblem(401, "unauthenticated");
        Answer nowhere =
                signIn("no-such-tenant", Tenant.PRIMARY, "not the password").expectProblem(401, "unauthenticated");

        assertThat(unknown.body()).isEqualTo(wrong.body());
        assertThat(nowhere.body()).isEqualTo(wrong.body());
    }

    @Test
    void slowsGuessingDownForThatAccountOnlyWhetherItExistsOrNot() {
        tenant.addUser("victim");
        tenant.letIn("victim");
        for (String login : new String[] {"victim", "nobody-here"}) {
            for (int attempt = 0; attempt < 5; attempt++) {
                signIn(tenant.key(), login, "guess " + attempt).expectProblem(401, "unauthenticated");
            }
            Answer refused = signIn(tenant.key(), login, Tenant.PASSWORD).expectProblem(429, "rate_limited");
            assertThat(Long.parseLong(refused.header("Retry-After"))).isBetween(1L, 900L);
        }
        signIn(tenant.key(), Tenant.PRIMARY, Tenant.PASSWORD).expect(201);
    }

    @Test
    void endsASession() {
        Api session = Tenant.signIn(server, tenant.key(), Tenant.PRIMARY);
        session.get("/me").expect(200);

        session.delete("/sessions/current").expect(204);

        session.get("/me").expectProblem(401, "unauthenticated");
        tenant.primary().get("/me").expect(200);
    }

    @Test
    void tellsEverybodyWhoTheyAre() {
        Answer operator = Api.operator(server).get("/me").expect(200);
        assertThat(operator.text("/kind")).isEqualTo("operator");
        assertThat(operator.json().has("user_id")).isFalse();

        Answer administrator = tenant.addAdministrator("adm", "organization", "member_permissions")
                .get("/me")
                .expect(200);
        assertThat(administrator.text("/kind")).isEqualTo("user");
        assertThat(administrator.text("/tenant_key")).isEqualTo(tenant.key());
        assertThat(administrator.text("/user_id")).isEqualTo("adm");
        assertThat(administrator.json().path("permissions"))
                .extracting(node -> node.asText())
                .contains("organization", "member_permissions");

        nobody.get("/me").expectProblem(401, "unauthenticated");
        assertThat(nobody.get("/me").header("WWW-Authenticate")).startsWith("Bearer");
        nobody.token("not-a-token").get("/me").expectProblem(401, "unauthenticated");
        nobody.with("Authorization", "Basic Ym9zczpib3Nz").get("/me").expectProblem(401, "unauthenticated");
    }

    @Test
    void suspendingOrDeletingAMemberEndsTheirTokensAtOnce() {
        tenant.addUser("sus");
        tenant.addUser("del");
        Api suspended = tenant.letIn("sus");
        Api deleted = tenant.letIn("del");

        tenant.primary()
                .patch(tenant.path() + "/users/sus", Json.of("{'status':'suspended'}"))
                .expect(200);
        tenant.primary().delete(tenant.path() + "/users/del").expect(204);

        suspended.get("/me").expectProblem(401, "unauthenticated");
        deleted.get("/me").expectProblem(401, "unauthenticated");
        signIn(tenant.key(), "sus", Tenant.PASSWORD).expectProblem(401, "unauthenticated");
    }

    @Test
    void takingARoleAwayCountsForTheNextRequest() {
        Api administrator = tenant.addAdministrator("adm", "organization");
        administrator.get(tenant.path() + "/users").expect(200);

        tenant.primary().delete(tenant.path() + "/admins/adm").expect(204);

        administrator.get(tenant.path() + "/users").expectProblem(403, "forbidden");
    }

    @Test
    void aNewPasswordEndsAllSessionsOfThatMember() {
        tenant.addUser("mel");
        Api first = tenant.letIn("mel");
        Api second = Tenant.signIn(server, tenant.key(), "mel");

        first.put(tenant.path() + "/users/mel/password", Json.of("{'password':'a wholly different phrase'}"))
                .expect(204);

        first.get("/me").expectProblem(401, "unauthenticated");
        second.get("/me").expectProblem(401, "unauthenticated");
        signIn(tenant.key(), "mel", Tenant.PASSWORD).expectProblem(401, "unauthenticated");
        signIn(tenant.key(), "mel", "a wholly different phrase").expect(201);
    }

    @Test
    void passwordsAreSetByTheMemberPrimaryAdministratorsAndForOrdinaryMembersByOrganization() {
        String body = Json.of("{'password':'something quite long'}");
        tenant.addUser("mel");
        tenant.addUser("other");
        Api member = tenant.letIn("mel");
        Api organization = tenant.addAdministrator("org", "organization");
        tenant.addAdministrator("vis", "member_permissions");

        member.put(tenant.path() + "/users/other/password", body).expectProblem(403, "forbidden");
        organization.put(tenant.path() + "/users/other/password", body).expect(204);
        organization.put(tenant.path() + "/users/vis/password", body).expectProblem(403, "forbidden");
        organization
                .put(tenant.path() + "/users/" + Tenant.PRIMARY + "/password", body)
                .expectProblem(403, "forbidden");
        tenant.primary().put(tenant.path() + "/users/vis/password", body).expect(204);
        tenant.primary().put(tenant.path() + "/users/nobody/password", body).expectProblem(404, "not_found");
        tenant.primary()
                .put(tenant.path() + "/users/other/password", Json.of("{'password':'short'}"))
                .expectProblem(422, "invalid")
                .expectFault("/password");
    }
}
