package org.sightline.channels.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sightline.audit.Actor;
import org.sightline.directory.Expectation;
import org.sightline.directory.model.TenantKey;
import org.sightline.json.Json;
import org.sightline.notifications.Channels;
import org.sightline.notifications.model.TenantChannels;

class WebhookChannelTest {

    private static final Clock CLOCK = Clock.fixed(Instant.ofEpochSecond(1_772_366_400), ZoneOffset.UTC);
    private static final String SECRET = "a secret of the tenant";

    private final List<String> bodies = new CopyOnWriteArrayList<>();
    private final List<String> signatures = new CopyOnWriteArrayList<>();
    private final List<SignedPosts> opened = new CopyOnWriteArrayList<>();
    private HttpServer receiver;
    private volatile int status = 204;

    @BeforeEach
    void listen() throws IOException {
        receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext("/cards", exchange -> {
            bodies.add(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
            signatures.add(exchange.getRequestHeaders().getFirst("Sightline-Signature"));
            exchange.getResponseHeaders().add("Location", "/elsewhere");
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        receiver.createContext("/elsewhere", exchange -> {
            bodies.add("redirected");
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        receiver.start();
    }

    @AfterEach
    void stop() {
        opened.forEach(SignedPosts::close);
        receiver.stop(0);
    }

    private SignedPosts posts(boolean privateAllowed) {
        SignedPosts made = new SignedPosts(CLOCK, privateAllowed, InetAddress::getAllByName);
        opened.add(made);
        return made;
    }

    private WebhookChannel channel(boolean privateAllowed) {
        URI url = URI.create("http://127.0.0.1:" + receiver.getAddress().getPort() + "/cards");
        return new WebhookChannel(
                new Chosen(new TenantChannels(false, new TenantChannels.Webhook(url, true))), posts(privateAllowed));
    }

    @Test
    void aCardIsPostedAndSigned() throws Exception {
        channel(true).deliver(TestCards.card(TestCards.recipient("anna", "anna@acme.example")));

        assertThat(bodies).hasSize(1);
        var body = Json.mapper().readTree(bodies.get(0));
        assertThat(body.path("notification_id").asText()).isEqualTo("c0ffee");
        assertThat(body.path("type").asText()).isEqualTo("trust_request_received");
        assertThat(body.path("tenant_key").asText()).isEqualTo("acme");
        assertThat(body.path("title").asText()).isEqualTo("株式会社さくらから関連組織の申請が届きました");
        assertThat(body.path("recipient_user_ids").path(0).asText()).isEqualTo("anna");
        assertThat(bodies.get(0)).as("no addresses").doesNotContain("@acme.example");
        assertThat(signatures).containsExactly("t=1772366400,v1=" + hmac("1772366400." + bodies.get(0)));
    }

    private static String hmac(String signed) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(SECRET.getBytes(UTF_8), "HmacSHA256"));
        return HexFormat.of().formatHex(mac.doFinal(signed.getBytes(UTF_8)));
    }

    @Test
    void whateverIsNotASuccessFails() {
        for (int refused : List.of(500, 404, 302)) {
            status = refused;
            assertThatThrownBy(() -> channel(true).deliver(TestCards.card()))
                    .isInstanceOf(IOException.class)
                    .hasMessage("the receiver answered with status " + refused);
        }
        assertThat(bodies).as("redirects are not followed").doesNotContain("redirected");
    }

    @Test
    void aReceiverThatIsNotThereFails() {
        receiver.stop(0);
        assertThatThrownBy(() -> channel(true).deliver(TestCards.card()))
                .isInstanceOf(IOException.class)
                .hasMessage("the receiver cannot be reached");
    }

    @Test
    void aPrivateAddressIsNotCalledUnlessAllowed() {
        assertThatThrownBy(() -> channel(false).deliver(TestCards.card()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("private network");
        assertThat(bodies).isEmpty();
    }

    @Test
    void aWebhookThatWasSwitchedOffMeanwhileGetsNothing() throws Exception {
        new WebhookChannel(new Chosen(TenantChannels.NONE), posts(true)).deliver(TestCards.card());
        assertThat(bodies).isEmpty();
    }

    private record Chosen(TenantChannels channels) implements Channels {

        @Override
        public TenantChannels of(TenantKey tenant) {
            return channels;
        }

        @Override
        public TenantChannels put(
                TenantKey tenant,
                Actor actor,
                Expectation<TenantChannels> expectation,
                TenantChannels chosen,
                @Nullable String secret) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<String> webhookSecret(TenantKey tenant) {
            return Optional.of(SECRET);
        }
    }
}
