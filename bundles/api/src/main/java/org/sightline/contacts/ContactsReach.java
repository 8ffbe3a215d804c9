package org.sightline.contacts;

import java.util.List;
import org.sightline.communication.Peer;
import org.sightline.directory.TenantSnapshot;

/**
 * Where one member's search goes.
 *
 * @param own      the member's tenant
 * @param viewer   the member's number there
 * @param partners the trusted tenants, in the order in which they are gone through
 * @param peers    members of other tenants whom the member may know by name; whom the search finds in a trusted tenant
 *                 is not found again here
 */
public record ContactsReach(TenantSnapshot own, int viewer, List<TenantSnapshot> partners, List<Peer> peers) {

    /** Takes copies of the lists. */
    public ContactsReach {
        partners = List.copyOf(partners);
        peers = List.copyOf(peers);
    }
}
