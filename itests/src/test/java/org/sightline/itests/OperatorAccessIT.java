package org.sightline.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sightline.itests.http.Api;
import org.sightline.itests.http.Json;
import org.sightline.itests.http.Tenant;
import org.sightline.itests.server.ServerUnderTest;
import org.sightline.itests.server.SharedServer;

/** The operator sees a tenant's people only while the tenant lets them. */
@ExtendWith(SharedServer.class)
class OperatorAccessIT {

    private static final String ACCESS = "/operator-access";

    @Test
    void theOperatorIsOutsideUntilLetInAndAgainAfterwards(ServerUnderTest server) {
        Tenant tenant = Tenant.create(server, "pro");
        tenant.addUser("mel");
        Api operator = Api.operator(server);
        String mel = tenant.path() + "/users/mel";
        operator.get(mel).expect(403);

        tenant.primary().put(tenant.path() + ACCESS, "{}").expect(200);
        operator.get(mel).expect(200);
        operator.get(tenant.path() + "/visibility/sees/mel").expect(200);
        operator.patch(mel, "{\"city\":\"Osaka\"}").expect(200);
        assertThat(tenant.primary()
                        .get(tenant.path() + "/audit?action=user.update&object=mel")
                        .expect(200)
                        .body())
                .contains("\"operator\"", "Osaka");

        tenant.primary().delete(tenant.path() + ACCESS).expect(204);
        operator.get(mel).expect(403);
        tenant.primary().delete(tenant.path() + ACCESS).expect(404);
    }

    @Test
    void whatIsTheTenantsAloneStaysClosed(ServerUnderTest server) {
        Tenant tenant = Tenant.create(server, "pro");
        tenant.addUser("mel");
        tenant.primary().put(tenant.path() + ACCESS, "{}").expect(200);
        Api operator = Api.operator(server);

        operator.put(tenant.path() + ACCESS, "{}").expect(403);
        operator.delete(tenant.path() + ACCESS).expect(403);
        operator.get(tenant.path() + "/audit").expect(403);
        operator.put(tenant.path() + "/admins/mel", "{\"primary\":true}").expect(403);
        operator.put(tenant.path() + "/users/mel/password", Json.of("{'password':'%s'}", Tenant.PASSWORD))
                .expect(403);
        operator.get(tenant.path() + "/contacts/users/mel").expect(403);
    }

    @Test
    void anAccessThatWouldBeOverAlreadyIsRefused(ServerUnderTest server) {
        Tenant tenant = Tenant.create(server, "pro");
        String yesterday = Instant.now().minusSeconds(86_400).toString();
        String tomorrow = Instant.now().plusSeconds(86_400).toString();

        assertThat(tenant.primary()
                        .put(tenant.path() + ACCESS, Json.of("{'until':'%s'}", yesterday))
                        .expect(422)
                        .text("/errors/0/pointer"))
                .isEqualTo("/until");
        assertThat(tenant.primary()
                        .put(tenant.path() + ACCESS, Json.of("{'until':'%s'}", tomorrow))
                        .expect(200)
                        .text("/until"))
                .isNotEmpty();
        Api.operator(server).get(tenant.path() + "/users").expect(200);
    }
}
