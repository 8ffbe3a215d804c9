package org.sightline.contacts;

import org.sightline.communication.Peer;

/** Somebody or something that a search found anywhere. */
public sealed interface ContactsFound {

    /**
     * In the own tenant or a trusted one.
     *
     * @param view what the viewer sees of that tenant
     * @param side 0 for the own tenant, otherwise the place of the trusted one in {@link ContactsReach#partners()} and one
     *             more
     * @param hit  what was found there
     */
    record InTenant(ContactsView view, int side, ContactsHit hit) implements ContactsFound {}

    /**
     * Elsewhere, by name.
     *
     * @param peer who was found
     */
    record Elsewhere(Peer peer) implements ContactsFound {}
}
