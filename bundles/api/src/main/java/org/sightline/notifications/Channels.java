package org.sightline.notifications;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;
import org.sightline.audit.Actor;
import org.sightline.directory.Expectation;
import org.sightline.directory.model.TenantKey;
import org.sightline.notifications.model.TenantChannels;

/** Keeps each tenant's choice of channels. */
@ProviderType
public interface Channels {

    /** Returns a tenant's choice. */
    TenantChannels of(TenantKey tenant);

    /**
     * Changes a tenant's choice and writes it down in the audit log.
     *
     * @param secret signs what is posted to the webhook; null leaves the one there is
     * @throws org.sightline.problem.ProblemException {@code revision_mismatch}; {@code invalid} at
     *     {@code /webhook/url} for an address that is not public, at {@code /webhook/secret} when there is no secret or
     *     a poor one
     */
    TenantChannels put(
            TenantKey tenant,
            Actor actor,
            Expectation<TenantChannels> expectation,
            TenantChannels chosen,
            @Nullable String secret);

    /** Returns what signs the tenant's webhook posts; empty when nothing is posted. */
    Optional<String> webhookSecret(TenantKey tenant);
}
