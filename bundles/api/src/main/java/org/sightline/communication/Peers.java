package org.sightline.communication;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;
import org.sightline.directory.TenantSnapshot;

/** Whom of other tenants a member may find since they are contacts or have a chat. */
@ProviderType
public interface Peers {

    /**
     * Returns the active members of other tenants, trusted ones included, with whom a member has a contact or a chat, by
     * tenant and id.
     *
     * @param viewer number of the member in {@code own}
     */
    List<Peer> peersOf(TenantSnapshot own, int viewer);
}
