package org.sightline.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sightline.apps.model.AppChange;
import org.sightline.apps.model.AppId;
import org.sightline.directory.model.TenantKey;
import org.sightline.notifications.model.TenantChannels;
import org.sightline.store.DeliveryStore;
import org.sightline.store.DeliveryStore.StoredChannels;
import org.sightline.store.SealedSecretStore;
import org.sightline.store.SealedSecretStore.Kind;
import org.sightline.store.StateChange.ChangeApps;
import org.sightline.store.StateChange.ChangeTrust;
import org.sightline.store.TenantStore;
import org.sightline.trust.model.Invitation;
import org.sightline.trust.model.TrustChange;

/** All sealed secrets that are in force are found, and no others. */
@SuppressWarnings("NullAway.Init") // fields are set before each test
public abstract class SealedSecretStoreContract {

    private StoredTenant tenant;

    /** Returns the store. */
    protected abstract SealedSecretStore secrets();

    /** Returns the store of tenants on the same database. */
    protected abstract TenantStore tenants();

    /** Returns the store of deliveries on the same database. */
    protected abstract DeliveryStore deliveries();

    @BeforeEach
    void createTenant() {
        tenant = new StoredTenant(tenants());
        tenant.create();
    }

    /** What is sealed tells by its beginning that it is this test's. */
    private String marked(String what) {
        return tenant.key().value() + "-" + what;
    }

    private List<String> found() {
        List<String> found = new ArrayList<>();
        secrets().forEach((kind, secret) -> {
            if (secret.startsWith(tenant.key().value())) {
                found.add(kind + " " + secret.substring(tenant.key().value().length() + 1));
            }
        });
        return found;
    }

    @Test
    void showsWhatIsInForceOfEachKind() {
        assertThat(found()).isEmpty();
        String digest = TenantKey.random().value();
        tenant.commit(
                new ChangeTrust(new TrustChange.PutInvitation(
                        new Invitation(digest, marked("code"), Specimens.NOON, null, false, null))),
                new ChangeApps(new AppChange.PutApp(
                        AppSpecimens.app(new AppId(TenantKey.random().value()), marked("signing key")))));
        putWebhook();
        assertThat(found())
                .containsExactlyInAnyOrder(
                        Kind.INVITATION + " code", Kind.APP + " signing key", Kind.WEBHOOK + " secret");

        tenant.commit(new ChangeTrust(new TrustChange.RemoveInvitation(digest)));
        assertThat(found()).containsExactlyInAnyOrder(Kind.APP + " signing key", Kind.WEBHOOK + " secret");
    }

    private void putWebhook() {
        TenantChannels channels =
                new TenantChannels(false, new TenantChannels.Webhook(URI.create("https://hooks.example/"), true));
        assertThat(deliveries()
                        .putChannels(
                                tenant.key(),
                                null,
                                new StoredChannels(channels, marked("secret")),
                                Specimens.entry(
                                        Specimens.NOON,
                                        "anna",
                                        "channels.test",
                                        tenant.key().value(),
                                        1)))
                .isTrue();
    }
}
