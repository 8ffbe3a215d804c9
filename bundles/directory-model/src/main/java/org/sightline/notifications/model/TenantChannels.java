package org.sightline.notifications.model;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * By which channels a tenant's cards go out beside the inbox (docs/concepts.md, "Channels").
 *
 * @param mail    whether they go to their recipients by mail
 * @param webhook where they are posted; null for nowhere
 */
public record TenantChannels(boolean mail, @Nullable Webhook webhook) {

    /** As every tenant begins: the inbox alone. */
    public static final TenantChannels NONE = new TenantChannels(false, null);

    /**
     * An address that gets every card of the tenant.
     *
     * @param url     where to
     * @param enabled whether cards go there at present
     */
    public record Webhook(URI url, boolean enabled) {}
}
