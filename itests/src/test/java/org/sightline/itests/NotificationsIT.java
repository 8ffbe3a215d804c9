package org.sightline.itests;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sightline.itests.http.Answer;
import org.sightline.itests.http.Api;
import org.sightline.itests.http.EventStream;
import org.sightline.itests.http.Json;
import org.sightline.itests.http.Tenant;
import org.sightline.itests.http.Trust;
import org.sightline.itests.server.Console;
import org.sightline.itests.server.ServerUnderTest;
import org.sightline.itests.server.SharedServer;

/** Cards come with the changes they tell of, to those they are for, by inbox, stream, webhook and a vendor's channel. */
@ExtendWith(SharedServer.class)
class NotificationsIT {

    private static final Path SAMPLE =
            Path.of(System.getProperty("itests.file-channel", "the property itests.file-channel"));
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String SECRET = "a secret of this test";

    private final ServerUnderTest server;
    private final Tenant asked;
    private final Tenant asking;

    NotificationsIT(ServerUnderTest server) {
        this.server = server;
        asked = Tenant.create(server, "pro");
        asking = Tenant.create(server, "pro");
    }

    private static List<String> types(Api reader, Tenant tenant) {
        return reader.get(tenant.path() + "/notifications").expect(200).items("type");
    }

    @Test
    void cardsComeToThoseTheyAreFor() {
        Api partner = asked.addAdministrator("partner", "external_collaborations");
        Api directory = asked.addAdministrator("directory", "organization");
        String request = Trust.ask(asking, asked);

        JsonNode card = asked.primary()
                .get(asked.path() + "/notifications")
                .expect(200)
                .json()
                .at("/items/0");
        assertThat(card.path("type").asText()).isEqualTo("trust_request_received");
        assertThat(card.path("read").asBoolean()).isFalse();
        assertThat(card.path("title").asText()).contains("Tenant of a test");
        assertThat(card.path("link").asText())
                .startsWith("http://")
                .endsWith(asked.path() + "/trust/requests?direction=incoming&state=pending");
        assertThat(card.at("/object/kind").asText()).isEqualTo("trust_request");
        assertThat(card.at("/object/id").asText()).isEqualTo(request);
        assertThat(types(partner, asked)).containsExactly("trust_request_received");
        assertThat(types(directory, asked)).isEmpty();
        assertThat(types(asking.primary(), asking)).isEmpty();

        Trust.decide(asked, request, "approve");
        assertThat(types(asking.primary(), asking)).containsExactly("trust_request_approved");
    }

    @Test
    void cardsAreReadByEachReaderApart() {
        Api partner = asked.addAdministrator("partner", "external_collaborations");
        Api directory = asked.addAdministrator("directory", "organization");
        Trust.ask(asking, asked);
        String path = asked.path() + "/notifications";
        String id = asked.primary().get(path).expect(200).text("/items/0/notification_id");

        Answer read = asked.primary().post(path + "/" + id + "/read", "{}").expect(200);
        assertThat(read.json().path("read").asBoolean()).isTrue();
        assertThat(asked.primary().get(path).expect(200).items("read")).containsExactly("true");
        assertThat(partner.get(path).expect(200).items("read")).containsExactly("false");

        String others =
                directory.post(path + "/" + id + "/read", "{}").expect(404).body();
        String nobodys = directory
                .post(path + "/0123456789abcdef/read", "{}")
                .expect(404)
                .body();
        assertThat(others.replace(id, "ID")).isEqualTo(nobodys.replace("0123456789abcdef", "ID"));
    }

    @Test
    void whoLostTheRoleReadsNoCards() {
        Api partner = asked.addAdministrator("partner", "external_collaborations");
        Trust.ask(asking, asked);
        assertThat(types(partner, asked)).hasSize(1);
        asked.primary().delete(asked.path() + "/admins/partner").expect(204);
        partner.get(asked.path() + "/notifications").expectProblem(403, "forbidden");
    }

    @Test
    void anInboxIsReadInPages() {
        for (int i = 0; i < 5; i++) {
            Trust.decide(asking, Trust.ask(asking, asked), "withdraw");
        }
        List<String> all =
                asked.primary().get(asked.path() + "/notifications").expect(200).items("notification_id");
        assertThat(all).hasSize(10).doesNotHaveDuplicates();
        List<String> paged = new ArrayList<>();
        String token = "";
        do {
            Answer page = asked.primary()
                    .get(asked.path() + "/notifications?page_size=3" + token)
                    .expect(200);
            paged.addAll(page.items("notification_id"));
            token = page.json().path("has_more").asBoolean() ? "&page_token=" + page.text("/page_token") : "";
            // What comes meanwhile does not shift the pages.
            if (paged.size() == 3) {
                Trust.ask(asking, asked);
            }
        } while (!token.isEmpty());
        assertThat(paged).isEqualTo(all);
    }

    @Test
    void aStreamGoesOnAfterTheLastEvent() throws IOException {
        String path = asked.path() + "/notifications/stream";
        String first;
        try (EventStream stream = EventStream.open(asked.primary(), path)) {
            assertThat(stream.status()).isEqualTo(200);
            await("greeting").atMost(PATIENCE).until(stream::hasBegun);
            Trust.decide(asking, Trust.ask(asking, asked), "withdraw");
            await("two cards").atMost(PATIENCE).until(() -> stream.events().size() == 2);
            assertThat(stream.events()).extracting(EventStream.Event::name).containsOnly("notification");
            JsonNode card = Json.read(stream.events().get(0).data());
            assertThat(card.path("type").asText()).isEqualTo("trust_request_received");
            first = stream.events().get(0).id();
            assertThat(card.path("notification_id").asText()).isEqualTo(first);
        }
        Trust.ask(asking, asked);
        try (EventStream stream = EventStream.open(asked.primary().with("Last-Event-ID", first), path)) {
            await("what came since")
                    .atMost(PATIENCE)
                    .until(() -> stream.events().size() == 2);
            assertThat(stream.events())
                    .extracting(event -> Json.read(event.data()).path("type").asText())
                    .containsExactly("trust_request_withdrawn", "trust_request_received");
        }
    }

    @Test
    void aStreamEndsWithTheSession() throws IOException {
        Api session = Tenant.signIn(server, asked.key(), Tenant.PRIMARY);
        try (EventStream stream = EventStream.open(session, asked.path() + "/notifications/stream")) {
            await("greeting").atMost(PATIENCE).until(stream::hasBegun);
            session.delete("/sessions/current").expect(204);
            Trust.ask(asking, asked);
            await("its end").atMost(PATIENCE).until(stream::hasEnded);
            assertThat(stream.events()).isEmpty();
        }
    }

    @Test
    void aCallerHasOnlySoManyStreams() throws IOException {
        List<EventStream> streams = new ArrayList<>();
        try {
            for (int i = 0; i < 5; i++) {
                streams.add(EventStream.open(asked.primary(), asked.path() + "/notifications/stream"));
            }
            assertThat(streams).extracting(EventStream::status).containsOnly(200);
            asked.primary().get(asked.path() + "/notifications/stream").expectProblem(429, "rate_limited");
        } finally {
            for (EventStream stream : streams) {
                stream.close();
            }
        }
    }

    @Test
    void aWebhookGetsSignedCardsAndFailuresAreTriedAgain() throws Exception {
        List<String> bodies = new CopyOnWriteArrayList<>();
        List<String> signatures = new CopyOnWriteArrayList<>();
        AtomicInteger refusals = new AtomicInteger(1);
        HttpServer receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext("/cards", exchange -> {
            byte[] body = exchange.getRequestBody().readAllBytes();
            boolean refuse = refusals.getAndDecrement() > 0;
            if (!refuse) {
                bodies.add(new String(body, UTF_8));
                signatures.add(exchange.getRequestHeaders().getFirst("Sightline-Signature"));
            }
            exchange.sendResponseHeaders(refuse ? 503 : 200, -1);
            exchange.close();
        });
        receiver.start();
        try {
            String url = "http://127.0.0.1:" + receiver.getAddress().getPort() + "/cards";
            Answer put = asked.primary()
                    .put(
                            asked.path() + "/notification-channels",
                            Json.of("{'webhook':{'url':'%s','secret':'%s'}}", url, SECRET))
                    .expect(200);
            assertThat(put.body()).doesNotContain(SECRET);
            assertThat(asked.primary()
                            .get(asked.path() + "/notification-channels")
                            .expect(200)
                            .body())
                    .contains(url)
                    .doesNotContain(SECRET);
            Trust.ask(asking, asked);

            await("the failure").atMost(PATIENCE).until(() -> delivery("attempts")
                    .equals("1"));
            assertThat(delivery("state")).isEqualTo("pending");
            assertThat(delivery("error")).isEqualTo("the receiver answered with status 503");
            assertThat(Console.of(server)
                            .run("sightline:deliveries " + asked.key())
                            .output())
                    .contains("webhook", "status 503");
            await("the second attempt").atMost(PATIENCE).until(() -> delivery("state")
                    .equals("delivered"));
            assertThat(bodies).hasSize(1);
            assertThat(Json.read(bodies.get(0)).path("type").asText()).isEqualTo("trust_request_received");
            assertSigned(signatures.get(0), bodies.get(0));
        } finally {
            receiver.stop(0);
        }
    }

    private String delivery(String member) {
        return asked.primary()
                .get(asked.path() + "/notification-channels/deliveries")
                .expect(200)
                .json()
                .at("/items/0/" + member)
                .asText();
    }

    private static void assertSigned(String signature, String body) throws Exception {
        assertThat(signature).matches("t=\\d+,v1=[0-9a-f]{64}");
        String seconds = signature.substring(2, signature.indexOf(','));
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(SECRET.getBytes(UTF_8), "HmacSHA256"));
        assertThat(signature)
                .endsWith("v1=" + HexFormat.of().formatHex(mac.doFinal((seconds + "." + body).getBytes(UTF_8))));
    }

    @Test
    void aChoiceOfChannelsIsCheckedAndAudited() {
        String path = asked.path() + "/notification-channels";
        Api primary = asked.primary();
        primary.put(path, Json.of("{'webhook':{'url':'ftp://example.com','secret':'%s'}}", SECRET))
                .expectProblem(422, "invalid")
                .expectFault("/webhook/url");
        primary.put(path, Json.of("{'webhook':{'url':'https://example.com'}}"))
                .expectProblem(422, "invalid")
                .expectFault("/webhook/secret");
        primary.put(path, Json.of("{'pigeon':{}}")).expectProblem(422, "unknown_field");

        String tag = primary.get(path).expect(200).header("ETag");
        primary.put(path, Json.of("{'mail':{'enabled':true}}")).expect(200);
        primary.with("If-Match", tag)
                .put(path, Json.of("{'mail':{'enabled':false}}"))
                .expectProblem(412, "revision_mismatch");
        assertThat(primary.get(asked.path() + "/audit?action=notification_channels.update")
                        .expect(200)
                        .json()
                        .at("/items/0/after/mail")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void aVendorsChannelIsDroppedInAndTakenAway() throws Exception {
        Path lines = server.data().resolve("cards-of-this-test.log");
        Path settings = server.data().resolve("etc/org.sightline.filechannel.cfg");
        Path deployed = server.deployFolder().resolve("file-channel.jar");
        Console console = Console.of(server);
        try {
            Files.writeString(settings, "file = " + lines + "\n");
            // A half-written file must never lie in the deploy folder.
            Path beside = server.data().resolve("file-channel.tmp");
            Files.copy(SAMPLE, beside, StandardCopyOption.REPLACE_EXISTING);
            Files.move(beside, deployed, StandardCopyOption.ATOMIC_MOVE);
            await("the channel").atMost(PATIENCE).until(() -> channels(console).contains("file"));

            Trust.ask(asking, asked);
            await("the line")
                    .atMost(PATIENCE)
                    .until(() -> Files.exists(lines)
                            && Files.readString(lines).contains(asked.key() + "\ttrust_request_received\t"));

            Files.delete(deployed);
            await("its end").atMost(PATIENCE).until(() -> !channels(console).contains("file"));
            assertThat(types(asked.primary(), asked)).as("the rest goes on").hasSize(1);
        } finally {
            Files.deleteIfExists(deployed);
            Files.deleteIfExists(settings);
        }
    }

    private static String channels(Console console) throws IOException {
        return console.run("sightline:deliveries -n 1")
                .output()
                .lines()
                .findFirst()
                .orElse("");
    }

    @Test
    void cardsWrittenWhileNotificationsAreOffAppearAfterwards() throws IOException {
        Console console = Console.of(server);
        console.run("feature:stop sightline-notifications");
        try {
            await("off").atMost(PATIENCE).untilAsserted(() -> asked.primary()
                    .get(asked.path() + "/notifications")
                    .expectProblem(503, "feature_off"));
            Trust.ask(asking, asked);
        } finally {
            console.run("feature:start sightline-notifications");
        }
        await("on").atMost(PATIENCE).untilAsserted(() -> assertThat(types(asked.primary(), asked))
                .containsExactly("trust_request_received"));
    }

    @Test
    void theConsoleShowsAnInbox() throws IOException {
        Trust.ask(asking, asked);
        Console console = Console.of(server);
        assertThat(console.run("sightline:notifications " + asked.key() + " " + Tenant.PRIMARY)
                        .output())
                .contains("trust_request_received");
        assertThat(console.run("sightline:notifications " + asked.key() + " nobody")
                        .exit())
                .isEqualTo(1);
    }
}
