package org.sightline.notifications.internal.choice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sightline.access.SecretBox;
import org.sightline.audit.Actor;
import org.sightline.directory.Expectation;
import org.sightline.directory.model.TenantKey;
import org.sightline.notifications.internal.MovableClock;
import org.sightline.notifications.internal.SmallWorld;
import org.sightline.notifications.model.TenantChannels;
import org.sightline.notifications.model.TenantChannels.Webhook;
import org.sightline.problem.ProblemException;
import org.sightline.store.AuditQuery;

class StoredChoicesTest {

    private static final String SECRET = "sixteen letters!";
    private static final TenantKey ACME = SmallWorld.ACME;

    private final SmallWorld world = new SmallWorld(ZoneOffset.UTC, Locale.ENGLISH);
    private final StoredChoices choices = choices(false);

    private StoredChoices choices(boolean privateAllowed) {
        return new StoredChoices(
                world.deliveries,
                world,
                new Backwards(),
                new MovableClock(Instant.parse("2026-03-01T12:00:00Z")),
                privateAllowed);
    }

    private static TenantChannels webhook(String url) {
        return new TenantChannels(false, new Webhook(URI.create(url), true));
    }

    private TenantChannels put(TenantChannels chosen, @Nullable String secret) {
        return choices.put(ACME, Actor.OPERATOR, Expectation.any(), chosen, secret);
    }

    @Test
    void theInboxIsAllATenantStartsWith() {
        assertThat(choices.of(ACME)).isEqualTo(TenantChannels.NONE);
        assertThat(choices.webhookSecret(ACME)).isEmpty();
    }

    @Test
    void aSecretIsSealedKeptAndNeverAudited() {
        TenantChannels chosen = webhook("https://192.0.2.1/cards?key=hidden");
        put(chosen, SECRET);
        put(new TenantChannels(true, chosen.webhook()), null);

        assertThat(choices.of(ACME)).isEqualTo(new TenantChannels(true, chosen.webhook()));
        assertThat(choices.webhookSecret(ACME)).contains(SECRET);
        assertThat(world.deliveries.channels(ACME).orElseThrow().sealedSecret()).isNotEqualTo(SECRET);
        assertThat(world.tenants.audit(new AuditQuery(ACME, null, null, null, null, null, 0, 10)))
                .hasSize(2)
                .allSatisfy(entry -> assertThat(entry.toString())
                        .contains("notification_channels.update")
                        .doesNotContain(SECRET)
                        .doesNotContain("hidden"));
    }

    @Test
    void aWebhookNeedsASecretOnceAndLosesItWithTheWebhook() {
        fault(() -> put(webhook("https://192.0.2.1/"), null), "/webhook/secret");
        fault(() -> put(webhook("https://192.0.2.1/"), "short"), "/webhook/secret");
        put(webhook("https://192.0.2.1/"), SECRET);
        put(TenantChannels.NONE, null);
        fault(() -> put(webhook("https://192.0.2.1/"), null), "/webhook/secret");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:8181/",
                "http://localhost/",
                "https://10.1.2.3/",
                "https://192.168.0.7/",
                "https://172.16.0.1/",
                "https://169.254.169.254/latest",
                "https://100.64.0.1/",
                "https://0.0.0.0/",
                "https://[::1]/",
                "https://[fe80::1]/",
                "https://[fd00::1]/",
                "https://[::ffff:10.0.0.1]/",
                "https://[64:ff9b::a00:1]/",
                "https://224.0.0.1/"
            })
    void privateAddressesAreRefusedUnlessAllowed(String url) {
        fault(() -> put(webhook(url), SECRET), "/webhook/url");
        assertThat(choices(true).put(ACME, Actor.OPERATOR, Expectation.any(), webhook(url), SECRET))
                .isEqualTo(webhook(url));
    }

    @Test
    void whatTheCallerBelievesIsChecked() {
        assertThatThrownBy(
                        () -> choices.put(ACME, Actor.OPERATOR, present -> present.mail(), TenantChannels.NONE, null))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refusal -> assertThat(refusal.problem().code()).isEqualTo("revision_mismatch"));
    }

    private static void fault(ThrowingCallable change, String pointer) {
        assertThatThrownBy(change).isInstanceOfSatisfying(ProblemException.class, refusal -> assertThat(
                        refusal.problem().faults())
                .extracting(fault -> fault.pointer())
                .containsExactly(pointer));
    }

    /** Seals by turning around. */
    private static final class Backwards implements SecretBox {

        @Override
        public String seal(String secret) {
            return new StringBuilder(secret).reverse().toString();
        }

        @Override
        public String open(String sealed) {
            return seal(sealed);
        }

        @Override
        public String digest(String secret) {
            return seal(secret);
        }
    }
}
