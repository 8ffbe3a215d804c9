package org.sightline.json;

import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.AccessMode;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.sightline.notifications.ReceiverAddress;
import org.sightline.notifications.model.TenantChannels;
import org.sightline.notifications.model.TenantChannels.Webhook;

/**
 * By which channels a tenant's cards go out beside the inbox (docs/concepts.md, "Channels").
 *
 * @param mail    to their recipients' addresses; off when absent
 * @param webhook posted to an address; nowhere when absent
 */
public record ChannelsJson(
        @Nullable MailJson mail, @Nullable WebhookJson webhook) {

    private static final URI NOWHERE = URI.create("http://nowhere.invalid");

    /**
     * Mail to the recipients of cards.
     *
     * @param enabled off when absent
     */
    public record MailJson(@Nullable Boolean enabled) {}

    /**
     * An address that gets every card.
     *
     * @param url     http or https
     * @param enabled on when absent
     * @param secret  signs what is posted, 16 to 256 characters; never answered. Needed once; absent keeps the present one
     */
    public record WebhookJson(
            @Nullable String url,
            @Nullable Boolean enabled,

            @Schema(accessMode = AccessMode.WRITE_ONLY) @Nullable
            String secret) {

        /** Leaves the secret out. */
        @Override
        public String toString() {
            return "WebhookJson[" + url + ", " + enabled + "]";
        }
    }

    /** Returns the form of a choice, which never holds the secret. */
    public static ChannelsJson of(TenantChannels channels) {
        Webhook webhook = channels.webhook();
        return new ChannelsJson(
                new MailJson(channels.mail()),
                webhook == null ? null : new WebhookJson(webhook.url().toString(), webhook.enabled(), null));
    }

    /**
     * Returns the choice this form stands for.
     *
     * @throws org.sightline.problem.ProblemException {@code invalid} with every fault
     */
    public TenantChannels toModel() {
        Faults faults = Faults.none();
        boolean byMail = mail != null && Boolean.TRUE.equals(mail.enabled());
        Webhook target = webhook == null ? null : read(webhook, faults.below("webhook"));
        faults.refuseIfAny();
        return new TenantChannels(byMail, target);
    }

    private static Webhook read(WebhookJson form, Faults faults) {
        URI url = faults.required("url", form.url(), ReceiverAddress::parse, () -> NOWHERE);
        return new Webhook(url, form.enabled() == null || form.enabled());
    }

    /** Returns the new secret; null when the present one stays. */
    public @Nullable String newSecret() {
        return webhook == null ? null : webhook.secret();
    }
}
