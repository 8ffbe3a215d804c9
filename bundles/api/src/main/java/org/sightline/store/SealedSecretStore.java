package org.sightline.store;

import java.util.function.BiConsumer;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * The secrets in force that are kept sealed with the server's key, over all tenants. Throws
 * {@link StoreUnavailableException} when the database cannot be reached.
 */
@ConsumerType
public interface SealedSecretStore {

    /** What a secret is for. */
    enum Kind {
        /** The code of an invitation that is alive. */
        INVITATION,
        /** The key that signs events for an app; renewed together with the app's own secret. */
        APP,
        /** The secret that signs what is posted to a tenant's webhook. */
        WEBHOOK
    }

    /** Shows each secret as it is kept. */
    void forEach(BiConsumer<Kind, String> visitor);
}
