package org.sightline.contacts;

import org.osgi.annotation.versioning.ProviderType;
import org.sightline.directory.model.Member;

/**
 * An organisation as one member, its own or a trusted one's, sees it at one revision. What the member does not see is
 * not there. Numbers are those of the snapshot; positions of pages hold for this snapshot and this viewer.
 */
@ProviderType
public interface ContactsView {

    /** Whether the viewer sees the member. */
    boolean showsMember(int member);

    /**
     * Returns a member with those fields of the profile that the viewer sees.
     *
     * @param member one that {@link #showsMember} shows, or that a search found
     */
    Member profile(int member);

    /**
     * Whether the viewer sees a field of profiles at all; inside a tenant every field.
     *
     * @param field its public name; {@code department} for the departments of a member
     */
    boolean showsField(String field);

    /** Whether the department is in the viewer's tree: visible, or the root, which always is. */
    boolean showsDepartment(int department);

    /** Returns how many active members the viewer sees in a department and below, each once, the viewer included. */
    int memberCount(int department);

    /**
     * Returns the departments a member is directly in, as far as the viewer sees them, in the member's order. The root
     * is among them only when it is visible.
     */
    int[] departmentsOf(int member);

    /**
     * Returns a piece of what hangs below a department, in display order.
     *
     * @param department one that {@link #showsDepartment} shows
     * @param from       0 for the beginning, otherwise {@link ContactsPage#next()} of the piece before
     * @param size       how many entries at most
     */
    ContactsPage<ContactsEntry> children(int department, long from, int size);

    /**
     * Returns a piece of what the viewer finds, by name in the tenant's locale, then by id.
     *
     * @param from 0 for the beginning, otherwise {@link ContactsPage#next()} of the piece before
     * @param size how many hits at most
     */
    ContactsPage<ContactsHit> search(ContactsSearch search, long from, int size);
}
