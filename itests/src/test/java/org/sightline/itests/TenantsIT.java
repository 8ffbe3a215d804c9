package org.sightline.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sightline.itests.http.Answer;
import org.sightline.itests.http.Api;
import org.sightline.itests.http.Json;
import org.sightline.itests.http.Tenant;
import org.sightline.itests.server.ServerUnderTest;
import org.sightline.itests.server.SharedServer;

/** Tenants over their life, as the operator and their own administrators see them. */
@ExtendWith(SharedServer.class)
class TenantsIT {

    private final ServerUnderTest server;
    private final Api operator;

    TenantsIT(ServerUnderTest server) {
        this.server = server;
        this.operator = Api.operator(server);
    }

    @Test
    void aNewTenantHasDefaultsARootAndNobodyElse() {
        Answer created = operator.post("/tenants", Json.of("{'name':'Müller & Søn','plan':'starter'}"))
                .expect(201);
        String key = created.text("/tenant_key");

        assertThat(key).matches("[A-Za-z0-9_.-]{1,64}");
        assertThat(created.header("Location")).endsWith("/api/v1/tenants/" + key);
        assertThat(created.text("/time_zone")).isEqualTo("UTC");
        assertThat(created.text("/locale")).isEqualTo("en");
        assertThat(created.json().path("find_by_phone").asBoolean()).isTrue();
        assertThat(operator.get("/tenants/" + key).expect(200).text("/name")).isEqualTo("Müller & Søn");
    }

    @Test
    void theRootDepartmentCarriesTheTenantsName() {
        Tenant tenant = Tenant.create(server, "basic");
        assertThat(tenant.primary()
                        .get(tenant.path() + "/departments/0")
                        .expect(200)
                        .text("/name"))
                .isEqualTo("Tenant of a test");

        tenant.primary().patch(tenant.path(), Json.of("{'name':'Renamed'}")).expect(200);

        assertThat(tenant.primary()
                        .get(tenant.path() + "/departments/0")
                        .expect(200)
                        .text("/name"))
                .isEqualTo("Renamed");
    }

    @Test
    void refusesWhatIsNoTenant() {
        operator.post("/tenants", Json.of("{'name':'x','plan':'gold'}"))
                .expectProblem(422, "invalid")
                .expectFault("/plan");
        operator.post("/tenants", Json.of("{'plan':'pro'}"))
                .expectProblem(422, "invalid")
                .expectFault("/name");
        operator.post("/tenants", Json.of("{'name':'x','plan':'pro','time_zone':'Mars/Olympus'}"))
                .expectProblem(422, "invalid")
                .expectFault("/time_zone");
        operator.post("/tenants", Json.of("{'name':'x','plan':'pro','tenant_key':'with blank'}"))
                .expectProblem(422, "invalid")
                .expectFault("/tenant_key");
        operator.post("/tenants", Json.of("{'name':'x','plan':'pro','colour':'red'}"))
                .expectProblem(422, "unknown_field")
                .expectFault("/colour");
        operator.post("/tenants", Json.of("{'name':'x','plan':'pro','primary_admin':{'name':'A','password':'short'}}"))
                .expectProblem(422, "invalid")
                .expectFault("/primary_admin/password");
    }

    @Test
    void aKeyIsTakenOnce() {
        Tenant tenant = Tenant.create(server, "pro");
        operator.post("/tenants", Json.of("{'tenant_key':'%s','name':'x','plan':'pro'}", tenant.key()))
                .expectProblem(409, "duplicate_id");
    }

    @Test
    void theOperatorListsAllTenantsInPages() {
        String key = Tenant.create(server, "pro").key();
        Tenant.create(server, "pro");
        assertThat(Pages.all(operator, "/tenants?page_size=1", "tenant_key"))
                .contains(key)
                .doesNotHaveDuplicates();
    }

    @Test
    void primaryAdministratorsChangeTheirSettingsButNeitherPlanNorRegion() {
        Tenant tenant = Tenant.create(server, "basic");

        Answer changed = tenant.primary()
                .patch(tenant.path(), Json.of("{'time_zone':'Asia/Tokyo','locale':'ja','find_by_phone':false}"))
                .expect(200);
        assertThat(changed.text("/time_zone")).isEqualTo("Asia/Tokyo");

        for (String forbidden : new String[] {"{'plan':'enterprise','name':'No'}", "{'region':'eu','name':'No'}"}) {
            tenant.primary().patch(tenant.path(), Json.of(forbidden)).expectProblem(403, "forbidden");
        }
        Answer after = tenant.primary().get(tenant.path()).expect(200);
        assertThat(after.text("/plan")).isEqualTo("basic");
        assertThat(after.text("/name")).isEqualTo("Tenant of a test");

        operator.patch(tenant.path(), Json.of("{'plan':'enterprise','region':'eu'}"))
                .expect(200);
        assertThat(tenant.primary().get(tenant.path()).expect(200).text("/region"))
                .isEqualTo("eu");
        operator.patch(tenant.path(), Json.of("{'region':null}")).expect(200);
        assertThat(tenant.primary().get(tenant.path()).expect(200).json().has("region"))
                .isFalse();
        operator.patch(tenant.path(), Json.of("{'tenant_key':'other'}")).expectProblem(422, "immutable_field");
    }

    @Test
    void otherAdministratorsAndMembersHaveNoBusinessWithSettings() {
        Tenant tenant = Tenant.create(server, "pro");
        Api organization = tenant.addAdministrator("org", "organization");
        organization.patch(tenant.path(), Json.of("{'name':'x'}")).expectProblem(403, "forbidden");
        tenant.primary().get("/tenants").expectProblem(403, "forbidden");
        tenant.primary().post("/tenants", Json.of("{'name':'x','plan':'pro'}")).expectProblem(403, "forbidden");
        tenant.primary().delete(tenant.path() + "?confirm=" + tenant.key()).expectProblem(403, "forbidden");
    }

    @Test
    void deletingATenantNeedsItsKeyAgainAndIsForGood() {
        Tenant tenant = Tenant.create(server, "pro");
        tenant.addUser("anna");

        operator.delete(tenant.path()).expectProblem(422, "invalid");
        operator.delete(tenant.path() + "?confirm=something-else").expectProblem(422, "invalid");
        operator.delete(tenant.path() + "?confirm=" + tenant.key()).expect(204);

        operator.get(tenant.path()).expectProblem(404, "not_found");
        tenant.primary().get("/me").expectProblem(401, "unauthenticated");

        operator.post(
                        "/tenants",
                        Json.of(
                                "{'tenant_key':'%s','name':'Again','plan':'pro','primary_admin':{'user_id':'new','name':'New','password':'%s'}}",
                                tenant.key(), Tenant.PASSWORD))
                .expect(201);
        Api again = Tenant.signIn(server, tenant.key(), "new");
        assertThat(again.get(tenant.path() + "/users").expect(200).items("user_id"))
                .containsExactly("new");
    }

    @Test
    void anotherTenantIsNotThere() {
        Tenant one = Tenant.create(server, "pro");
        Tenant other = Tenant.create(server, "pro");
        String unknown = "/tenants/" + UUID.randomUUID();

        for (String below : new String[] {"", "/users", "/departments/0", "/visibility/policy", "/directory/export"}) {
            Answer foreign = one.primary().get(other.path() + below).expectProblem(404, "not_found");
            Answer absent = one.primary().get(unknown + below).expectProblem(404, "not_found");
            assertThat(foreign.body().replace(other.key(), "KEY"))
                    .isEqualTo(absent.body().replace(unknown.substring(9), "KEY"));
        }
        one.primary().post(other.path() + "/users", Json.of("{'name':'x'}")).expectProblem(404, "not_found");
    }

    @Test
    void theOperatorSeesNobodysPeople() {
        Tenant tenant = Tenant.create(server, "pro");
        for (String path : new String[] {
            "/users",
            "/users/boss",
            "/departments",
            "/groups",
            "/visibility/policy",
            "/directory/export",
            "/audit",
            "/admins"
        }) {
            operator.get(tenant.path() + path).expectProblem(403, "forbidden");
        }
    }
}
