package org.sightline.contacts;

import org.osgi.annotation.versioning.ProviderType;
import org.sightline.directory.TenantSnapshot;

/** Shows organisations to their members (docs/concepts.md, "The contacts tree" and "Search"). */
@ProviderType
public interface Contacts {

    /**
     * Returns what one member sees of the organisation at exactly this revision.
     *
     * @param viewer the member's number in the snapshot; a member who is not active sees nothing but an empty root
     */
    ContactsView view(TenantSnapshot snapshot, int viewer);
}
