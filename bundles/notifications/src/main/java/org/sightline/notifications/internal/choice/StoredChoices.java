package org.sightline.notifications.internal.choice;

import java.net.URI;
import java.net.UnknownHostException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sightline.access.SecretBox;
import org.sightline.audit.Actor;
import org.sightline.audit.AuditEntry;
import org.sightline.directory.Expectation;
import org.sightline.directory.Snapshots;
import org.sightline.directory.model.TenantKey;
import org.sightline.notifications.Channels;
import org.sightline.notifications.ReceiverAddress;
import org.sightline.notifications.model.TenantChannels;
import org.sightline.problem.Codes;
import org.sightline.problem.Problem;
import org.sightline.problem.ProblemException;
import org.sightline.problem.ProblemKind;
import org.sightline.store.DeliveryStore;
import org.sightline.store.DeliveryStore.StoredChannels;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps choices in the store, secrets sealed, each change with its audit entry. */
@Component(service = Channels.class)
public final class StoredChoices implements Channels {

    private static final Logger LOG = LoggerFactory.getLogger(StoredChoices.class);
    private static final int SHORTEST_SECRET = 16;
    private static final int LONGEST_SECRET = 256;
    private static final int LONGEST_URL = 2000;
    private static final int TRIES = 5;

    private final DeliveryStore store;
    private final Snapshots snapshots;
    private final SecretBox box;
    private final Clock clock;
    private final boolean privateAllowed;

    /** Creates the service. */
    @Activate
    public StoredChoices(
            @Reference(name = "store") DeliveryStore store,
            @Reference(name = "snapshots") Snapshots snapshots,
            @Reference(name = "box") SecretBox box,
            @Reference(name = "clock") Clock clock) {
        this(store, snapshots, box, clock, ReceiverAddress.privateAllowed(System.getenv()));
    }

    /** Creates the service; says whether webhooks may lead to private addresses. */
    StoredChoices(DeliveryStore store, Snapshots snapshots, SecretBox box, Clock clock, boolean privateAllowed) {
        this.store = store;
        this.snapshots = snapshots;
        this.box = box;
        this.clock = clock;
        this.privateAllowed = privateAllowed;
    }

    @Override
    public TenantChannels of(TenantKey tenant) {
        return store.channels(tenant).map(StoredChannels::channels).orElse(TenantChannels.NONE);
    }

    @Override
    public Optional<String> webhookSecret(TenantKey tenant) {
        return store.channels(tenant).map(StoredChannels::sealedSecret).map(box::open);
    }

    @Override
    public TenantChannels put(
            TenantKey tenant,
            Actor actor,
            Expectation<TenantChannels> expectation,
            TenantChannels chosen,
            @Nullable String secret) {
        check(chosen, secret);
        for (int tried = 0; tried < TRIES; tried++) {
            @Nullable StoredChannels stored = store.channels(tenant).orElse(null);
            TenantChannels present = stored == null ? TenantChannels.NONE : stored.channels();
            if (!expectation.holdsFor(present)) {
                throw Problem.of(
                                ProblemKind.PRECONDITION_FAILED,
                                Codes.REVISION_MISMATCH,
                                "the channels have changed since you read them; read them again and repeat the change")
                        .exception();
            }
            StoredChannels next = new StoredChannels(chosen, sealed(chosen, secret, stored));
            if (next.equals(stored) || store.putChannels(tenant, stored, next, entry(tenant, actor, present, chosen))) {
                return chosen;
            }
        }
        throw Problem.of(ProblemKind.UNAVAILABLE, Codes.UNAVAILABLE, "others keep changing the channels; try again")
                .exception();
    }

    private @Nullable String sealed(TenantChannels chosen, @Nullable String secret, @Nullable StoredChannels stored) {
        if (chosen.webhook() == null) {
            return null;
        }
        if (secret != null) {
            return box.seal(secret);
        }
        @Nullable String kept = stored == null ? null : stored.sealedSecret();
        if (kept == null) {
            throw invalid("secret", "a webhook needs a `secret`, which signs what is posted to it");
        }
        return kept;
    }

    private void check(TenantChannels chosen, @Nullable String secret) {
        TenantChannels.Webhook webhook = chosen.webhook();
        if (webhook == null) {
            return;
        }
        if (webhook.url().toString().length() > LONGEST_URL) {
            throw invalid("url", "must have at most " + LONGEST_URL + " characters");
        }
        if (!privateAllowed) {
            refusePrivate(webhook.url());
        }
        if (secret != null && (secret.length() < SHORTEST_SECRET || secret.length() > LONGEST_SECRET)) {
            throw invalid("secret", "must have " + SHORTEST_SECRET + " to " + LONGEST_SECRET + " characters");
        }
    }

    private static void refusePrivate(URI url) {
        try {
            if (ReceiverAddress.isPrivate(url)) {
                throw invalid("url", "must not lead to this machine or a private network");
            }
        } catch (UnknownHostException e) {
            // It may come into being; before every post the address is looked up and checked again.
            LOG.debug("a webhook's host is not known yet", e);
        }
    }

    private static ProblemException invalid(String member, String detail) {
        return Problem.invalid("/webhook/" + member, Codes.INVALID, detail).exception();
    }

    private AuditEntry entry(TenantKey tenant, Actor actor, TenantChannels before, TenantChannels after) {
        return new AuditEntry(
                clock.instant(),
                actor,
                "notification_channels.update",
                "notification_channels",
                tenant.value(),
                words(before),
                words(after),
                snapshots.current(tenant).revision());
    }

    /** Without a secret, and without what a URL may carry behind its path. */
    private static Map<String, Object> words(TenantChannels channels) {
        Map<String, Object> words = new LinkedHashMap<>();
        words.put("mail", channels.mail());
        TenantChannels.Webhook webhook = channels.webhook();
        if (webhook != null) {
            words.put("webhook", webhook.url().toString().replaceFirst("\\?.*", ""));
            words.put("webhook_enabled", webhook.enabled());
        }
        return words;
    }
}
