package org.sightline.channels.internal;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Clock;
import java.time.Duration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sightline.json.CardJson;
import org.sightline.json.Json;
import org.sightline.notifications.Channels;
import org.sightline.notifications.ReceiverAddress;
import org.sightline.notifications.model.TenantChannels.Webhook;
import org.sightline.spi.Card;
import org.sightline.spi.NotificationChannel;

/**
 * Posts cards as JSON to the address a tenant chose, signed with the tenant's secret (docs/concepts.md, "Channels").
 * Redirects are not followed, and the address is checked again before each post, since names come to mean other
 * addresses; Java remembers for some seconds what a name means, so what was checked is what is called.
 */
@Component
public final class WebhookChannel implements NotificationChannel {

    private static final Duration LIMIT = Duration.ofSeconds(8);

    private final Channels channels;
    private final Clock clock;
    private final boolean privateAllowed;
    private final HttpClient http = HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(LIMIT)
            .build();

    /** Creates the channel. */
    @Activate
    public WebhookChannel(@Reference(name = "channels") Channels channels, @Reference(name = "clock") Clock clock) {
        this(channels, clock, ReceiverAddress.privateAllowed(System.getenv()));
    }

    /** Creates the channel; says whether it may post to private addresses. */
    WebhookChannel(Channels channels, Clock clock, boolean privateAllowed) {
        this.channels = channels;
        this.clock = clock;
        this.privateAllowed = privateAllowed;
    }

    @Override
    public String id() {
        return "webhook";
    }

    @Override
    public void deliver(Card card) throws IOException, InterruptedException {
        Webhook webhook = channels.of(card.tenant()).webhook();
        if (webhook == null || !webhook.enabled()) {
            // Switched off since the card was handed over: nobody waits for it.
            return;
        }
        String secret = channels.webhookSecret(card.tenant())
                .orElseThrow(() -> new IOException("the webhook has no secret; set one"));
        refusePrivate(webhook.url());
        byte[] body = Json.bytes(CardJson.of(card));
        HttpRequest request = HttpRequest.newBuilder(webhook.url())
                .timeout(LIMIT)
                .header("Content-Type", "application/json")
                .header("User-Agent", "Sightline")
                .header(Signature.HEADER, Signature.of(secret, clock.instant(), body))
                .POST(BodyPublishers.ofByteArray(body))
                .build();
        int status = send(request).statusCode();
        if (status < 200 || status > 299) {
            throw new IOException("the receiver answered with status " + status);
        }
    }

    private HttpResponse<Void> send(HttpRequest request) throws IOException, InterruptedException {
        try {
            return http.send(request, BodyHandlers.discarding());
        } catch (HttpTimeoutException late) {
            throw new IOException("the receiver did not answer within " + LIMIT.toSeconds() + " s", late);
        } catch (ConnectException unreachable) {
            throw new IOException("the receiver cannot be reached", unreachable);
        }
    }

    private void refusePrivate(URI url) throws IOException {
        if (privateAllowed) {
            return;
        }
        try {
            if (ReceiverAddress.isPrivate(url)) {
                throw new IOException("the address leads to this machine or a private network");
            }
        } catch (UnknownHostException unknown) {
            throw new IOException("the host `" + url.getHost() + "` is not known", unknown);
        }
    }
}
