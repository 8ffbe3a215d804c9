package org.sightline.channels.internal;

import java.io.IOException;
import java.util.concurrent.ExecutionException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sightline.json.CardJson;
import org.sightline.json.Json;
import org.sightline.notifications.Channels;
import org.sightline.notifications.model.TenantChannels.Webhook;
import org.sightline.spi.Card;
import org.sightline.spi.NotificationChannel;

/** Posts cards as JSON to the address a tenant chose, signed with the tenant's secret (docs/concepts.md, "Channels"). */
@Component
public final class WebhookChannel implements NotificationChannel {

    private final Channels channels;
    private final SignedPosts posts;

    /** Creates the channel. */
    @Activate
    public WebhookChannel(
            @Reference(name = "channels") Channels channels, @Reference(name = "posts") SignedPosts posts) {
        this.channels = channels;
        this.posts = posts;
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
        try {
            posts.post(webhook.url(), secret, Json.bytes(CardJson.of(card))).get();
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof IOException ours) {
                throw ours;
            }
            throw new IOException("the card cannot be posted", failure);
        }
    }
}
