package org.sightline.contacts;

import org.osgi.annotation.versioning.ProviderType;
import org.sightline.directory.TenantSnapshot;

/**
 * Shows organisations to their members (docs/concepts.md, "The contacts tree" and "Search") and to those of trusted
 * tenants ("Sight across a trust").
 */
@ProviderType
public interface Contacts {

    /**
     * Returns what one member sees of the organisation at exactly this revision.
     *
     * @param viewer the member's number in the snapshot; a member who is not active sees nothing but an empty root
     */
    ContactsView view(TenantSnapshot snapshot, int viewer);

    /**
     * Returns what one member sees of another organisation at exactly these revisions.
     *
     * @param viewer the member's number in {@code own}; one to whom the partner shows nobody sees nothing but an empty
     *     root
     */
    ContactsView partner(TenantSnapshot own, TenantSnapshot partner, int viewer);

    /**
     * Returns a piece of what one member finds anywhere: in the own tenant, then in the trusted ones in their order, then
     * among the peers, by name in the own tenant's locale. Within a tenant the order is that of its own search.
     *
     * @param from 0 for the beginning, otherwise {@link ContactsPage#next()} of the piece before with the same reach
     * @param size how many hits at most
     */
    ContactsPage<ContactsFound> search(ContactsReach reach, ContactsSearch search, long from, int size);
}
