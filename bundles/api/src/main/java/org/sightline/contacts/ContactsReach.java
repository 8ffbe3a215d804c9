package org.sightline.contacts;

import java.util.List;
import java.util.function.Supplier;
import org.sightline.communication.Peer;
import org.sightline.directory.TenantSnapshot;

/**
 * Where one member's search goes.
 *
 * @param own      the member's tenant
 * @param viewer   the member's number there
 * @param partners the trusted tenants, in the order in which they are gone through
 * @param peers    gives the members of other tenants whom the member may know by name, asked only when the search has
 *                 come that far; whom it finds in a trusted tenant is not found again here
 */
public record ContactsReach(TenantSnapshot own, int viewer, List<TenantSnapshot> partners, Supplier<List<Peer>> peers) {

    /** Takes a copy of the list. */
    public ContactsReach {
        partners = List.copyOf(partners);
    }
}
