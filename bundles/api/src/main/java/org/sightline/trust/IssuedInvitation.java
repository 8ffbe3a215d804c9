package org.sightline.trust;

import java.time.Instant;

/**
 * An invitation as its own administrators see it. Holds a secret: it goes to them and nowhere else.
 *
 * @param code      what the other tenant's administrator sends in
 * @param link      the code as an address, in the part behind {@code #} that no server sees
 * @param createdAt the newest is the current one
 * @param terms     whom it is for, and for how long
 */
public record IssuedInvitation(String code, String link, Instant createdAt, InvitationTerms terms) {

    /** Names no secret. */
    @Override
    public String toString() {
        return "invitation of " + createdAt;
    }
}
