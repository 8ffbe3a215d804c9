package org.sightline.itests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sightline.itests.http.Api;
import org.sightline.itests.http.Json;
import org.sightline.itests.http.Tenant;
import org.sightline.itests.server.ServerUnderTest;
import org.sightline.itests.server.SharedServer;

/** Vendors' policies about trusted parties are dropped into the running server, count, and disappear. */
@ExtendWith(SharedServer.class)
class TrustPluginsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final ServerUnderTest server;
    private final Tenant north;
    private final Tenant light;

    TrustPluginsIT(ServerUnderTest server) {
        this.server = server;
        north = Tenant.create(server, "starter");
        light = Tenant.create(server, "enterprise");
    }

    @Test
    void enterprisesMayHaveAHundredPartnersWhileTheSampleIsDeployed() throws IOException {
        String request = ask();
        north.primary()
                .send("POST", north.path() + "/trust/requests/" + request + "/approve", null, null)
                .expect(200);
        assertThat(limit()).isEqualTo(10);
        Path deployed = drop("hundred-partners");
        try {
            await("100 partners").atMost(PATIENCE).until(() -> limit() == 100);
        } finally {
            Files.delete(deployed);
        }
        await("10 partners").atMost(PATIENCE).until(() -> limit() == 10);
    }

    private int limit() {
        return light.primary()
                .get(light.path() + "/trust/parties/" + north.key())
                .expect(200)
                .json()
                .at("/quota/limit")
                .asInt();
    }

    @Test
    void onlyListedPartnersMayConnectWhileTheSampleIsDeployed() throws IOException {
        String code = invite();
        assertThat(reason(code)).isEmpty();
        Path list = server.data().resolve("etc/org.sightline.listedpartners.cfg");
        Path deployed = drop("listed-partners");
        try {
            await("nobody is listed").atMost(PATIENCE).until(() -> reason(code).equals("partner_not_listed"));
            light.primary()
                    .post(light.path() + "/trust/requests", Json.of("{'code':'%s'}", code))
                    .expectProblem(409, "partner_not_listed");
            Files.writeString(list, "partners = " + north.key() + ", " + light.key() + "\n");
            await("both are listed").atMost(PATIENCE).until(() -> reason(code).isEmpty());
            light.primary()
                    .post(light.path() + "/trust/requests", Json.of("{'code':'%s'}", code))
                    .expect(201);
        } finally {
            Files.delete(deployed);
            Files.deleteIfExists(list);
        }
        Tenant other = Tenant.create(server, "pro");
        await("everybody may connect again").atMost(PATIENCE).until(() -> inspected(other, code)
                .isEmpty());
        Api.nobody(server).get("//health/ready").expect(200);
    }

    private String reason(String code) {
        return inspected(light, code);
    }

    private static String inspected(Tenant tenant, String code) {
        return tenant.primary()
                .post(tenant.path() + "/trust/invitation/inspect", Json.of("{'code':'%s'}", code))
                .expect(200)
                .json()
                .path("reason")
                .asText();
    }

    private String invite() {
        return north.primary()
                .post(north.path() + "/trust/invitation", "{}")
                .expect(201)
                .text("/code");
    }

    private String ask() {
        return light.primary()
                .post(light.path() + "/trust/requests", Json.of("{'code':'%s'}", invite()))
                .expect(201)
                .text("/request_id");
    }

    private Path drop(String sample) throws IOException {
        Path jar = Path.of(System.getProperty("itests." + sample, "the property itests." + sample));
        // A half-written file must never lie in the deploy folder.
        Path beside = server.data().resolve(sample + ".tmp");
        Files.copy(jar, beside, StandardCopyOption.REPLACE_EXISTING);
        return Files.move(beside, server.deployFolder().resolve(sample + ".jar"), StandardCopyOption.ATOMIC_MOVE);
    }
}
