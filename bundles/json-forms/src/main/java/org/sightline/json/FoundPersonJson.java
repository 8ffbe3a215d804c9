package org.sightline.json;

import org.sightline.communication.Peer;

/**
 * Somebody whom a phone number found (docs/concepts.md, "Found by phone number").
 *
 * @param tenantKey whose member
 * @param userId    which member
 * @param name      their name
 */
public record FoundPersonJson(String tenantKey, String userId, String name) {

    /** Returns the form of somebody. */
    public static FoundPersonJson of(Peer peer) {
        return new FoundPersonJson(peer.tenant().value(), peer.user().value(), peer.name());
    }
}
