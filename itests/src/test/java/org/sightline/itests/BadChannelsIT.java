package org.sightline.itests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sightline.itests.http.Api;
import org.sightline.itests.http.Tenant;
import org.sightline.itests.http.Trust;
import org.sightline.itests.server.Console;
import org.sightline.itests.server.ServerUnderTest;
import org.sightline.itests.server.VendorBundle;

/**
 * Vendors' channels throw, hang and vanish, while they say their ids and while they send: other channels get every card, the
 * operator is told, nobody else waits, and it is over when the bundle is gone (docs/vendors.md, "When a plug-in misbehaves").
 */
class BadChannelsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** The limit of a card and of an id. */
    private static final int LIMIT_SECONDS = 4;

    private static final String KIND = "notification_channel";
    private static final String PART = "notification_channels";
    private static final String ASKED = "trust_request_received";

    private static ServerUnderTest server;

    private final Tenant asking = Tenant.create(server, "pro");
    private final Tenant asked = Tenant.create(server, "pro");

    @BeforeAll
    static void startServer() throws IOException {
        server = new ServerUnderTest("bad-channels");
        Path etc = Files.createDirectories(server.data().resolve("etc"));
        Files.writeString(
                etc.resolve("org.sightline.notifications.cfg"),
                "delivery_limit_seconds = " + LIMIT_SECONDS + "\nfirst_retry_seconds = 1\n");
        server.start();
    }

    @AfterAll
    static void stopServer() {
        server.close();
    }

    private static VendorBundle channel(String name, String version, String id, String deliver) {
        return new VendorBundle(
                "vendor." + name,
                version,
                "NotificationChannel",
                0,
                "public String id() { " + id + " } public void deliver(Card card) throws Exception { " + deliver
                        + " }");
    }

    private static VendorBundle good() {
        return channel("good", "1.0.0", "return \"good\";", "");
    }

    private JsonNode delivery(String channel) {
        for (JsonNode delivery : asked.primary()
                .get(asked.path() + "/notification-channels/deliveries")
                .expect(200)
                .json()
                .path("items")) {
            if (delivery.path("channel").asText().equals(channel)) {
                return delivery;
            }
        }
        return MissingNode.getInstance();
    }

    private void awaitDelivered(String channel) {
        await(channel + " delivers")
                .atMost(PATIENCE)
                .until(() -> delivery(channel).path("state").asText().equals("delivered"));
    }

    @ParameterizedTest
    @CsvSource({
        "throw new IllegalStateException(\"out of order\");, out of order",
        "return null;, answered nothing",
        "hangs, took longer than 4 s"
    })
    void aChannelThatDoesNotSayItsIdKeepsNobodyFromRegistering(String id, String why) throws IOException {
        String body = id.equals("hangs") ? DeployedPlugin.HANG : id;
        VendorBundle bundle = channel("nameless", "1.0.0", body, "");
        Path file = bundle.dropInto(server);
        try (Bystander outside = new Bystander(Tenant.create(server, "pro"));
                DeployedPlugin good = DeployedPlugin.drop(server, KIND, good())) {
            Trust.ask(asking, asked);
            awaitDelivered("good");
            try (DeployedPlugin nameless = DeployedPlugin.of(server, KIND, bundle, file)) {
                nameless.awaitState("quarantined", why);
                nameless.isPutAside(PART, why);
                assertThat(good.state()).isEqualTo("serving");
                assertThat(types()).contains(ASKED);
            }
            outside.waitedLessThan(Duration.ofSeconds(LIMIT_SECONDS));
        }
        isWell();
    }

    private String types() {
        return asked.primary()
                .get(asked.path() + "/notifications")
                .expect(200)
                .items("type")
                .toString();
    }

    private static void isWell() {
        assertThat(Api.nobody(server).get("//health/ready").expect(200).text("/state"))
                .isEqualTo("ready");
    }

    @Test
    void aServerStartsWithAChannelThatHangsInItsId() throws IOException {
        VendorBundle bundle = channel("nameless", "1.0.0", DeployedPlugin.HANG, "");
        try (DeployedPlugin good = DeployedPlugin.drop(server, KIND, good())) {
            Path file = bundle.dropInto(server);
            DeployedPlugin.of(server, KIND, bundle, file).awaitState("quarantined", "took longer");
            server.stop();
            server.start();
            try (DeployedPlugin nameless = DeployedPlugin.of(server, KIND, bundle, file)) {
                nameless.awaitState("quarantined", "took longer");
                assertThat(good.state()).isEqualTo("serving");
                Trust.ask(asking, asked);
                awaitDelivered("good");
            }
        }
        isWell();
    }

    @ParameterizedTest
    @CsvSource({"throw new java.io.IOException(\"no room\");, no room", "hangs, took longer than 4 s"})
    void whatAChannelDoesNotTakeIsTriedAgainAndKeepsNobodyWaiting(String deliver, String why) throws IOException {
        String body = deliver.equals("hangs") ? DeployedPlugin.HANG : deliver;
        try (Bystander inside = new Bystander(asked);
                DeployedPlugin good = DeployedPlugin.drop(server, KIND, good());
                DeployedPlugin bad =
                        DeployedPlugin.drop(server, KIND, channel("bad", "1.0.0", "return \"bad\";", body))) {
            Trust.ask(asking, asked);
            awaitDelivered("good");
            bad.awaitState("serving", why);
            assertThat(good.state()).isEqualTo("serving");
            assertThat(bad.health(PART))
                    .contains("`bad` did not take the last card of 1 tenant(s)")
                    .doesNotContain(why);
            assertThat(delivery("bad").path("state").asText()).isEqualTo("pending");
            assertThat(delivery("bad").path("error").asText()).contains(why);
            assertThat(Console.of(server).run("sightline:policy-list").output()).contains("vendor.bad 1.0.0", why);

            try (DeployedPlugin mended =
                    DeployedPlugin.drop(server, KIND, channel("bad", "1.0.1", "return \"bad\";", ""))) {
                awaitDelivered("bad");
                assertThat(mended.state()).isEqualTo("serving");
                isWell();
            }
            inside.waitedLessThan(Duration.ofSeconds(LIMIT_SECONDS));
        }
        isWell();
    }

    @Test
    void aChannelVanishesWhileItSendsAndTheCardGoesOutWhenItReturns() throws IOException {
        VendorBundle slow =
                channel("slow", "1.0.0", "return \"slow\";", "Thread.sleep(3000); throw new Exception(\"gone\");");
        try (DeployedPlugin sending = DeployedPlugin.drop(server, KIND, slow)) {
            Trust.ask(asking, asked);
            await("the card is with it").atMost(PATIENCE).until(() -> !delivery("slow")
                    .isMissingNode());
            assertThat(sending.state()).isEqualTo("serving");
        }
        assertThat(delivery("slow").path("state").asText()).isEqualTo("pending");
        isWell();
        try (DeployedPlugin back =
                DeployedPlugin.drop(server, KIND, channel("slow", "1.0.1", "return \"slow\";", ""))) {
            awaitDelivered("slow");
            assertThat(back.state()).isEqualTo("serving");
        }
    }
}
